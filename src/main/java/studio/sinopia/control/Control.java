package studio.sinopia.control;

import java.util.Optional;
import studio.sinopia.condition.ConditionMap;
import studio.sinopia.condition.FitMode;
import studio.sinopia.condition.Fitting;
import studio.sinopia.core.Box;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;

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
     * @param reach where on the canvas and in which layers
     */
    record Structure(
            ConditionMap map,
            double strength,
            StepWindow window,
            ControlMode mode,
            Optional<String> network,
            ControlReach reach)
            implements Control {
        public Structure {
            checkStrength(strength);
        }

        /** Through the model's own network for this kind of map. */
        public Structure(ConditionMap map, double strength, StepWindow window, ControlMode mode) {
            this(map, strength, window, mode, Optional.empty());
        }

        /** Everywhere, in all layers alike. */
        public Structure(
                ConditionMap map, double strength, StepWindow window, ControlMode mode, Optional<String> network) {
            this(map, strength, window, mode, network, ControlReach.EVERYWHERE);
        }

        public Structure(ConditionMap map) {
            this(map, 1, StepWindow.ALWAYS, ControlMode.BALANCED);
        }

        public Structure withMap(ConditionMap newMap) {
            return new Structure(newMap, strength, window, mode, network, reach);
        }

        public Structure withReach(ControlReach newReach) {
            return new Structure(map, strength, window, mode, network, newReach);
        }

        /** With map and mask scaled to a size, whatever becomes of their shape. */
        public Structure fitted(Size size) {
            Optional<Raster> mask = reach.mask().map(white -> Fitting.picture(white, size, FitMode.STRETCH));
            return withMap(Fitting.map(map, size, FitMode.STRETCH)).withReach(reach.withMask(mask));
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

    /**
     * Look like a picture: an IP-Adapter lets it be heard beside the words.
     *
     * @param picture of any size; its middle square is looked at
     * @param adapter file of the IP-Adapter
     * @param encoder file or folder of the CLIP image encoder; empty for the folder {@code image_encoder} beside the adapter
     * @param strength 0 … 2
     */
    record Reference(Raster picture, String adapter, Optional<String> encoder, double strength, StepWindow window)
            implements Control {
        public Reference {
            checkStrength(strength);
            if (adapter.isBlank()) {
                throw new IllegalArgumentException("A reference picture needs the file of an IP-Adapter");
            }
        }
    }

    private static void checkStrength(double strength) {
        if (!(strength >= 0 && strength <= 2)) {
            throw new IllegalArgumentException("Control strength needs 0 to 2, got " + strength);
        }
    }
}
