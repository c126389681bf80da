package studio.sinopia.engine.unet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.nn.Parameters;
import studio.sinopia.engine.nn.SpatialTransformer;
import studio.sinopia.engine.nn.TransformerContext;
import studio.sinopia.engine.tensor.Kernels;
import studio.sinopia.engine.tensor.TensorList;
import studio.sinopia.engine.tensor.Torch;
import studio.sinopia.engine.weights.ModelPart;
import studio.sinopia.engine.weights.StoredWeights;
import studio.sinopia.engine.weights.Weights;

/**
 * The text-conditioned U-Net of Stable Diffusion 1, 2 and XL and its smaller relatives, built as its configuration says
 * (Rombach et al. 2022; the file layout of diffusers). Activations stay channels-last from entrance to exit.
 */
public final class UNet2DConditionModel implements UNet {

    private final UNetConfig config;
    private final Parameters parameters;
    private final Kernels kernels;
    private final UNetEncoder encoder;
    private final List<UNetBlock> up;
    private final TensorList exit;

    private UNet2DConditionModel(
            UNetConfig config, Parameters parameters, UNetEncoder encoder, List<UNetBlock> up, TensorList exit) {
        this.config = config;
        this.parameters = parameters;
        this.kernels = parameters.kernels();
        this.encoder = encoder;
        this.up = List.copyOf(up);
        this.exit = exit;
    }

    /** @throws StudioException if the configuration asks for something unknown or does not fit the weights */
    public static UNet2DConditionModel load(Torch torch, ModelPart part) throws StudioException {
        try (StoredWeights weights = part.weights(torch.manager())) {
            return build(torch, UNetConfig.read(part.config()), weights);
        }
    }

    /** Builds the network from weights wherever they come from. */
    public static UNet2DConditionModel build(Torch torch, UNetConfig config, Weights weights) throws StudioException {
        return Parameters.build(torch.kernels(), weights, parameters -> {
            UNetEncoder encoder = UNetEncoder.load(parameters, config);
            List<UNetBlock> up = new ArrayList<>();
            for (int i = 0; i < config.up().size(); i++) {
                up.add(UNetBlock.up(parameters, config, i));
            }
            int channels = config.levels().getFirst().channels();
            TensorList exit = parameters
                    .layer("")
                    .norm("conv_norm_out", channels)
                    .conv("conv_out", config.outChannels(), channels, config.exitKernel())
                    .done();
            return new UNet2DConditionModel(config, parameters, encoder, up, exit);
        });
    }

    public UNetConfig config() {
        return config;
    }

    /** The first half, for adapters that run interleaved with it. */
    public UNetEncoder encoder() {
        return encoder;
    }

    @Override
    public int inChannels() {
        return config.inChannels();
    }

    @Override
    public int outChannels() {
        return config.outChannels();
    }

    @Override
    public int textWidth() {
        return config.textWidth();
    }

    @Override
    public boolean needsAddedConditions() {
        return config.added().isPresent();
    }

    @Override
    public TextContext context(NDArray text) {
        List<TransformerContext> contexts = new ArrayList<>(encoder.contexts(text));
        for (UNetBlock block : up) {
            for (SpatialTransformer attention : block.attentions()) {
                contexts.add(attention.context(text));
            }
        }
        return new TextContext(text, contexts);
    }

    @Override
    public NDArray predict(UNetCall call) {
        return predict(call, encoder.clock().embed(call), Companion.NONE);
    }

    /**
     * As {@link #predict(UNetCall)}, with another network running along.
     *
     * @param embedding the time embedding before its activation, [rows, width]
     */
    public NDArray predict(UNetCall call, NDArray embedding, Companion companion) {
        NDArray time = encoder.clock().activate(call.taps().timeEmbedding(embedding));
        return decode(call, time, encoder.encode(call, time, companion), companion);
    }

    private NDArray decode(UNetCall call, NDArray time, UNetEncoder.Encoded encoded, Companion companion) {
        var taps = new TapWalk(call.taps(), kernels);
        List<NDArray> skips = new ArrayList<>(encoded.skips());
        NDArray x = encoded.middle();
        if (call.residuals().isPresent()) {
            Residuals residuals = call.residuals().get();
            for (int i = 0; i < skips.size(); i++) {
                skips.set(i, skips.get(i).add(residuals.down().get(i)));
            }
            x = x.add(residuals.mid());
        }
        boolean alone = call.taps() == UNetTaps.NONE && companion == Companion.NONE; // nobody else holds a feature
        int transformer = encoder.transformers();
        int step = 0;
        for (int i = 0; i < up.size(); i++) {
            UNetBlock block = up.get(i);
            for (int j = 0; j < block.resnets().size(); j++) {
                x = companion.beforeDecoderLayer(step++, x);
                NDArray skip = skips.removeLast();
                x = after(x, block.resnets().get(j).apply(x, skip, time), alone);
                if (alone) {
                    skip.close();
                }
                x = taps.feature(TapPoint.Side.UP, i, TapPoint.Part.RESNET, j, x);
                if (!block.attentions().isEmpty()) {
                    SpatialTransformer attention = block.attentions().get(j);
                    NDArray heard = taps.attend(
                            TapPoint.Side.UP, i, j, attention, x, call.context().transformer(transformer++));
                    x = after(x, heard, alone);
                }
            }
            if (block.up().isPresent()) {
                Shape target = skips.getLast().getShape(); // where sides are odd, twice the size would be one too many
                x = after(x, block.up().get().apply(x, target.get(2), target.get(3)), alone);
                x = taps.feature(TapPoint.Side.UP, i, TapPoint.Part.SAMPLER, 0, x);
            }
        }
        return kernels.call("exit", x, exit, config.groups(), config.epsilon());
    }

    private static NDArray after(NDArray used, NDArray next, boolean alone) {
        if (alone) {
            used.close();
        }
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
