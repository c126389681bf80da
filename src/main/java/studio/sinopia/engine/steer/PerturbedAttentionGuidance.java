package studio.sinopia.engine.steer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import java.util.function.Function;
import studio.sinopia.engine.unet.AttentionCall;
import studio.sinopia.engine.unet.AttentionPoint;
import studio.sinopia.engine.unet.TapPoint;
import studio.sinopia.engine.unet.UNetTaps;

/**
 * Away from what the network gives when the self-attentions of its middle look at nothing but themselves. Ahn et al. 2024,
 * equation 6 together with classifier-free guidance; the strength of the step is the scale, 3 beside a guidance of 4.
 */
public record PerturbedAttentionGuidance() implements BranchMoment, AttentionMoment, CombineMoment {

    /** The row whose self-attention is the identity. */
    public static final BranchList.Branch PERTURBED =
            new BranchList.Branch("perturbed attention", Conditions.Role.PROMPT);

    @Override
    public Rank rank() {
        return Rank.GUIDANCE;
    }

    @Override
    public void branches(BranchList branches, StepPoint point) {
        branches.add(PERTURBED);
    }

    @Override
    public UNetTaps taps(BranchList branches, CanvasWindow window, StepPoint point) {
        return new Identity(branches.indexOf(PERTURBED));
    }

    @Override
    public NDArray combine(NDArray guided, Predictions predictions, StepPoint point) {
        NDArray conditional = predictions.of(BranchList.CONDITIONAL);
        return guided.add(conditional.sub(predictions.of(PERTURBED)).mul(point.strength()));
    }

    /** In one row every token attends to itself alone, so the result is its value. */
    private record Identity(int row) implements UNetTaps {

        @Override
        public boolean wants(AttentionPoint point) {
            return point.kind() == AttentionPoint.Kind.SELF
                    && point.transformer().side() == TapPoint.Side.MID;
        }

        @Override
        public NDArray attention(AttentionCall call, Function<AttentionCall, NDArray> ordinary) {
            NDArray result = ordinary.apply(call); // [rows, heads, tokens, channels / heads]
            return BatchRows.replace(result, row, call.v().get(new NDIndex("{}:{}", row, row + 1)));
        }
    }
}
