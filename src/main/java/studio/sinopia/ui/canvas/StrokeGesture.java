package studio.sinopia.ui.canvas;

import java.util.List;
import java.util.function.Function;
import studio.sinopia.document.Mark;
import studio.sinopia.document.StrokePoint;
import studio.sinopia.document.StrokeTrail;

/** Brush or eraser following the pen. */
final class StrokeGesture implements Gesture {

    private final StrokeTrail trail;
    private final Function<Mark.Stroke, Mark> leaving;

    /** @param leaving what becomes of the stroke, for example an erasure */
    StrokeGesture(StrokeTrail trail, Function<Mark.Stroke, Mark> leaving) {
        this.trail = trail;
        this.leaving = leaving;
    }

    @Override
    public void to(StrokePoint point, boolean constrained) {
        trail.to(point);
    }

    @Override
    public List<Mark> marks() {
        return List.of(leaving.apply(trail.soFar()));
    }

    @Override
    public List<Mark> finished() {
        return List.of(leaving.apply(trail.stroke()));
    }
}
