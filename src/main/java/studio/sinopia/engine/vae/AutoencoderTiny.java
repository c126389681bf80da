package studio.sinopia.engine.vae;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.nn.Parameters;
import studio.sinopia.engine.tensor.Arithmetic;
import studio.sinopia.engine.tensor.Kernels;
import studio.sinopia.engine.tensor.TensorList;
import studio.sinopia.engine.tensor.Torch;
import studio.sinopia.engine.weights.ModelConfig;
import studio.sinopia.engine.weights.ModelPart;
import studio.sinopia.engine.weights.StoredWeights;
import studio.sinopia.engine.weights.Weights;

/**
 * The small convolutional autoencoder of TAESD: plain 3x3 convolutions with ReLU, no norms. Any number of levels; each but the
 * first halves the size.
 */
public final class AutoencoderTiny implements Autoencoder {

    private final Parameters parameters;
    private final Kernels kernels;
    private final List<Stage> encoder;
    private final List<Stage> decoder;
    private final LatentSpace space;

    private AutoencoderTiny(Parameters parameters, List<Stage> encoder, List<Stage> decoder, LatentSpace space) {
        this.parameters = parameters;
        this.kernels = parameters.kernels();
        this.encoder = List.copyOf(encoder);
        this.decoder = List.copyOf(decoder);
        this.space = space;
    }

    /** One link of the chain of layers. */
    private record Stage(Kind kind, TensorList weights) {
        enum Kind {
            CONVOLUTION,
            CONVOLUTION_THEN_RELU,
            HALVING,
            DOUBLING,
            BLOCK
        }
    }

    public static AutoencoderTiny load(Torch torch, ModelPart part) throws StudioException {
        try (StoredWeights weights = part.weights(torch.manager())) {
            return build(torch, part.config(), weights);
        }
    }

    /** @throws StudioException if the configuration asks for something unknown or does not fit the weights */
    public static AutoencoderTiny build(Torch torch, ModelConfig config, Weights weights) throws StudioException {
        config.require("act_fn", "null", "relu");
        config.require("upsample_fn", "null", "nearest");
        config.require("upsampling_scaling_factor", "null", "2");
        config.require("in_channels", "null", "3");
        LatentSpace space = LatentSpace.read(config, 1);
        return Parameters.build(
                torch.with(Arithmetic.FLOAT32).kernels(),
                weights,
                parameters -> new AutoencoderTiny(
                        parameters,
                        encoder(parameters, config, space.channels()),
                        decoder(parameters, config, space.channels()),
                        space));
    }

    private static List<Stage> encoder(Parameters parameters, ModelConfig config, int latent) throws StudioException {
        int[] blocks = config.integers("num_encoder_blocks");
        int channels = oneWidth(config, "encoder_block_out_channels", blocks.length);
        List<Stage> stages = new ArrayList<>();
        int layer = 0;
        for (int i = 0; i < blocks.length; i++) {
            Parameters.Layer weights = parameters.layer("encoder.layers");
            String key = String.valueOf(layer++);
            stages.add(
                    i == 0
                            ? new Stage(
                                    Stage.Kind.CONVOLUTION,
                                    weights.conv(key, channels, 3, 3).done())
                            : new Stage(
                                    Stage.Kind.HALVING,
                                    weights.convWithoutBias(key, channels, channels, 3)
                                            .done()));
            for (int j = 0; j < blocks[i]; j++) {
                stages.add(block(parameters, "encoder.layers." + layer++, channels));
            }
        }
        TensorList last = parameters
                .layer("encoder.layers")
                .conv(String.valueOf(layer), latent, channels, 3)
                .done();
        stages.add(new Stage(Stage.Kind.CONVOLUTION, last));
        return stages;
    }

    private static List<Stage> decoder(Parameters parameters, ModelConfig config, int latent) throws StudioException {
        int[] blocks = config.integers("num_decoder_blocks");
        int planes = config.integer("out_channels", 3); // more than 3 if it reads pictures instead of giving them back
        int channels = oneWidth(config, "decoder_block_out_channels", blocks.length);
        List<Stage> stages = new ArrayList<>();
        TensorList first = parameters
                .layer("decoder.layers")
                .conv("0", channels, latent, 3)
                .done();
        stages.add(new Stage(Stage.Kind.CONVOLUTION_THEN_RELU, first));
        int layer = 2; // the activation counts as a layer too
        for (int i = 0; i < blocks.length; i++) {
            for (int j = 0; j < blocks[i]; j++) {
                stages.add(block(parameters, "decoder.layers." + layer++, channels));
            }
            Parameters.Layer weights = parameters.layer("decoder.layers");
            if (i < blocks.length - 1) {
                String key = String.valueOf(layer + 1); // the doubling before it counts as a layer
                stages.add(new Stage(
                        Stage.Kind.DOUBLING,
                        weights.convWithoutBias(key, channels, channels, 3).done()));
                layer += 2;
            } else {
                stages.add(new Stage(
                        Stage.Kind.CONVOLUTION,
                        weights.conv(String.valueOf(layer), planes, channels, 3).done()));
            }
        }
        return stages;
    }

    private static Stage block(Parameters parameters, String key, int channels) throws StudioException {
        TensorList weights = parameters
                .layer(key + ".conv")
                .conv("0", channels, channels, 3)
                .conv("2", channels, channels, 3)
                .conv("4", channels, channels, 3)
                .done();
        return new Stage(Stage.Kind.BLOCK, weights);
    }

    private static int oneWidth(ModelConfig config, String key, int levels) throws StudioException {
        int[] channels = config.integers(key, levels, 64);
        if (levels == 0 || Arrays.stream(channels).anyMatch(c -> c != channels[0] || c < 1)) {
            throw config.wrong(key, "the same positive number for each of the levels");
        }
        return channels[0];
    }

    @Override
    public LatentSpace space() {
        return space;
    }

    @Override
    public int reduction() {
        return 1
                << decoder.stream()
                        .filter(stage -> stage.kind() == Stage.Kind.DOUBLING)
                        .count();
    }

    @Override
    public Moments moments(NDArray picture) {
        NDArray unit = kernels.call("channels_last", picture.add(1).div(2)); // the chain works on 0 … 1
        return new Moments(kernels.call("channels_first", run(encoder, unit)), Optional.empty());
    }

    @Override
    public NDArray decodeOwn(NDArray latent) {
        NDArray bounded = kernels.call("channels_last", latent.div(3).tanh().mul(3));
        return kernels.call("channels_first", run(decoder, bounded).mul(2).sub(1));
    }

    private NDArray run(List<Stage> stages, NDArray input) {
        NDArray x = input;
        for (Stage stage : stages) {
            x = switch (stage.kind()) {
                case CONVOLUTION -> kernels.call("conv", x, stage.weights(), 1, 1);
                case CONVOLUTION_THEN_RELU -> kernels.call("conv_relu", x, stage.weights());
                case HALVING -> kernels.call("conv", x, stage.weights(), 2, 1);
                case DOUBLING -> kernels.call("double_conv", x, stage.weights());
                case BLOCK -> kernels.call("tiny_block", x, stage.weights());
            };
        }
        return x;
    }

    @Override
    public void close() {
        parameters.close();
    }
}
