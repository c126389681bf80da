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
}
