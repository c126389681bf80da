package studio.sinopia.measure;

import studio.sinopia.core.Raster;
import studio.sinopia.core.StudioException;

/** Says what a picture shows, pixel by pixel. */
@FunctionalInterface
public interface Judge {

    /**
     * Reads a picture whose sides are divisible by 4.
     *
     * @throws StudioException if this judge cannot judge
     */
    Verdict read(Raster picture) throws StudioException;
}
