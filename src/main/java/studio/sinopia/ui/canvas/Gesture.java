package studio.sinopia.ui.canvas;

import java.util.List;
import studio.sinopia.document.Mark;
import studio.sinopia.document.StrokePoint;

/** One movement of the hand while it is under way: it leaves marks. */
interface Gesture {

    /**
     * The pointer moved on with the button held.
     *
     * @param constrained whether the figure shall be regular: a square, a circle, a line at a multiple of 15 degrees
     */
    void to(StrokePoint point, boolean constrained);

    /** What it would leave if it ended now. */
    List<Mark> marks();

    /** What it leaves now that it has ended. */
    default List<Mark> finished() {
        return marks();
    }
}
