package studio.sinopia.ui.canvas;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.sinopia.document.Document;
import studio.sinopia.ui.fx.Hint;
import studio.sinopia.ui.fx.Keys;

/** Two ways to begin without drawing; it is there while the canvas is blank. */
public final class StartCard extends HBox {

    /** What a person can begin with. */
    public interface Actions {
        void openExample();

        void openPicture();
    }

    public StartCard(DrawingViewModel drawing, Actions actions) {
        setId("start");
        getStyleClass().addAll("floating-bar", "start-card");
        setAlignment(Pos.CENTER);
        var example = new Button("Try the example", new FontIcon(Feather.PLAY));
        example.setId("open-example");
        example.getStyleClass().addAll("flat", "small");
        Hint.on(example, "A cottage with a prompt; then press Generate");
        example.setOnAction(event -> actions.openExample());
        var open = new Button("Open a picture …", new FontIcon(Feather.IMAGE));
        open.setId("start-open");
        open.getStyleClass().addAll("flat", "small");
        Hint.on(open, "A photo to trace or to find lines in, a map, or a picture that Sinopia made", Keys.OPEN);
        open.setOnAction(event -> actions.openPicture());
        getChildren().addAll(example, open);
        visibleProperty().bind(drawing.shownProperty().map(Document::isBlank));
    }
}
