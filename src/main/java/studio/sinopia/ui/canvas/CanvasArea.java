package studio.sinopia.ui.canvas;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The canvas with the bars that float over it. */
public final class CanvasArea extends StackPane {

    private static final Insets EDGE = new Insets(12);

    /** @param notice what has gone wrong, shown at the bottom of the canvas */
    public CanvasArea(DrawingCanvas canvas, Node notice) {
        getStyleClass().add("canvas-area");
        getChildren()
                .addAll(
                        canvas,
                        floating(new ToolOptions(canvas.drawing(), canvas.tools(), canvas.pose()), Pos.TOP_CENTER),
                        floating(new ToolRail(canvas.drawing(), canvas.tools()), Pos.CENTER_LEFT),
                        floating(new ZoomBar(canvas), Pos.BOTTOM_RIGHT),
                        floating(notice, Pos.BOTTOM_CENTER));
    }

    private static Node floating(Node node, Pos place) {
        if (node instanceof Region region) {
            region.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        }
        StackPane.setAlignment(node, place);
        StackPane.setMargin(node, EDGE);
        return node;
    }
}
