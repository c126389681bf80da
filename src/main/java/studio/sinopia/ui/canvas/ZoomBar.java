package studio.sinopia.ui.canvas;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import studio.sinopia.ui.fx.Hint;
import studio.sinopia.ui.fx.IconButton;
import studio.sinopia.ui.fx.KeyNames;
import studio.sinopia.ui.fx.Keys;
import studio.sinopia.ui.fx.Words;

/** Closer, further, all of it. */
public final class ZoomBar extends HBox {

    private static final double STEP = 1.25;

    public ZoomBar(DrawingCanvas canvas, KeyNames keys) {
        setId("zoom-bar");
        getStyleClass().addAll("floating-bar", "zoom-bar");
        setAlignment(Pos.CENTER);
        var out = new IconButton("zoom-out", Feather.MINUS, Words.of("zoom.out"));
        out.setOnAction(event -> canvas.zoomBy(1 / STEP));
        var in = new IconButton("zoom-in", Feather.PLUS, Words.of("zoom.in"));
        in.setOnAction(event -> canvas.zoomBy(STEP));
        var percent = new Button();
        percent.setId("zoom-percent");
        percent.getStyleClass().addAll("flat", "zoom-percent");
        Hint.on(percent, keys.behind(Words.of("zoom.actual"), Keys.ZOOM_ACTUAL));
        percent.setAccessibleText(Words.of("zoom.actual.spoken"));
        percent.textProperty().bind(canvas.zoomProperty().map(zoom -> Math.round(zoom.doubleValue() * 100) + " %"));
        percent.setOnAction(event -> canvas.zoomTo(1));
        var fit = new IconButton("zoom-fit", Feather.MAXIMIZE, Words.of("zoom.fit"), keys.insteadOf(Keys.ZOOM_FIT));
        fit.setOnAction(event -> canvas.zoomToFit());
        getChildren().addAll(out, percent, in, fit);
    }
}
