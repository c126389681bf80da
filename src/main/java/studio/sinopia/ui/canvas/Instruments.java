package studio.sinopia.ui.canvas;

import studio.sinopia.condition.SegmentPalette;

/**
 * All that works on the drawing by hand.
 *
 * @param tools brushes, figures, fills
 * @param pose points of people
 * @param people whole people
 * @param boxes places for phrases
 * @param move the content of a layer as a whole
 */
public record Instruments(
        ToolViewModel tools, PoseViewModel pose, PeopleViewModel people, BoxViewModel boxes, MoveViewModel move) {

    /**
     * A set for one drawing.
     *
     * @param palette of segments
     * @param lineWidth of the brush for line art, in document pixels
     */
    public static Instruments of(DrawingViewModel drawing, SegmentPalette palette, double lineWidth) {
        var tools = new ToolViewModel(drawing, palette.classes().getFirst(), lineWidth);
        tools.usePalette(palette);
        var pose = new PoseViewModel(drawing);
        return new Instruments(
                tools, pose, new PeopleViewModel(drawing, pose), new BoxViewModel(drawing), new MoveViewModel(drawing));
    }

    /** Whether something is under way that can be given up. */
    public boolean isBusy() {
        return tools.isDrawing() || move.isDragging();
    }

    /** Gives up what is under way. */
    public void cancel() {
        tools.cancelStroke();
        if (move.isDragging()) {
            move.cancel();
        }
    }
}
