package studio.sinopia.engine.steer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import studio.sinopia.control.ControlMode;
import studio.sinopia.control.StepWindow;
import studio.sinopia.core.Box;
import studio.sinopia.engine.adapter.ControlBranch;
import studio.sinopia.engine.tensor.NoiseStream;
import studio.sinopia.engine.tensor.OpenTorch;
import studio.sinopia.engine.tensor.Torch;
import studio.sinopia.engine.unet.AttentionCall;
import studio.sinopia.engine.unet.AttentionPoint;
import studio.sinopia.engine.unet.Residuals;
import studio.sinopia.engine.unet.TapPoint;
import studio.sinopia.engine.unet.TextContext;
import studio.sinopia.engine.unet.UNetCall;
import studio.sinopia.engine.unet.UNetTaps;

class AttentionSteeringTest {

    private static final TapPoint MID = new TapPoint(TapPoint.Side.MID, 0, TapPoint.Part.ATTENTION, 0);

    @RegisterExtension
    final OpenTorch opened = new OpenTorch();

    private final Torch torch = opened.torch();
    private final NDManager manager = opened.manager();

    private NDArray normal(String name, long... shape) {
        return new NoiseStream(1, 0, 0, name).normal(manager, new Shape(shape));
    }

    private AttentionCall call(AttentionPoint.Kind kind, int rows, int side, int keys) {
        return new AttentionCall(
                new AttentionPoint(MID, 0, kind),
                side,
                side,
                normal("q", rows, 2, (long) side * side, 8),
                normal("k", rows, 2, keys, 8),
                normal("v", rows, 2, keys, 8),
                torch.kernels());
    }

    private static BranchList perturbed() {
        var branches = new BranchList();
        branches.add(ClassifierFreeGuidance.EMPTY);
        branches.add(PerturbedAttentionGuidance.PERTURBED);
        return branches;
    }

    @Test
    void inThePerturbedRowEveryTokenLooksAtItselfAlone() {
        AttentionCall call = call(AttentionPoint.Kind.SELF, 3, 4, 16);
        UNetTaps taps = new PerturbedAttentionGuidance().taps(perturbed(), CanvasWindow.whole(4, 4), Walks.point(1));
        assertTrue(taps.wants(call.point()));
        NDArray result = taps.attention(call, AttentionCall::output);
        assertArrayEquals(call.v().get(2).toFloatArray(), result.get(2).toFloatArray(), 0);
        NDArray ordinary = call.output();
        assertArrayEquals(ordinary.get(0).toFloatArray(), result.get(0).toFloatArray(), 0);
        assertArrayEquals(ordinary.get(1).toFloatArray(), result.get(1).toFloatArray(), 0);
    }

    @Test
    void perturbedAttentionLeavesWordsAndOtherBlocksAlone() {
        UNetTaps taps = new PerturbedAttentionGuidance().taps(perturbed(), CanvasWindow.whole(4, 4), Walks.point(1));
        assertFalse(taps.wants(new AttentionPoint(MID, 0, AttentionPoint.Kind.CROSS)));
        var down = new TapPoint(TapPoint.Side.DOWN, 0, TapPoint.Part.ATTENTION, 0);
        assertFalse(taps.wants(new AttentionPoint(down, 0, AttentionPoint.Kind.SELF)));
    }

    @Test
    void aPlacedWordIsSeenInsideItsBoxAndHardlyOutside() {
        int word = 3;
        var region = new RegionalWords.Region(List.of(word), new Box(0, 0, 0.5, 0.5), 1, StepWindow.ALWAYS);
        AttentionCall call = call(AttentionPoint.Kind.CROSS, 2, 4, 6);
        var branches = new BranchList();
        branches.add(ClassifierFreeGuidance.EMPTY);
        UNetTaps taps = new RegionalWords(List.of(region)).taps(branches, CanvasWindow.whole(8, 8), Walks.point(5));
        // values that say which word was looked at
        float[] marked = new float[2 * 2 * 6 * 8];
        for (int i = 0; i < marked.length; i++) {
            marked[i] = i / 8 % 6 == word ? 1 : 0;
        }
        AttentionCall share = call.with(call.q(), call.k(), manager.create(marked, new Shape(2, 2, 6, 8)));
        NDArray result = taps.attention(share, AttentionCall::output); // [rows, heads, 16 tokens, 8]
        NDArray plain = share.output();
        for (int token = 0; token < 16; token++) {
            boolean inside = token % 4 < 2 && token / 4 < 2;
            float steered = result.getFloat(0, 0, token, 0);
            float before = plain.getFloat(0, 0, token, 0);
            assertTrue(inside ? steered > before : steered < 0.01, token + ": " + before + " to " + steered);
        }
        assertArrayEquals(
                plain.get(1).toFloatArray(), result.get(1).toFloatArray(), 0, "the negative prompt has no boxes");
    }

    @Test
    void boxesBelongToTheCanvasAndNotToTheWindow() {
        var region = new RegionalWords.Region(List.of(0), new Box(0.5, 0, 0.5, 1), 1, StepWindow.ALWAYS);
        AttentionCall call = call(AttentionPoint.Kind.CROSS, 1, 4, 2);
        var rightHalf = new CanvasWindow(8, 0, 8, 8, 16, 8);
        var leftHalf = new CanvasWindow(0, 0, 8, 8, 16, 8);
        var words = new RegionalWords(List.of(region));
        float[] marked = new float[2 * 2 * 8];
        for (int i = 0; i < marked.length; i++) {
            marked[i] = i / 8 % 2 == 0 ? 1 : 0;
        }
        AttentionCall share = call.with(call.q(), call.k(), manager.create(marked, new Shape(1, 2, 2, 8)));
        NDArray right = words.taps(new BranchList(), rightHalf, Walks.point(1)).attention(share, AttentionCall::output);
        NDArray left = words.taps(new BranchList(), leftHalf, Walks.point(1)).attention(share, AttentionCall::output);
        NDArray plain = share.output();
        assertTrue(right.sub(plain).min().getFloat() > 0, "everywhere inside the box");
        assertTrue(left.sub(plain).max().getFloat() < 0, "everywhere outside the box");
    }

    /** A control whose residuals are ones. */
    private static final class Ones implements ControlBranch {

        @Override
        public NDArray embed(NDArray hint) {
            return hint;
        }

        @Override
        public TextContext context(NDArray text) {
            return new TextContext(text, List.of());
        }

        @Override
        public Residuals residuals(UNetCall call, NDArray embeddedHint) {
            NDArray ones = call.sample().onesLike();
            return new Residuals(List.of(ones, ones), ones);
        }

        @Override
        public void close() {
            // has nothing
        }
    }

    private Residuals control(ControlMode mode, double strength) {
        BranchList branches = new BranchList();
        branches.add(ClassifierFreeGuidance.EMPTY);
        NDArray text = manager.ones(new Shape(2, 3, 2));
        NDArray sample = manager.ones(new Shape(2, 4, 8, 8));
        var method = new ControlResidual(new Ones(), manager.ones(new Shape(1, 3, 8, 8)), mode);
        method.prepare(branches, text);
        var input = new NetworkInput(sample, text, Optional.empty(), branches, CanvasWindow.whole(8, 8));
        return method.residuals(input, Walks.point(3).withStrength(strength)).orElseThrow();
    }

    @Test
    void aBalancedControlIsWeightedEverywhereTheSame() {
        Residuals residuals = control(ControlMode.BALANCED, 0.7);
        assertEquals(0.7, residuals.down().getFirst().getFloat(0, 0, 0, 0), 1e-6);
        assertEquals(0.7, residuals.mid().getFloat(1, 0, 0, 0), 1e-6);
    }

    @Test
    void whereThePromptPrevailsShallowResidualsAreWeaker() {
        Residuals residuals = control(ControlMode.PROMPT, 1);
        assertEquals(0.825 * 0.825, residuals.down().get(0).getFloat(0, 0, 0, 0), 1e-6);
        assertEquals(0.825, residuals.down().get(1).getFloat(0, 0, 0, 0), 1e-6);
        assertEquals(1, residuals.mid().getFloat(0, 0, 0, 0), 1e-6);
        assertEquals(1, residuals.mid().getFloat(1, 0, 0, 0), 1e-6);
    }

    @Test
    void whereTheControlPrevailsTheNegativePromptHearsNothingOfIt() {
        Residuals residuals = control(ControlMode.CONTROL, 1);
        assertEquals(1, residuals.mid().getFloat(0, 0, 0, 0), 1e-6);
        assertEquals(0, residuals.mid().getFloat(1, 0, 0, 0), 0);
    }

    @Test
    void severalControlsAddUp() {
        NDArray hint = manager.ones(new Shape(1, 3, 8, 8));
        var steering = new Steering(List.of(
                Steered.of(new ControlResidual(new Ones(), hint, ControlMode.BALANCED), StepWindow.ALWAYS, 0.5),
                Steered.of(new ControlResidual(new Ones(), hint, ControlMode.BALANCED), StepWindow.ALWAYS, 0.25),
                Steered.of(new ControlResidual(new Ones(), hint, ControlMode.BALANCED), new StepWindow(0.5, 1), 1)));
        NDArray text = manager.ones(new Shape(1, 3, 2));
        steering.prepare(new BranchList(), text);
        var input = new NetworkInput(
                manager.ones(Walks.LATENT), text, Optional.empty(), new BranchList(), CanvasWindow.whole(8, 8));
        Residuals sum = steering.residuals(input, Walks.point(4)).orElseThrow();
        assertEquals(0.75, sum.mid().getFloat(0, 0, 0, 0), 1e-6, "the third acts later");
    }
}
