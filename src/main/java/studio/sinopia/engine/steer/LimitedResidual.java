package studio.sinopia.engine.steer;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.sinopia.engine.tensor.Kernels;
import studio.sinopia.engine.unet.Residuals;

/**
 * An adapter that is heard only in a part of the canvas, and less in shallow layers than in deep ones.
 *
 * @param adapter what is limited; it must not compute in the network's place
 * @param mask how much it is heard in each cell of the latent, 0 … 1, [1, 1, height, width]; empty for everywhere
 * @param falloff factor from one layer to the next shallower one; 1 = all alike
 */
public record LimitedResidual(ResidualMoment adapter, Optional<NDArray> mask, double falloff, Kernels kernels)
        implements ResidualMoment {

    @Override
    public Rank rank() {
        return adapter.rank();
    }

    @Override
    public void prepare(BranchList branches, NDArray text) {
        adapter.prepare(branches, text);
    }

    @Override
    public Optional<Residuals> residuals(NetworkInput input, StepPoint point) {
        Optional<Residuals> whole = adapter.residuals(input, point);
        if (whole.isEmpty()) {
            return whole;
        }
        int skips = whole.get().down().size();
        double[] factors = new double[skips + 1];
        for (int i = 0; i <= skips; i++) {
            factors[i] = Math.pow(falloff, skips - i);
        }
        Residuals weighted = whole.get().times(factors);
        return Optional.of(new Residuals(
                weighted.down().stream()
                        .map(skip -> masked(skip, input.window()))
                        .toList(),
                masked(weighted.mid(), input.window())));
    }

    @Override
    public List<NDArray> features(NetworkInput input, StepPoint point) {
        List<NDArray> whole = adapter.features(input, point);
        List<NDArray> limited = new ArrayList<>();
        for (int i = 0; i < whole.size(); i++) {
            NDArray weighted = whole.get(i).mul(Math.pow(falloff, whole.size() - 1 - i));
            limited.add(masked(weighted, input.window()));
        }
        return limited;
    }

    private NDArray masked(NDArray feature, CanvasWindow window) {
        if (mask.isEmpty()) {
            return feature;
        }
        int height = Math.toIntExact(feature.getShape().get(2));
        int width = Math.toIntExact(feature.getShape().get(3));
        return feature.mul(kernels.call("resize_area", window.cut(mask.get()), height, width));
    }

    @Override
    public void close() {
        adapter.close();
    }
}
