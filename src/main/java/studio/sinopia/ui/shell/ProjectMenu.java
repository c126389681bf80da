package studio.sinopia.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.sinopia.ui.fx.Hint;
import studio.sinopia.ui.fx.KeyNames;
import studio.sinopia.ui.fx.Keys;
import studio.sinopia.ui.fx.Words;

/** The name of the project, and what can be done with its file. */
final class ProjectMenu extends MenuButton {

    private final ProjectViewModel project;
    private final Menu recent = new Menu(Words.of("project.recent"));

    ProjectMenu(ProjectViewModel project, StudioView.Files files, KeyNames keys) {
        super("", new FontIcon(Feather.FILE));
        this.project = project;
        setId("project");
        getStyleClass().addAll("flat", "small", "project-menu");
        textProperty()
                .bind(Bindings.createStringBinding(
                        () -> ProjectViewModel.title(project.fileProperty().get())
                                + (project.savedProperty().get() ? "" : " •"),
                        project.fileProperty(),
                        project.savedProperty()));
        Hint.on(this, Words.of("project.help"));
        setAccessibleText(Words.of("project"));
        recent.setId("project-recent");
        getItems()
                .addAll(
                        item("project-open", keys.behind(Words.of("project.open"), Keys.OPEN), files::openPicture),
                        recent,
                        new SeparatorMenuItem(),
                        item("project-save", keys.behind(Words.of("project.save"), Keys.SAVE), files::saveProject),
                        item(
                                "project-save-as",
                                keys.behind(Words.of("project.saveAs"), Keys.SAVE_AS),
                                files::saveProjectAs));
        project.recent().addListener((ListChangeListener<Path>) change -> list());
        list();
    }

    private void list() {
        List<MenuItem> items = project.recent().stream().map(this::item).toList();
        recent.getItems().setAll(items);
        recent.setDisable(items.isEmpty());
    }

    private MenuItem item(Path file) {
        var item = new MenuItem(ProjectViewModel.title(Optional.of(file)));
        item.setMnemonicParsing(false);
        item.setOnAction(event -> project.open(file));
        return item;
    }

    private static MenuItem item(String id, ObservableValue<String> text, Runnable action) {
        var item = new MenuItem();
        item.textProperty().bind(text); // no accelerator: the window hears the keys itself
        item.setId(id);
        item.setOnAction(event -> action.run());
        return item;
    }
}
