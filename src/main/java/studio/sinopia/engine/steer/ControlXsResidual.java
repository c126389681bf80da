package studio.sinopia.engine.steer;

import ai.djl.ndarray.NDArray;
import java.util.IdentityHashMap;
import java.util.Optional;
import studio.sinopia.engine.adapter.ControlNetXS;
import studio.sinopia.engine.unet.Residuals;
import studio.sinopia.engine.unet.TextContext;
import studio.sinopia.engine.unet.UNetCall;

/**
 * Obeys one condition map through a ControlNet-XS (Zavadski et al. 2023), which talks with the network layer by layer and so
 * computes the prediction itself. The strength of the step is the weight of what it adds.
 */
public final class ControlXsResidual implements ResidualMoment {

    private final ControlNetXS adapter;
    private final HintWindow hint;
    private final IdentityHashMap<NDArray, TextContext> contexts = new IdentityHashMap<>();

    /** @param hint condition map, [1, 3, height, width] in pixels, 0 … 1 */
    public ControlXsResidual(ControlNetXS adapter, NDArray hint) {
        this.adapter = adapter;
        this.hint = new HintWindow(adapter.embed(hint));
    }

    @Override
    public Rank rank() {
        return Rank.LAYOUT;
    }

    @Override
    public void prepare(BranchList branches, NDArray text) {
        contexts.put(text, adapter.context(text));
    }

    @Override
    public Optional<Residuals> residuals(NetworkInput input, StepPoint point) {
        return Optional.empty();
    }

    @Override
    public Optional<NDArray> predict(UNetCall call, NetworkInput input, StepPoint point) {
        TextContext context = contexts.get(input.text());
        if (context == null) {
            throw new IllegalStateException("The rows of this step were not announced before the run");
        }
        return Optional.of(adapter.predict(call, context, hint.seen(input.window()), point.strength()));
    }

    @Override
    public void close() {
        contexts.values().forEach(TextContext::close);
        contexts.clear();
    }
}
