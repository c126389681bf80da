package studio.sinopia.ui.gallery;

import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.sinopia.ui.fx.Hint;
import studio.sinopia.ui.fx.KeyNames;
import studio.sinopia.ui.fx.Keys;
import studio.sinopia.ui.fx.RasterImage;
import studio.sinopia.ui.fx.Words;

/** The last pictures, newest first; the chosen one is shown on the canvas, can be saved and taken up again. */
public final class ResultStrip extends VBox {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double THUMBNAIL = 70;
    private static final double HEIGHT = 216;
    private static final double EMPTY_HEIGHT = 92;

    private final ResultsViewModel results;
    private final Actions actions;
    private final TilePane tiles = new TilePane();

    /** What can be done with the chosen picture besides looking at it. */
    public interface Actions {
        void save();

        void use(Use use, FinishedPicture picture);
    }

    public ResultStrip(ResultsViewModel results, Actions actions, KeyNames keys) {
        this.results = results;
        this.actions = actions;
        setId("results");
        getStyleClass().add("section");
        tiles.getStyleClass().add("result-tiles");
        tiles.setPrefColumns(3);
        var scroll = new ScrollPane(tiles);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("bare-scroll");
        scroll.visibleProperty().bind(Bindings.isNotEmpty(results.pictures()));
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var empty = new Label(Words.of("results.empty"));
        empty.setWrapText(true);
        empty.getStyleClass().add("hint-line");
        empty.visibleProperty().bind(Bindings.isEmpty(results.pictures()));
        var content = new StackPane(empty, scroll);
        StackPane.setAlignment(empty, Pos.TOP_LEFT);
        VBox.setVgrow(content, Priority.ALWAYS);
        getChildren().addAll(header(keys), content);
        prefHeightProperty()
                .bind(Bindings.when(Bindings.isEmpty(results.pictures()))
                        .then(EMPTY_HEIGHT)
                        .otherwise(HEIGHT));
        results.pictures().addListener((ListChangeListener<FinishedPicture>) change -> rebuild());
        results.selectedProperty().addListener((property, old, now) -> mark());
        addEventHandler(KeyEvent.KEY_PRESSED, this::keys);
    }

    private HBox header(KeyNames keys) {
        var title = new Label(Words.of("results"));
        title.getStyleClass().add("section-title");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var use = new MenuButton(Words.of("results.use"), new FontIcon(Feather.REPEAT));
        use.setId("use-picture");
        use.getStyleClass().addAll("flat", "small");
        Hint.on(use, Words.of("results.use.help"));
        for (Use each : Use.values()) {
            var item = new MenuItem(each.title());
            item.setId(each.id());
            item.setOnAction(event -> use(each));
            use.getItems().add(item);
            if (each.endsGroup()) {
                use.getItems().add(new SeparatorMenuItem());
            }
        }
        use.disableProperty().bind(results.savableProperty().not());
        var save = new Button(Words.of("results.save"), new FontIcon(Feather.DOWNLOAD));
        save.setId("save");
        save.getStyleClass().addAll("flat", "small");
        Hint.on(save, keys.behind(Words.of("results.save.help"), Keys.SAVE_PICTURE));
        save.setOnAction(event -> actions.save());
        save.disableProperty().bind(results.savableProperty().not());
        var header = new HBox(title, space, use, save);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("section-header");
        return header;
    }

    private void use(Use use) {
        results.selectedProperty().get().ifPresent(picture -> actions.use(use, picture));
    }

    private void rebuild() {
        tiles.getChildren().setAll(results.pictures().stream().map(this::tile).toList());
        mark();
    }

    private Node tile(FinishedPicture picture) {
        var view = new ImageView(RasterImage.of(picture.picture()));
        view.setFitWidth(THUMBNAIL);
        view.setFitHeight(THUMBNAIL);
        view.setPreserveRatio(true);
        var tile = new Button("", view);
        tile.setUserData(picture);
        tile.getStyleClass().add("result-tile");
        String about = picture.recipe().prompt() + "\n" + picture.caption();
        Hint.on(tile, about);
        tile.setAccessibleText(about);
        tile.setOnAction(event -> results.select(picture));
        return tile;
    }

    private void mark() {
        for (Node tile : tiles.getChildren()) {
            boolean chosen = results.selectedProperty()
                    .get()
                    .filter(picture -> picture == tile.getUserData())
                    .isPresent();
            tile.pseudoClassStateChanged(CHOSEN, chosen);
        }
    }

    private void keys(KeyEvent event) {
        if (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT) {
            results.move(event.getCode() == KeyCode.LEFT ? -1 : 1);
            event.consume();
        } else if (!event.isShortcutDown() && !event.isAltDown()) {
            Use.byKey(event.getCode()).ifPresent(use -> {
                use(use);
                event.consume();
            });
        }
    }
}
