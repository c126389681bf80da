package studio.sinopia.document;

import studio.sinopia.control.ControlMode;
import studio.sinopia.control.StepWindow;

/**
 * How much a layer has to say.
 *
 * @param on whether it is shown and obeyed at all
 * @param strength control weight, 0 … 2
 * @param window the part of the steps in which it acts
 * @param mode who yields when prompt and layer disagree
 */
public record Influence(boolean on, double strength, StepWindow window, ControlMode mode) {

    public static final double STRONGEST = 2;
    public static final Influence STANDARD = new Influence(true, 1, StepWindow.ALWAYS, ControlMode.BALANCED);

    public Influence {
        if (!(strength >= 0 && strength <= STRONGEST)) { // written so that NaN fails too
            throw new IllegalArgumentException("Strength of a layer needs 0 to 2, got " + strength);
        }
    }

    public Influence turned(boolean newOn) {
        return new Influence(newOn, strength, window, mode);
    }

    public Influence withStrength(double newStrength) {
        return new Influence(on, newStrength, window, mode);
    }

    public Influence withWindow(StepWindow newWindow) {
        return new Influence(on, strength, newWindow, mode);
    }

    public Influence withMode(ControlMode newMode) {
        return new Influence(on, strength, window, newMode);
    }
}
