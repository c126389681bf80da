package studio.sinopia.engine.steer;

import java.util.List;

/** Moment tile: looks at a large canvas through windows, whose clean estimates are merged. */
public interface TileMoment extends SteeringMethod {

    /** @return windows that together cover the canvas */
    List<CanvasWindow> windows(int canvasWidth, int canvasHeight, StepPoint point);
}
