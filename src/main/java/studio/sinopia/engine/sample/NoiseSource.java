package studio.sinopia.engine.sample;

import ai.djl.ndarray.NDArray;

/** Unit noise by name, so that one method's draw never moves another's. */
@FunctionalInterface
public interface NoiseSource {

    /**
     * @param step number of the step, from 0
     * @param purpose who draws, for example {@code ancestral}
     * @param like gives the shape, [batch, channels, height, width], and the owner
     */
    NDArray draw(int step, String purpose, NDArray like);

    /**
     * Unit noise of the way from one sigma to a smaller one. Overlapping ways share their noise where the source knows a path;
     * otherwise it is as any other.
     *
     * @param from sigma at which the way begins
     * @param to sigma at which it ends, 0 ≤ to < from
     */
    default NDArray onTheWay(int step, String purpose, double from, double to, NDArray like) {
        return draw(step, purpose, like);
    }
}
