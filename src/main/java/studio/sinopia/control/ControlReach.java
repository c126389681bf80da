package studio.sinopia.control;

import java.util.Optional;
import studio.sinopia.core.Raster;

/**
 * Where a control is obeyed, on the canvas and in the depth of the network.
 *
 * @param mask white where it is obeyed, black where not, of the map's size; empty for everywhere
 * @param falloff factor from one layer of the network to the next shallower one, 0 … 1: 1 = all alike, {@value #SOFT} lets shallow
 *     layers, which draw details, hear less than deep ones, which compose
 */
public record ControlReach(Optional<Raster> mask, double falloff) {

    /** What peers call soft weighting. */
    public static final double SOFT = 0.825;
    /** Everywhere, in all layers alike. */
    public static final ControlReach EVERYWHERE = new ControlReach(Optional.empty(), 1);

    public ControlReach {
        if (!(falloff >= 0 && falloff <= 1)) {
            throw new IllegalArgumentException("Falloff from layer to layer needs 0 to 1, got " + falloff);
        }
    }

    public ControlReach withMask(Optional<Raster> newMask) {
        return new ControlReach(newMask, falloff);
    }
}
