package studio.sinopia.control;

import java.util.Optional;
import studio.sinopia.condition.ConditionMap;
import studio.sinopia.core.Box;

/** One thing the picture must obey. Pure data. */
public sealed interface Control {

    /** How strongly, 0 (off) … 2. */
    double strength();

    /** When. */
    StepWindow window();

    /**
     * Follow the structure of a map: edges, segments, depth, pose.
     *
     * @param map of the picture's size
     * @param strength 0 … 2
     * @param network file or folder of the control network; empty for the one that the model brings for this kind of map
     */
    record Structure(ConditionMap map, double strength, StepWindow window, ControlMode mode, Optional<String> network)
            implements Control {
        public Structure {
            checkStrength(strength);
        }

        /** Through the model's own network for this kind of map. */
        public Structure(ConditionMap map, double strength, StepWindow window, ControlMode mode) {
            this(map, strength, window, mode, Optional.empty());
        }

        public Structure(ConditionMap map) {
            this(map, 1, StepWindow.ALWAYS, ControlMode.BALANCED);
        }

        public Structure withMap(ConditionMap newMap) {
            return new Structure(newMap, strength, window, mode, network);
        }
    }

    /**
     * Keep one phrase of the prompt inside one box.
     *
     * @param phrase words of the prompt
     * @param strength 0 … 2
     */
    record Placement(String phrase, Box box, double strength, StepWindow window) implements Control {
        public Placement {
            checkStrength(strength);
        }
    }

    private static void checkStrength(double strength) {
        if (!(strength >= 0 && strength <= 2)) {
            throw new IllegalArgumentException("Control strength needs 0 to 2, got " + strength);
        }
    }
}
