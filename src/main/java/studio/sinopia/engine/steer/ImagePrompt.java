package studio.sinopia.engine.steer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import studio.sinopia.engine.adapter.IpAdapter;
import studio.sinopia.engine.unet.AttentionCall;
import studio.sinopia.engine.unet.AttentionPoint;
import studio.sinopia.engine.unet.UNetTaps;

/**
 * Lets a picture be heard beside the words: every cross-attention also asks the picture's tokens, and what it hears there is added,
 * as strongly as the step says. Ye et al. 2023, equation 5. Rows of the negative prompt hear a picture of nothing.
 */
public final class ImagePrompt implements AttentionMoment {

    private static final int PICTURE = 0;
    private static final int NOTHING = 1;

    private final Map<AttentionPoint, Heard> heard = new HashMap<>();

    /** What one attention asks, [2, tokens, channels]: the picture and nothing. */
    private record Heard(NDArray keys, NDArray values) {}

    /**
     * @param told tokens of the picture and of nothing, [2, tokens, width of the text]; what is made of them belongs to the open scope
     */
    public ImagePrompt(IpAdapter adapter, NDArray told) {
        for (AttentionPoint place : adapter.places()) {
            heard.put(place, new Heard(adapter.keys(place, told), adapter.values(place, told)));
        }
    }

    /** Outermost, so that nothing which is done to the words is done to the picture. */
    @Override
    public Rank rank() {
        return Rank.FILTER;
    }

    @Override
    public UNetTaps taps(BranchList branches, CanvasWindow window, StepPoint point) {
        return new Beside(branches, point.strength());
    }

    private final class Beside implements UNetTaps {

        private final BranchList branches;
        private final double strength;

        Beside(BranchList branches, double strength) {
            this.branches = branches;
            this.strength = strength;
        }

        @Override
        public boolean wants(AttentionPoint point) {
            return heard.containsKey(point);
        }

        @Override
        public NDArray attention(AttentionCall call, Function<AttentionCall, NDArray> ordinary) {
            NDArray words = ordinary.apply(call); // [rows, heads, tokens, channels / heads]
            Heard here = heard.get(call.point());
            if (here == null) {
                return words;
            }
            int heads = Math.toIntExact(call.q().getShape().get(1));
            NDArray k = call.kernels().call("split_heads", rows(here.keys()), heads);
            NDArray v = call.kernels().call("split_heads", rows(here.values()), heads);
            return words.add(call.with(call.q(), k, v).output().mul(strength));
        }

        /** For each row of the batch what it hears. */
        private NDArray rows(NDArray both) {
            var rows = new NDList();
            for (BranchList.Branch branch : branches.rows()) {
                int row = branch.role() == Conditions.Role.NEGATIVE ? NOTHING : PICTURE;
                rows.add(both.get(new NDIndex("{}:{}", row, row + 1)));
            }
            return NDArrays.concat(rows, 0);
        }
    }
}
