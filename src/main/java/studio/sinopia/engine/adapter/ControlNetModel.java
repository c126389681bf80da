package studio.sinopia.engine.adapter;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.List;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.nn.Parameters;
import studio.sinopia.engine.tensor.Kernels;
import studio.sinopia.engine.tensor.TensorList;
import studio.sinopia.engine.tensor.Torch;
import studio.sinopia.engine.unet.Companion;
import studio.sinopia.engine.unet.Residuals;
import studio.sinopia.engine.unet.TextContext;
import studio.sinopia.engine.unet.UNetCall;
import studio.sinopia.engine.unet.UNetConfig;
import studio.sinopia.engine.unet.UNetEncoder;
import studio.sinopia.engine.weights.ModelConfig;
import studio.sinopia.engine.weights.ModelPart;
import studio.sinopia.engine.weights.StoredWeights;
import studio.sinopia.engine.weights.Weights;

/**
 * ControlNet (Zhang et al. 2023): a copy of the U-Net's encoder and middle that also sees the hint and hands one residual to
 * every skip and to the middle, each through a 1x1 convolution.
 */
public final class ControlNetModel implements ControlBranch {

    private final Parameters parameters;
    private final Kernels kernels;
    private final UNetConfig config;
    private final UNetEncoder encoder;
    private final HintEmbedding hints;
    private final TensorList exits;
    private final boolean pools;

    private ControlNetModel(
            Parameters parameters,
            UNetConfig config,
            UNetEncoder encoder,
            HintEmbedding hints,
            TensorList exits,
            boolean pools) {
        this.parameters = parameters;
        this.kernels = parameters.kernels();
        this.config = config;
        this.encoder = encoder;
        this.hints = hints;
        this.exits = exits;
        this.pools = pools;
    }

    public static ControlNetModel load(Torch torch, ModelPart part) throws StudioException {
        try (StoredWeights weights = part.weights(torch.manager())) {
            return build(torch, part.config(), weights);
        }
    }

    /** @throws StudioException if the configuration asks for something unknown or does not fit the weights */
    public static ControlNetModel build(Torch torch, ModelConfig settings, Weights weights) throws StudioException {
        UNetConfig config = UNetConfig.readEncoder(settings);
        return Parameters.build(torch.kernels(), weights, parameters -> {
            UNetEncoder encoder = UNetEncoder.load(parameters, config);
            HintEmbedding hints = HintEmbedding.load(
                    parameters,
                    settings,
                    "controlnet_conditioning_channel_order",
                    config.levels().getFirst().channels());
            TensorList exits = exits(parameters, config);
            return new ControlNetModel(
                    parameters, config, encoder, hints, exits, settings.flag("global_pool_conditions", false));
        });
    }

    private static TensorList exits(Parameters parameters, UNetConfig config) throws StudioException {
        Parameters.Layer layer = parameters.layer("");
        List<Integer> channels = config.skipChannels();
        for (int i = 0; i < channels.size(); i++) {
            layer.point("controlnet_down_blocks." + i, channels.get(i), channels.get(i));
        }
        int middle = config.levels().getLast().channels();
        return layer.point("controlnet_mid_block", middle, middle).done();
    }

    /** What the network is like. */
    public UNetConfig config() {
        return config;
    }

    @Override
    public NDArray embed(NDArray hint) {
        return hints.apply(hint);
    }

    @Override
    public TextContext context(NDArray text) {
        return new TextContext(text, encoder.contexts(text));
    }

    @Override
    public Residuals residuals(UNetCall call, NDArray embeddedHint) {
        NDArray time = encoder.clock().activate(encoder.clock().embed(call));
        UNetEncoder.Encoded encoded = encoder.encode(call.plain(), time, Companion.adding(embeddedHint));
        NDList all = kernels.callForMany("zero_convs", encoded.middle(), encoded.skips(), exits, pools);
        return new Residuals(all.subList(0, all.size() - 1), all.getLast());
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
