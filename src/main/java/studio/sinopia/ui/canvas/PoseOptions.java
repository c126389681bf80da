package studio.sinopia.ui.canvas;

import java.util.Arrays;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.sinopia.document.pose.Dragging;
import studio.sinopia.ui.fx.Hint;
import studio.sinopia.ui.fx.IconButton;
import studio.sinopia.ui.fx.Words;

/** More or fewer people, how their joints move, and what is hidden back. */
final class PoseOptions extends HBox {

    PoseOptions(Instruments hands) {
        PoseViewModel pose = hands.pose();
        getStyleClass().add("bar-group");
        setAlignment(Pos.CENTER_LEFT);
        var add = new Button(Words.of("pose.add"), new FontIcon(Feather.USER_PLUS));
        add.setId("add-person");
        add.getStyleClass().addAll("flat", "small");
        Hint.on(add, Words.of("pose.add.help"));
        add.setOnAction(event -> hands.people().add());
        var remove = new IconButton("remove-person", Feather.USER_MINUS, Words.of("pose.remove"));
        remove.setOnAction(event -> pose.removePerson());
        var show = new IconButton("show-joints", Feather.EYE, Words.of("pose.show"));
        show.setOnAction(event -> pose.showHidden());
        var flip = new IconButton("flip-person", Feather.REPEAT, Words.of("pose.flip"));
        flip.setOnAction(event -> hands.people().flip());
        var both = new ToggleButton(Words.of("pose.both"));
        both.setId("mirror-joints");
        both.getStyleClass().addAll("flat", "small", "option-toggle");
        Hint.on(both, Words.of("pose.both.help"));
        both.selectedProperty().bindBidirectional(pose.mirroredProperty());
        getChildren().addAll(add, remove, show, flip, dragging(pose), both);
    }

    private static MenuButton dragging(PoseViewModel pose) {
        var menu = new MenuButton();
        menu.setId("pose-dragging");
        menu.getStyleClass().addAll("flat", "small");
        menu.setAccessibleText(Words.of("pose.dragging"));
        Hint.on(menu, pose.draggingProperty().map(now -> Words.of("pose.dragging.help", Words.term(now.help()))));
        var group = new ToggleGroup();
        Arrays.stream(Dragging.values()).forEach(each -> {
            var item = new RadioMenuItem(Words.term(each.title()));
            item.setId("dragging-" + each.name().toLowerCase(java.util.Locale.ROOT));
            item.setToggleGroup(group);
            item.setSelected(pose.draggingProperty().get() == each);
            item.setOnAction(event -> pose.draggingProperty().set(each));
            menu.getItems().add(item);
        });
        menu.textProperty().bind(pose.draggingProperty().map(now -> Words.term(now.title())));
        return menu;
    }
}
