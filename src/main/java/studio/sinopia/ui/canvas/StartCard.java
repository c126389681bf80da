package studio.sinopia.ui.canvas;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.sinopia.document.Document;
import studio.sinopia.ui.fx.Hint;
import studio.sinopia.ui.fx.KeyNames;
import studio.sinopia.ui.fx.Keys;
import studio.sinopia.ui.fx.Words;

/** Ways to begin without drawing: three examples to press, or a picture; it is there while the canvas is blank. */
public final class StartCard extends VBox {

    private static final double THUMBNAIL = 76;

    /**
     * A drawing to begin with.
     *
     * @param title what it shows how to do
     * @param prompt what it is painted with
     * @param drawing empty until it has been read
     * @param open takes it up
     */
    public record Offer(String title, String prompt, ObservableValue<Optional<Document>> drawing, Runnable open) {}

    /**
     * @param examples at least one
     * @param openPicture asks for a picture
     * @param keys of commands, for tooltips
     */
    public StartCard(DrawingViewModel drawing, List<Offer> examples, Runnable openPicture, KeyNames keys) {
        setId("start");
        getStyleClass().addAll("floating-bar", "start-card");
        setAlignment(Pos.CENTER);
        var title = new Label(Words.of("start"));
        title.getStyleClass().add("hint-title");
        var tiles = new HBox();
        tiles.getStyleClass().add("start-tiles");
        tiles.setAlignment(Pos.CENTER);
        for (int i = 0; i < examples.size(); i++) {
            tiles.getChildren().add(tile(examples.get(i), i == 0 ? "open-example" : "open-example-" + i));
        }
        var open = new Button(Words.of("open.picture"), new FontIcon(Feather.IMAGE));
        open.setId("start-open");
        open.getStyleClass().addAll("flat", "small");
        Hint.on(open, keys.behind(Words.of("start.open.help"), Keys.OPEN));
        open.setOnAction(event -> openPicture.run());
        getChildren().addAll(title, tiles, open);
        visibleProperty().bind(drawing.shownProperty().map(Document::isBlank));
        managedProperty().bind(visibleProperty());
    }

    private static Button tile(Offer offer, String id) {
        var tile = new Button(offer.title());
        tile.graphicProperty()
                .bind(offer.drawing()
                        .map(drawing -> drawing.<Node>map(drawn -> new DrawingThumbnail(drawn, THUMBNAIL))
                                .orElseGet(() -> new Rectangle(THUMBNAIL, THUMBNAIL, Color.TRANSPARENT))));
        tile.setId(id);
        tile.setContentDisplay(ContentDisplay.TOP);
        tile.getStyleClass().add("start-tile");
        Hint.on(tile, Words.of("start.tile.help", offer.prompt()));
        tile.setOnAction(event -> offer.open().run());
        return tile;
    }
}
