package studio.sinopia.engine.steer;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Optional;
import studio.sinopia.engine.adapter.T2IAdapter;
import studio.sinopia.engine.unet.Residuals;

/**
 * Obeys one condition map through a T2I-Adapter (Mou et al. 2023), whose features do not change from step to step. The strength
 * of the step is the weight of what it adds; every row hears the same.
 */
public final class AdapterFeatures implements ResidualMoment {

    private final T2IAdapter adapter;
    private final NDArray hint;
    private final int reduction;
    private final List<NDArray> whole;

    /**
     * @param hint condition map, [1, 3, height, width] in pixels, 0 … 1
     * @param reduction pixels of a side that become one cell of the latent
     */
    public AdapterFeatures(T2IAdapter adapter, NDArray hint, int reduction) {
        this.adapter = adapter;
        this.hint = hint;
        this.reduction = reduction;
        this.whole = adapter.features(hint);
    }

    @Override
    public Rank rank() {
        return Rank.LAYOUT;
    }

    @Override
    public Optional<Residuals> residuals(NetworkInput input, StepPoint point) {
        return Optional.empty();
    }

    @Override
    public List<NDArray> features(NetworkInput input, StepPoint point) {
        return seen(input.window()).stream()
                .map(feature -> feature.mul(point.strength()))
                .toList();
    }

    /** Features of a window are computed from its part of the map, so that they are as many cells as the network has there. */
    private List<NDArray> seen(CanvasWindow window) {
        return window.isWhole()
                ? whole
                : adapter.features(hint.get(
                        ":, :, {}:{}, {}:{}",
                        window.y() * reduction,
                        (window.y() + window.height()) * reduction,
                        window.x() * reduction,
                        (window.x() + window.width()) * reduction));
    }
}
