package studio.sinopia.engine.unet;

import ai.djl.ndarray.NDArray;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.nn.Convolution;
import studio.sinopia.engine.nn.Parameters;
import studio.sinopia.engine.nn.SpatialTransformer;
import studio.sinopia.engine.nn.TransformerContext;
import studio.sinopia.engine.tensor.Kernels;

/** The first half of a U-Net: entrance, clock, encoder blocks and middle. A ControlNet has the same. */
public final class UNetEncoder {

    private final Kernels kernels;
    private final Convolution entry;
    private final UNetClock clock;
    private final List<UNetBlock> blocks;
    private final UNetBlock middle;

    private UNetEncoder(Kernels kernels, Convolution entry, UNetClock clock, List<UNetBlock> blocks, UNetBlock middle) {
        this.kernels = kernels;
        this.entry = entry;
        this.clock = clock;
        this.blocks = List.copyOf(blocks);
        this.middle = middle;
    }

    /**
     * What the encoder has to say.
     *
     * @param skips for the decoder, finest first, in the order in which they arose
     * @param middle output of the middle block
     */
    public record Encoded(List<NDArray> skips, NDArray middle) {

        public Encoded {
            skips = List.copyOf(skips);
        }
    }

    public static UNetEncoder load(Parameters parameters, UNetConfig config) throws StudioException {
        Convolution entry = Convolution.load(
                parameters,
                "conv_in",
                config.inChannels(),
                config.levels().getFirst().channels(),
                config.entryKernel(),
                1);
        UNetClock clock = UNetClock.load(parameters, config);
        List<UNetBlock> blocks = new ArrayList<>();
        for (int i = 0; i < config.levels().size(); i++) {
            blocks.add(UNetBlock.down(parameters, config, i));
        }
        return new UNetEncoder(parameters.kernels(), entry, clock, blocks, UNetBlock.middle(parameters, config));
    }

    public Convolution entry() {
        return entry;
    }

    public List<UNetBlock> blocks() {
        return blocks;
    }

    public UNetBlock middle() {
        return middle;
    }

    public UNetClock clock() {
        return clock;
    }

    /** How many transformers there are, the middle's included. */
    public int transformers() {
        return blocks.stream().mapToInt(block -> block.attentions().size()).sum()
                + middle.attentions().size();
    }

    /** Keys and values of every transformer, encoder first, then the middle. */
    public List<TransformerContext> contexts(NDArray text) {
        List<TransformerContext> contexts = new ArrayList<>();
        for (UNetBlock block : blocks) {
            for (SpatialTransformer attention : block.attentions()) {
                contexts.add(attention.context(text));
            }
        }
        middle.attentions().forEach(attention -> contexts.add(attention.context(text)));
        return contexts;
    }

    /**
     * @param time activated time embedding
     * @param companion reads along and adds
     */
    public Encoded encode(UNetCall call, NDArray time, Companion companion) {
        var taps = new TapWalk(call.taps(), kernels);
        Deque<NDArray> features = new ArrayDeque<>(call.features());
        List<NDArray> skips = new ArrayList<>();
        NDArray x = entry.enter(call.sample()); // [rows, channels, height, width], channels-last in memory
        x = taps.feature(TapPoint.Side.DOWN, 0, TapPoint.Part.ENTRY, 0, x);
        x = companion.entered(call.sample(), x);
        skips.add(x);
        int transformer = 0;
        for (int i = 0; i < blocks.size(); i++) {
            UNetBlock block = blocks.get(i);
            boolean attends = !block.attentions().isEmpty();
            for (int j = 0; j < block.resnets().size(); j++) {
                companion.beforeLayer(x);
                x = block.resnets().get(j).apply(x, time);
                x = taps.feature(TapPoint.Side.DOWN, i, TapPoint.Part.RESNET, j, x);
                if (attends) {
                    x = taps.attend(
                            TapPoint.Side.DOWN,
                            i,
                            j,
                            block.attentions().get(j),
                            x,
                            call.context().transformer(transformer++));
                }
                x = companion.afterLayer(x);
                if (attends && j == block.resnets().size() - 1 && !features.isEmpty()) {
                    x = x.add(features.removeFirst());
                }
                skips.add(x);
            }
            if (block.down().isPresent()) {
                companion.beforeLayer(x);
                x = block.down().get().apply(x);
                x = taps.feature(TapPoint.Side.DOWN, i, TapPoint.Part.SAMPLER, 0, x);
                x = companion.afterLayer(x);
                skips.add(x);
            }
            if (!attends && !features.isEmpty()) {
                x = x.add(features.removeFirst());
                skips.set(skips.size() - 1, x);
            }
        }
        companion.beforeLayer(x);
        x = companion.afterLayer(middle(call, time, taps, x, transformer));
        boolean fits = !features.isEmpty() && features.getFirst().getShape().equals(x.getShape());
        return new Encoded(skips, fits ? x.add(features.removeFirst()) : x);
    }

    private NDArray middle(UNetCall call, NDArray time, TapWalk taps, NDArray input, int transformer) {
        NDArray x = input;
        for (int j = 0; j < middle.resnets().size(); j++) {
            x = middle.resnets().get(j).apply(x, time);
            x = taps.feature(TapPoint.Side.MID, 0, TapPoint.Part.RESNET, j, x);
            if (j < middle.attentions().size()) {
                x = taps.attend(
                        TapPoint.Side.MID,
                        0,
                        j,
                        middle.attentions().get(j),
                        x,
                        call.context().transformer(transformer + j));
            }
        }
        return x;
    }
}
