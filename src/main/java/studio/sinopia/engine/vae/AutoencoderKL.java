package studio.sinopia.engine.vae;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.nn.Convolution;
import studio.sinopia.engine.nn.Parameters;
import studio.sinopia.engine.nn.ResnetBlock;
import studio.sinopia.engine.nn.Upsampler;
import studio.sinopia.engine.tensor.Arithmetic;
import studio.sinopia.engine.tensor.Kernels;
import studio.sinopia.engine.tensor.TensorList;
import studio.sinopia.engine.tensor.Torch;
import studio.sinopia.engine.tensor.Winograd;
import studio.sinopia.engine.weights.ModelConfig;
import studio.sinopia.engine.weights.ModelPart;
import studio.sinopia.engine.weights.StoredWeights;
import studio.sinopia.engine.weights.Weights;

/** The variational autoencoder of Stable Diffusion (Rombach et al. 2022), with as many levels as its configuration says. */
public final class AutoencoderKL implements Autoencoder {

    private static final double EPSILON = 1e-6;
    private static final double SMALLEST_LOG_VARIANCE = -30;
    private static final double LARGEST_LOG_VARIANCE = 20;

    private final Parameters parameters;
    private final Kernels kernels;
    private final Half encoder;
    private final Half decoder;
    private final Optional<TensorList> afterEncoder;
    private final Optional<TensorList> beforeDecoder;
    private final int groups;
    private final LatentSpace space;

    private AutoencoderKL(Parameters parameters, ModelConfig config, LatentSpace space) throws StudioException {
        int[] channels = config.integers("block_out_channels");
        this.parameters = parameters;
        this.kernels = parameters.kernels();
        this.groups = config.integer("norm_num_groups", 32);
        this.space = space;
        int layers = config.integer("layers_per_block", 1);
        for (int c : channels) {
            if (groups < 1 || c % groups != 0) {
                throw config.wrong("norm_num_groups", "a number that divides every number of channels");
            }
        }
        if (channels.length == 0 || layers < 1 || layers > 64) {
            throw config.wrong("block_out_channels", "a list, with 1 to 64 layers per block");
        }
        boolean attends = config.flag("mid_block_add_attention", true);
        this.encoder = encoder(channels, layers, attends);
        this.afterEncoder = config.flag("use_quant_conv", true)
                ? Optional.of(parameters
                        .layer("")
                        .conv("quant_conv", 2L * space.channels(), 2L * space.channels(), 1)
                        .done())
                : Optional.empty();
        this.beforeDecoder = config.flag("use_post_quant_conv", true)
                ? Optional.of(parameters
                        .layer("")
                        .conv("post_quant_conv", space.channels(), space.channels(), 1)
                        .done())
                : Optional.empty();
        this.decoder = decoder(channels, layers, attends);
    }

    public static AutoencoderKL load(Torch torch, ModelPart part) throws StudioException {
        try (StoredWeights weights = part.weights(torch.manager())) {
            return build(torch, part.config(), weights);
        }
    }

    /** @throws StudioException if the configuration asks for something unknown or does not fit the weights */
    public static AutoencoderKL build(Torch torch, ModelConfig config, Weights weights) throws StudioException {
        config.require("act_fn", "null", "silu");
        config.require("in_channels", "null", "3");
        config.require("out_channels", "null", "3");
        config.require("latents_mean", "null");
        config.require("latents_std", "null");
        refuseOther(config, "down_block_types", "DownEncoderBlock2D");
        refuseOther(config, "up_block_types", "UpDecoderBlock2D");
        LatentSpace space = LatentSpace.read(config, 0.18215);
        return Parameters.build(
                torch.with(Arithmetic.FLOAT32).kernels(),
                weights,
                parameters -> new AutoencoderKL(parameters, config, space));
    }

    private static void refuseOther(ModelConfig config, String key, String known) throws StudioException {
        for (String type : config.texts(key)) {
            if (!type.equals(known)) {
                throw config.wrong(key, "made of " + known);
            }
        }
    }

    /** Encoder or decoder: the same parts in opposite order. */
    private record Half(
            Convolution entry,
            List<Level> levels,
            ResnetBlock before,
            Optional<TensorList> attention,
            ResnetBlock after,
            TensorList exit) {}

    private record Level(List<ResnetBlock> resnets, Optional<Convolution> down, Optional<Upsampler> up) {}

    private Half encoder(int[] channels, int layers, boolean attends) throws StudioException {
        List<Level> levels = new ArrayList<>();
        for (int i = 0; i < channels.length; i++) {
            String key = "encoder.down_blocks." + i;
            long in = channels[Math.max(0, i - 1)];
            boolean last = i == channels.length - 1;
            Optional<Convolution> sampler = last
                    ? Optional.empty()
                    : Optional.of(
                            Convolution.load(parameters, key + ".downsamplers.0.conv", channels[i], channels[i], 3, 2));
            levels.add(new Level(resnets(key, layers, in, channels[i]), sampler, Optional.empty()));
        }
        return half(
                "encoder",
                3,
                channels[0],
                channels[channels.length - 1],
                levels,
                attends,
                channels[channels.length - 1],
                2 * space.channels());
    }

    private Half decoder(int[] channels, int layers, boolean attends) throws StudioException {
        List<Level> levels = new ArrayList<>();
        int coarsest = channels.length - 1;
        for (int i = 0; i < channels.length; i++) {
            String key = "decoder.up_blocks." + i;
            long out = channels[coarsest - i];
            long in = channels[Math.min(coarsest, coarsest - i + 1)];
            Optional<Upsampler> sampler = i == coarsest
                    ? Optional.empty()
                    : Optional.of(
                            Upsampler.load(parameters, key + ".upsamplers.0.conv", out, Winograd.Use.ON_PICTURES));
            levels.add(new Level(resnets(key, layers + 1, in, out), Optional.empty(), sampler));
        }
        return half(
                "decoder", space.channels(), channels[coarsest], channels[coarsest], levels, attends, channels[0], 3);
    }

    private List<ResnetBlock> resnets(String key, int layers, long in, long out) throws StudioException {
        List<ResnetBlock> resnets = new ArrayList<>();
        for (int j = 0; j < layers; j++) {
            resnets.add(
                    ResnetBlock.timeless(parameters, key + ".resnets." + j, j == 0 ? in : out, out, groups, EPSILON));
        }
        return resnets;
    }

    private Half half(
            String key,
            int in,
            int entryChannels,
            int middleChannels,
            List<Level> levels,
            boolean attends,
            int exitChannels,
            int out)
            throws StudioException {
        String middle = key + ".mid_block.";
        return new Half(
                Convolution.load(parameters, key + ".conv_in", in, entryChannels, 3, 1),
                List.copyOf(levels),
                ResnetBlock.timeless(parameters, middle + "resnets.0", middleChannels, middleChannels, groups, EPSILON),
                attends ? Optional.of(attention(middle + "attentions.0", middleChannels)) : Optional.empty(),
                ResnetBlock.timeless(parameters, middle + "resnets.1", middleChannels, middleChannels, groups, EPSILON),
                parameters
                        .layer(key)
                        .norm("conv_norm_out", exitChannels)
                        .conv("conv_out", out, exitChannels, 3)
                        .done());
    }

    private TensorList attention(String key, long channels) throws StudioException {
        boolean old = parameters.has(key + ".query.weight"); // names before diffusers 0.17
        return parameters
                .layer(key)
                .norm("group_norm", channels)
                .joined(channels, channels, old ? "query" : "to_q", old ? "key" : "to_k", old ? "value" : "to_v")
                .linear(old ? "proj_attn" : "to_out.0", channels, channels)
                .done();
    }

    @Override
    public LatentSpace space() {
        return space;
    }

    @Override
    public int reduction() {
        return 1 << (decoder.levels().size() - 1);
    }

    @Override
    public Moments moments(NDArray picture) {
        NDArray x = encoder.entry().enter(picture);
        for (Level level : encoder.levels()) {
            for (ResnetBlock resnet : level.resnets()) {
                x = after(x, resnet.apply(x));
            }
            if (level.down().isPresent()) {
                x = after(x, level.down().get().downsamplePadded(x));
            }
        }
        x = kernels.call("exit", middle(encoder, x), encoder.exit(), groups, EPSILON);
        if (afterEncoder.isPresent()) {
            x = kernels.call("conv", x, afterEncoder.get(), 1, 0);
        }
        NDArray mean = x.get(":, :" + space.channels());
        NDArray logVariance = x.get(":, " + space.channels() + ":").clip(SMALLEST_LOG_VARIANCE, LARGEST_LOG_VARIANCE);
        return new Moments(mean, Optional.of(logVariance));
    }

    @Override
    public NDArray decodeOwn(NDArray latent) {
        NDArray x = beforeDecoder.isPresent() ? kernels.call("conv", latent, beforeDecoder.get(), 1, 0) : latent;
        x = middle(decoder, decoder.entry().enter(x));
        for (Level level : decoder.levels()) {
            for (ResnetBlock resnet : level.resnets()) {
                x = after(x, resnet.apply(x));
            }
            if (level.up().isPresent()) {
                long height = 2 * x.getShape().get(2);
                long width = 2 * x.getShape().get(3);
                x = after(x, level.up().get().apply(x, height, width));
            }
        }
        return after(x, kernels.call("exit", x, decoder.exit(), groups, EPSILON));
    }

    private NDArray middle(Half half, NDArray input) {
        NDArray x = after(input, half.before().apply(input));
        if (half.attention().isPresent()) {
            x = after(x, kernels.call("picture_attention", x, half.attention().get(), 1, groups, EPSILON));
        }
        return after(x, half.after().apply(x));
    }

    /** Frees what nobody needs any more at once: maps of a picture's size are large. */
    private static NDArray after(NDArray used, NDArray next) {
        used.close();
        return next;
    }

    /** What its weights take in memory. */
    public long bytes() {
        return parameters.bytes();
    }

    @Override
    public void close() {
        parameters.close();
    }
}
