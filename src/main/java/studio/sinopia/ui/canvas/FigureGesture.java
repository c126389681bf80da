package studio.sinopia.ui.canvas;

import java.util.List;
import studio.sinopia.document.Mark;
import studio.sinopia.document.StrokePoint;

/** A figure between the place where the button was pressed and the place where the pointer is. */
final class FigureGesture implements Gesture {

    private static final double TURN = Math.PI / 12;

    /** Makes the figure between two places. */
    @FunctionalInterface
    interface Figure {
        List<Mark> between(StrokePoint from, StrokePoint to);
    }

    private final StrokePoint from;
    private final boolean straight;
    private final Figure figure;
    private StrokePoint to;

    /** @param straight whether it is a line, which is constrained in its angle; else in its proportions */
    FigureGesture(StrokePoint from, boolean straight, Figure figure) {
        this.from = from;
        this.to = from;
        this.straight = straight;
        this.figure = figure;
    }

    @Override
    public void to(StrokePoint point, boolean constrained) {
        if (!constrained) {
            to = point;
            return;
        }
        double dx = point.x() - from.x();
        double dy = point.y() - from.y();
        if (straight) {
            double angle = Math.round(Math.atan2(dy, dx) / TURN) * TURN;
            double length = Math.hypot(dx, dy);
            to = new StrokePoint(from.x() + length * Math.cos(angle), from.y() + length * Math.sin(angle));
        } else {
            double side = Math.max(Math.abs(dx), Math.abs(dy));
            to = new StrokePoint(from.x() + Math.copySign(side, dx), from.y() + Math.copySign(side, dy));
        }
    }

    @Override
    public List<Mark> marks() {
        return from.x() == to.x() && from.y() == to.y() ? List.of() : figure.between(from, to);
    }
}
