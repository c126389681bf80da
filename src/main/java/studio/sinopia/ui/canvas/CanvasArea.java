package studio.sinopia.ui.canvas;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import studio.sinopia.ui.fx.KeyNames;

/** The canvas with the bars that float over it. */
public final class CanvasArea extends StackPane {

    private static final Insets EDGE = new Insets(12);
    private static final Insets ABOVE_ZOOM = new Insets(12, 12, 60, 12);
    private static final double BESIDE_ZOOM = 700; // from this width on a bar in the middle does not reach the zoom
    private static final Insets ON_SHEET =
            new Insets(12, 12, 96, 64); // in the middle of the free room, as the sheet is

    /**
     * @param start how to begin
     * @param bar lies beside the zoom where there is room, so that it covers no picture
     * @param keys of commands, for tooltips
     * @param cards what wants an answer or tells of a problem; each is seldom there, the last lies on top
     */
    public CanvasArea(DrawingCanvas canvas, Node start, Node bar, KeyNames keys, List<Node> cards) {
        getStyleClass().add("canvas-area");
        getChildren()
                .addAll(
                        canvas,
                        floating(new ToolOptions(canvas.drawing(), canvas.instruments()), Pos.TOP_CENTER),
                        floating(
                                new ToolRail(
                                        canvas.drawing(), canvas.instruments().tools(), keys),
                                Pos.CENTER_LEFT),
                        floating(new ZoomBar(canvas, keys), Pos.BOTTOM_RIGHT),
                        floating(start, Pos.BOTTOM_CENTER),
                        floating(bar, Pos.BOTTOM_CENTER));
        StackPane.setMargin(start, ON_SHEET);
        widthProperty()
                .addListener((property, old, now) ->
                        StackPane.setMargin(bar, now.doubleValue() < BESIDE_ZOOM ? ABOVE_ZOOM : EDGE));
        for (Node card : cards) {
            getChildren().add(floating(card, Pos.BOTTOM_CENTER));
            StackPane.setMargin(card, ABOVE_ZOOM);
        }
    }

    private static Node floating(Node node, Pos place) {
        if (node instanceof Region region) {
            region.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        }
        node.setCache(true); // its shadow is not painted anew with every stroke beneath it
        StackPane.setAlignment(node, place);
        StackPane.setMargin(node, EDGE);
        return node;
    }
}
