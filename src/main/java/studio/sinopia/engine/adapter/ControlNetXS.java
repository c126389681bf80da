package studio.sinopia.engine.adapter;

import ai.djl.ndarray.NDArray;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.nn.Convolution;
import studio.sinopia.engine.nn.Parameters;
import studio.sinopia.engine.nn.ResnetBlock;
import studio.sinopia.engine.nn.SpatialTransformer;
import studio.sinopia.engine.nn.TimeEmbedding;
import studio.sinopia.engine.nn.TransformerContext;
import studio.sinopia.engine.tensor.TensorList;
import studio.sinopia.engine.tensor.Torch;
import studio.sinopia.engine.unet.TextContext;
import studio.sinopia.engine.unet.UNet2DConditionModel;
import studio.sinopia.engine.unet.UNetCall;
import studio.sinopia.engine.weights.ModelConfig;
import studio.sinopia.engine.weights.ModelPart;
import studio.sinopia.engine.weights.StoredWeights;
import studio.sinopia.engine.weights.Weights;

/**
 * ControlNet-XS (Zavadski et al. 2023): a small branch that reads the base network's features before every layer of its encoder
 * and writes back after it. It works inside the base network and gives the prediction itself, not residuals.
 */
public final class ControlNetXS implements AutoCloseable {

    private static final int LAYERS = 2; // of each block, in every released configuration
    private static final int MIDDLE_GROUPS = 32;
    private static final double EPSILON = 1e-5;
    private static final double MIDDLE_EPSILON = 1e-6;
    private static final double MIX_POWER = 0.3;

    private final UNet2DConditionModel base;
    private final Parameters parameters;
    private final XSBranch branch;
    private final HintEmbedding hints;
    private final Optional<TimeEmbedding> time;
    private final double mix;

    private ControlNetXS(
            UNet2DConditionModel base,
            Parameters parameters,
            XSBranch branch,
            HintEmbedding hints,
            Optional<TimeEmbedding> time,
            double mix) {
        this.base = base;
        this.parameters = parameters;
        this.branch = branch;
        this.hints = hints;
        this.time = time;
        this.mix = mix;
    }

    /** @param base the network that the adapter was trained with; stays its owner's */
    public static ControlNetXS load(Torch torch, UNet2DConditionModel base, ModelPart part) throws StudioException {
        try (StoredWeights weights = part.weights(torch.manager())) {
            return build(torch, base, part.config(), weights);
        }
    }

    /** @throws StudioException if the adapter does not fit the base network or its own weights */
    public static ControlNetXS build(Torch torch, UNet2DConditionModel base, ModelConfig config, Weights weights)
            throws StudioException {
        return Parameters.build(torch.kernels(), weights, parameters -> {
            var builder = new Builder(parameters, config);
            builder.checkFits(base);
            XSBranch branch = builder.branch();
            HintEmbedding hints =
                    HintEmbedding.load(parameters, config, "conditioning_channel_order", builder.channels[0]);
            Optional<TimeEmbedding> time = config.flag("learn_time_embedding", false)
                    ? Optional.of(TimeEmbedding.load(
                            parameters, "time_embedding", builder.baseChannels[0], builder.timeWidth))
                    : Optional.empty();
            double mix = Math.pow(config.number("time_embedding_mix", 1), MIX_POWER);
            return new ControlNetXS(base, parameters, branch, hints, time, mix);
        });
    }

    /** The hint as the branch adds it to its first features; once for a run. */
    public NDArray embed(NDArray hint) {
        return hints.apply(hint);
    }

    /** The words as the branch sees them; close it after the run. */
    public TextContext context(NDArray text) {
        List<TransformerContext> contexts = new ArrayList<>();
        for (XSBranch.Layer layer : branch.layers()) {
            layer.attention().ifPresent(attention -> contexts.add(attention.context(text)));
        }
        contexts.add(branch.middle().attention().context(text));
        return new TextContext(text, contexts);
    }

    /**
     * The base network's prediction under control.
     *
     * @param call the question, with a context made by the base network
     * @param words the words as the branch sees them, from {@link #context}
     * @param embeddedHint from {@link #embed}
     * @param strength 1 as trained
     */
    public NDArray predict(UNetCall call, TextContext words, NDArray embeddedHint, double strength) {
        NDArray embedding = base.encoder().clock().embed(call, this::blend);
        NDArray activated = base.encoder().clock().activate(embedding);
        return base.predict(call, embedding, branch.companion(words, activated, embeddedHint, strength));
    }

    /** The branch's clock drives both networks to the power of the trained mix. */
    private NDArray blend(NDArray sines, NDArray embedding) {
        return time.map(own -> own.apply(sines).mul(mix).add(embedding.mul(1 - mix)))
                .orElse(embedding);
    }

    @Override
    public void close() {
        parameters.close();
    }

    /** Reads the configuration and builds the branch as it says. */
    private static final class Builder {

        private final Parameters parameters;
        private final ModelConfig config;
        private final int[] channels;
        private final int[] baseChannels;
        private final int[] heads;
        private final int[] depths;
        private final int[] textWidths;
        private final String[] types;
        private final int maxGroups;
        private final long timeWidth;

        Builder(Parameters parameters, ModelConfig config) throws StudioException {
            this.parameters = parameters;
            this.config = config;
            this.channels = config.integers("block_out_channels");
            this.baseChannels = config.integers("base_block_out_channels");
            int count = channels.length;
            if (count == 0 || baseChannels.length != count) {
                throw config.wrong("base_block_out_channels", "as long as block_out_channels");
            }
            this.heads = config.integers("num_attention_heads", count, 4);
            this.depths = config.integers("transformer_layers_per_block", count, 1);
            this.textWidths = config.integers("cross_attention_dim", count, 1024);
            this.types = config.texts("down_block_types");
            this.maxGroups = config.integer("max_norm_num_groups", 32);
            this.timeWidth = 4L * baseChannels[0];
            if (types.length != count || maxGroups < 1) {
                throw config.wrong("down_block_types", "a list of " + count + " block types");
            }
        }

        void checkFits(UNet2DConditionModel base) throws StudioException {
            int[] actual = base.config().levels().stream()
                    .mapToInt(level -> level.channels())
                    .toArray();
            boolean twoLayers = base.config().levels().stream().allMatch(level -> level.layers() == LAYERS);
            if (!Arrays.equals(actual, baseChannels) || !twoLayers) {
                throw config.wrong("base_block_out_channels", "those of the base model " + Arrays.toString(actual));
            }
        }

        XSBranch branch() throws StudioException {
            List<XSBranch.Layer> layers = new ArrayList<>();
            for (int i = 0; i < channels.length; i++) {
                addBlock(layers, i);
            }
            return new XSBranch(
                    parameters.kernels(),
                    Convolution.load(parameters, "conv_in", 4, channels[0], 3, 1),
                    zero("control_to_base_for_conv_in", channels[0], baseChannels[0]),
                    layers,
                    middle(),
                    decoder());
        }

        private void addBlock(List<XSBranch.Layer> layers, int i) throws StudioException {
            String key = "down_blocks." + i + ".";
            int out = channels[i];
            int before = Math.max(0, i - 1);
            int groups = largestFactor(channels[before] + baseChannels[before], maxGroups); // bounds the whole block
            for (int j = 0; j < LAYERS; j++) {
                int in = j == 0 ? channels[before] : out;
                int baseIn = j == 0 ? baseChannels[before] : baseChannels[i];
                var norms =
                        new ResnetBlock.Norms(largestFactor(in + baseIn, groups), largestFactor(out, groups), EPSILON);
                ResnetBlock resnet =
                        ResnetBlock.load(parameters, key + "resnets." + j, (long) in + baseIn, out, timeWidth, norms);
                Optional<SpatialTransformer> attention = types[i].startsWith("CrossAttn")
                        ? Optional.of(SpatialTransformer.load(
                                parameters,
                                key + "attentions." + j,
                                out,
                                heads[i],
                                depths[i],
                                textWidths[i],
                                largestFactor(out, groups)))
                        : Optional.empty();
                layers.add(new XSBranch.Layer(
                        zero(key + "base_to_ctrl." + j, baseIn, baseIn),
                        Optional.of(resnet),
                        attention,
                        Optional.empty(),
                        zero(key + "ctrl_to_base." + j, out, baseChannels[i])));
            }
            if (i < channels.length - 1) {
                layers.add(new XSBranch.Layer(
                        zero(key + "base_to_ctrl." + LAYERS, baseChannels[i], baseChannels[i]),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Convolution.load(
                                parameters, key + "downsamplers.conv", (long) out + baseChannels[i], out, 3, 2)),
                        zero(key + "ctrl_to_base." + LAYERS, out, baseChannels[i])));
            }
        }

        private XSBranch.Middle middle() throws StudioException {
            int last = channels.length - 1;
            int own = channels[last];
            int joined = own + baseChannels[last];
            int common = BigInteger.valueOf(own).gcd(BigInteger.valueOf(joined)).intValue();
            int groups = largestFactor(common, MIDDLE_GROUPS);
            var norms = new ResnetBlock.Norms(groups, MIDDLE_EPSILON);
            String key = "mid_block.midblock.";
            return new XSBranch.Middle(
                    zero("mid_block.base_to_ctrl", baseChannels[last], baseChannels[last]),
                    ResnetBlock.load(parameters, key + "resnets.0", joined, own, timeWidth, norms),
                    SpatialTransformer.load(
                            parameters, key + "attentions.0", own, heads[last], depths[last], textWidths[last], groups),
                    ResnetBlock.load(parameters, key + "resnets.1", own, own, timeWidth, norms),
                    zero("mid_block.ctrl_to_base", own, baseChannels[last]));
        }

        /** One connection for each residual block of the base decoder, fed by the branch's skips from the last to the first. */
        private List<TensorList> decoder() throws StudioException {
            List<Integer> skips = new ArrayList<>();
            skips.add(channels[0]);
            for (int i = 0; i < channels.length; i++) {
                int layers = i < channels.length - 1 ? LAYERS + 1 : LAYERS;
                for (int j = 0; j < layers; j++) {
                    skips.add(channels[i]);
                }
            }
            List<TensorList> connections = new ArrayList<>();
            for (int i = 0; i < channels.length; i++) {
                int out = baseChannels[channels.length - 1 - i];
                int before = baseChannels[Math.min(channels.length - 1, channels.length - i)];
                for (int j = 0; j <= LAYERS; j++) {
                    connections.add(zero(
                            "up_connections." + i + ".ctrl_to_base." + j, skips.removeLast(), j == 0 ? before : out));
                }
            }
            return connections;
        }

        private TensorList zero(String key, int in, int out) throws StudioException {
            return parameters.layer("").conv(key, out, in, 1).done();
        }

        private static int largestFactor(int number, int max) {
            int factor = Math.min(number, max);
            while (number % factor != 0) {
                factor--;
            }
            return factor;
        }
    }
}
