package studio.sinopia.engine.adapter;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.nn.Convolution;
import studio.sinopia.engine.nn.Parameters;
import studio.sinopia.engine.tensor.Kernels;
import studio.sinopia.engine.tensor.TensorList;
import studio.sinopia.engine.tensor.Torch;
import studio.sinopia.engine.weights.ModelConfig;
import studio.sinopia.engine.weights.ModelPart;
import studio.sinopia.engine.weights.StoredWeights;
import studio.sinopia.engine.weights.Weights;

/**
 * T2I-Adapter (Mou et al. 2023): turns a hint into one feature map for each level of the U-Net's encoder. It sees neither the
 * latent nor the time, so it runs once for a picture.
 */
public final class T2IAdapter implements AutoCloseable {

    private static final int LIGHT_SHARE = 4; // inner channels of the light kind are a quarter

    private final Parameters parameters;
    private final Kernels kernels;
    private final int reduction;
    private final boolean grey;
    private final Optional<Convolution> entry;
    private final List<Level> levels;

    private T2IAdapter(
            Parameters parameters, int reduction, boolean grey, Optional<Convolution> entry, List<Level> levels) {
        this.parameters = parameters;
        this.kernels = parameters.kernels();
        this.reduction = reduction;
        this.grey = grey;
        this.entry = entry;
        this.levels = List.copyOf(levels);
    }

    private record Level(
            boolean shrinks,
            Optional<Convolution> in,
            List<TensorList> blocks,
            int padding,
            Optional<Convolution> out) {}

    public static T2IAdapter load(Torch torch, ModelPart part) throws StudioException {
        try (StoredWeights weights = part.weights(torch.manager())) {
            return build(torch, part.config(), weights);
        }
    }

    /** @throws StudioException if the configuration asks for something unknown or does not fit the weights */
    public static T2IAdapter build(Torch torch, ModelConfig config, Weights weights) throws StudioException {
        config.require("adapter_type", "full_adapter", "full_adapter_xl", "light_adapter");
        String type = config.text("adapter_type", "full_adapter");
        int[] channels = config.integers("channels");
        int reduction = config.integer("downscale_factor", 8);
        long unshuffled = (long) config.integer("in_channels", 3) * reduction * reduction;
        return Parameters.build(torch.kernels(), weights, parameters -> {
            boolean light = type.equals("light_adapter");
            Optional<Convolution> entry = light
                    ? Optional.empty()
                    : Optional.of(Convolution.load(parameters, "adapter.conv_in", unshuffled, channels[0], 3, 1));
            List<Level> levels = new ArrayList<>();
            int count = light ? channels.length + 1 : channels.length; // the light kind repeats its last width
            for (int i = 0; i < count; i++) {
                long in = i > 0 ? channels[i - 1] : light ? unshuffled : channels[0];
                long out = channels[Math.min(i, channels.length - 1)];
                boolean shrinks = type.equals("full_adapter_xl") ? i == 2 : i > 0;
                levels.add(level(parameters, config, i, new long[] {in, out}, light, shrinks));
            }
            return new T2IAdapter(parameters, reduction, config.integer("in_channels", 3) == 1, entry, levels);
        });
    }

    private static Level level(
            Parameters parameters, ModelConfig config, int index, long[] inOut, boolean light, boolean shrinks)
            throws StudioException {
        String key = "adapter.body." + index + ".";
        long in = inOut[0];
        long out = inOut[1];
        long inner = light ? out / LIGHT_SHARE : out;
        Optional<Convolution> first = light || in != out
                ? Optional.of(Convolution.load(parameters, key + "in_conv", in, inner, 1, 1))
                : Optional.empty();
        List<TensorList> blocks = new ArrayList<>();
        for (int j = 0; j < config.integer("num_res_blocks", 2); j++) {
            blocks.add(parameters
                    .layer(key + "resnets." + j)
                    .conv("block1", inner, inner, 3)
                    .conv("block2", inner, inner, light ? 3 : 1)
                    .done());
        }
        Optional<Convolution> last = light
                ? Optional.of(Convolution.load(parameters, key + "out_conv", inner, out, 1, 1))
                : Optional.empty();
        return new Level(shrinks, first, blocks, light ? 1 : 0, last);
    }

    /**
     * @param hint [rows, channels, height, width] in pixels, 0 … 1; a coloured one is averaged for an adapter that sees grey
     * @return one feature map for each level, finest first, to be handed to the U-Net as features
     */
    public List<NDArray> features(NDArray hint) {
        NDArray seen = grey ? hint.mean(new int[] {1}, true) : hint;
        NDArray x = kernels.call("unshuffle", seen, reduction);
        if (entry.isPresent()) {
            x = entry.get().apply(x);
        }
        List<NDArray> features = new ArrayList<>();
        for (Level level : levels) {
            x = level.shrinks() ? kernels.call("halve_mean", x) : x;
            x = level.in().isPresent() ? level.in().get().apply(x) : x;
            for (TensorList block : level.blocks()) {
                x = kernels.call("adapter_block", x, block, level.padding());
            }
            x = level.out().isPresent() ? level.out().get().apply(x) : x;
            features.add(x);
        }
        return features;
    }

    @Override
    public void close() {
        parameters.close();
    }
}
