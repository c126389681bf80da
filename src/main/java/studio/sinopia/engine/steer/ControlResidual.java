package studio.sinopia.engine.steer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import studio.sinopia.control.ControlMode;
import studio.sinopia.engine.adapter.ControlBranch;
import studio.sinopia.engine.unet.Residuals;
import studio.sinopia.engine.unet.TextContext;
import studio.sinopia.engine.unet.UNetCall;

/**
 * Obeys one condition map through a ControlNet. Zhang et al. 2023. The strength of the step is the weight; the modes are
 * those of sd-webui-controlnet: where prompt or control is to prevail, shallow residuals are weakened step by step, and where
 * control is to prevail, the row of the negative prompt hears nothing of it.
 */
public final class ControlResidual implements ResidualMoment {

    private static final double SHALLOWER = 0.825; // factor from one residual to the next shallower one

    private final ControlBranch branch;
    private final HintWindow hint;
    private final ControlMode mode;
    private final IdentityHashMap<NDArray, TextContext> contexts = new IdentityHashMap<>();

    /**
     * @param hint condition map, [1, 3, height, width] in pixels, 0 … 1
     * @param mode which side yields
     */
    public ControlResidual(ControlBranch branch, NDArray hint, ControlMode mode) {
        this.branch = branch;
        this.hint = new HintWindow(branch.embed(hint));
        this.mode = mode;
    }

    @Override
    public Rank rank() {
        return Rank.LAYOUT;
    }

    @Override
    public void prepare(BranchList branches, NDArray text) {
        contexts.put(text, branch.context(text));
    }

    @Override
    public Optional<Residuals> residuals(NetworkInput input, StepPoint point) {
        TextContext context = contexts.get(input.text());
        if (context == null) {
            throw new IllegalStateException("The rows of this step were not announced before the run");
        }
        UNetCall call = UNetCall.of(input.sample(), point.timestep(), context);
        if (input.added().isPresent()) {
            call = call.with(input.added().get());
        }
        Residuals plain = branch.residuals(call, hint.seen(input.window()));
        Residuals weighted = mode == ControlMode.BALANCED
                ? plain.times(point.strength())
                : plain.times(soft(plain.down().size(), point.strength()));
        return Optional.of(mode == ControlMode.CONTROL ? conditionalOnly(weighted, input) : weighted);
    }

    private static double[] soft(int skips, double strength) {
        double[] factors = new double[skips + 1];
        for (int i = 0; i <= skips; i++) {
            factors[i] = strength * Math.pow(SHALLOWER, skips - i);
        }
        return factors;
    }

    private static Residuals conditionalOnly(Residuals residuals, NetworkInput input) {
        List<BranchList.Branch> rows = input.branches().rows();
        float[] heard = new float[rows.size()];
        for (int i = 0; i < heard.length; i++) {
            heard[i] = rows.get(i).role() == Conditions.Role.NEGATIVE ? 0 : 1;
        }
        NDArray mask = input.sample().getManager().create(heard, new Shape(heard.length, 1, 1, 1));
        return new Residuals(
                residuals.down().stream().map(r -> r.mul(mask)).toList(),
                residuals.mid().mul(mask));
    }

    @Override
    public void close() {
        contexts.values().forEach(TextContext::close);
        contexts.clear();
    }
}
