package studio.sinopia.engine.steer;

import java.util.function.DoubleUnaryOperator;
import studio.sinopia.control.StepWindow;

/**
 * A method with the wish when and how strongly it acts: the same for all methods, so that none needs it built in.
 *
 * @param method what acts
 * @param window when
 * @param curve strength by fraction of the steps done, 0 … 1
 */
public record Steered(SteeringMethod method, StepWindow window, DoubleUnaryOperator curve) {

    /** Always, at strength 1. */
    public static Steered always(SteeringMethod method) {
        return of(method, StepWindow.ALWAYS, 1);
    }

    public static Steered of(SteeringMethod method, StepWindow window, double strength) {
        return new Steered(method, window, fraction -> strength);
    }

    double strength(int step, int steps) {
        return curve.applyAsDouble(steps == 1 ? 0 : step / (steps - 1.0));
    }
}
