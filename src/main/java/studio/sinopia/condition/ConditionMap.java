package studio.sinopia.condition;

import studio.sinopia.core.Raster;

/**
 * A map that the picture shall obey, as the network will see it: lines white on black, depth near = white, segments in
 * the exact colours of their palette, skeletons in the OpenPose colours.
 *
 * @param kind what the map says
 * @param raster the map in document coordinates at the model's resolution; alpha is ignored,
 *     except by {@link ConditionKind#INPAINT}: what is transparent is to be painted anew
 */
public record ConditionMap(ConditionKind kind, Raster raster) {

    public ConditionMap with(Raster other) {
        return new ConditionMap(kind, other);
    }
}
