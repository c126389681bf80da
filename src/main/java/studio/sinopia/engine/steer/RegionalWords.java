package studio.sinopia.engine.steer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import studio.sinopia.control.StepWindow;
import studio.sinopia.core.Box;
import studio.sinopia.engine.unet.AttentionCall;
import studio.sinopia.engine.unet.AttentionPoint;
import studio.sinopia.engine.unet.UNetTaps;

/**
 * Keeps phrases of the prompt inside boxes: in every cross-attention the words of a phrase are all but forbidden outside their
 * box and favoured inside it, the more the noisier. After Balaji et al. 2022, section 5 ("paint with words"), with the outside
 * masked. All phrases of a run are one method, because they share one softmax; of a composed prompt they are sought in the first part.
 */
public record RegionalWords(List<Region> regions) implements AttentionMoment {

    private static final double OUTSIDE = -8;
    private static final double INSIDE = 0.5;
    private static final double NOISIEST =
            15; // favouring grows no further than at the start of Stable Diffusion's walk

    public RegionalWords {
        regions = List.copyOf(regions);
    }

    /**
     * A phrase in its box.
     *
     * @param words numbers of its tokens in what is told at a step; none where the prompt does not say it then
     * @param strength 0 … 2
     */
    public record Region(IntFunction<List<Integer>> words, Box box, double strength, StepWindow window) {

        /** In the same place at every step. */
        public Region(List<Integer> words, Box box, double strength, StepWindow window) {
            this(step -> words, box, strength, window);
        }
    }

    @Override
    public Rank rank() {
        return Rank.LAYOUT;
    }

    @Override
    public UNetTaps taps(BranchList branches, CanvasWindow window, StepPoint point) {
        List<Region> now = regions.stream()
                .filter(region -> region.window().includes(point.step(), point.steps()))
                .toList();
        double favour = INSIDE * Math.log1p(Math.min(point.sigma(), NOISIEST));
        return now.isEmpty() ? UNetTaps.NONE : new Masked(now, point.step(), branches, window, favour);
    }

    private record Masked(List<Region> regions, int step, BranchList branches, CanvasWindow window, double favour)
            implements UNetTaps {

        @Override
        public boolean wants(AttentionPoint point) {
            return point.kind() == AttentionPoint.Kind.CROSS;
        }

        @Override
        public NDArray attention(AttentionCall call, Function<AttentionCall, NDArray> ordinary) {
            NDArray result = ordinary.apply(call); // [rows, heads, tokens, channels / heads]
            NDArray bias = bias(call);
            for (int row = 0; row < branches.size(); row++) {
                BranchList.Branch branch = branches.rows().get(row);
                if (branch.role() == Conditions.Role.PROMPT && branch.part() == 0) {
                    NDIndex only = new NDIndex("{}:{}", row, row + 1);
                    AttentionCall one = call.with(
                            call.q().get(only), call.k().get(only), call.v().get(only));
                    NDArray probabilities = one.logits().add(bias).softmax(-1);
                    result = BatchRows.replace(result, row, one.output(probabilities));
                }
            }
            return result;
        }

        /** What is added to the logits, [1, 1, tokens, words]. */
        private NDArray bias(AttentionCall call) {
            int words = Math.toIntExact(call.k().getShape().get(2));
            float[] bias = new float[call.height() * call.width() * words];
            for (Region region : regions) {
                for (int y = 0; y < call.height(); y++) {
                    for (int x = 0; x < call.width(); x++) {
                        double wish = region.strength() * (contains(region.box(), x, y, call) ? favour : OUTSIDE);
                        for (int word : region.words().apply(step)) {
                            bias[(y * call.width() + x) * words + word] += (float) wish;
                        }
                    }
                }
            }
            return call.q().getManager().create(bias, new Shape(1, 1, (long) call.height() * call.width(), words));
        }

        /** Whether the middle of a token lies in a box of the canvas. */
        private boolean contains(Box box, int x, int y, AttentionCall call) {
            double u = (window.x() + (x + 0.5) / call.width() * window.width()) / window.canvasWidth();
            double v = (window.y() + (y + 0.5) / call.height() * window.height()) / window.canvasHeight();
            return u >= box.x() && u <= box.x() + box.width() && v >= box.y() && v <= box.y() + box.height();
        }
    }
}
