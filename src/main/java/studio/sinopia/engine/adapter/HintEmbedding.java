package studio.sinopia.engine.adapter;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.nn.Convolution;
import studio.sinopia.engine.nn.Parameters;
import studio.sinopia.engine.tensor.Kernels;
import studio.sinopia.engine.weights.ModelConfig;

/** Shrinks a hint from pixels to the size of the latent: pairs of 3x3 convolutions with SiLU, every second one of stride 2. */
final class HintEmbedding {

    private final Kernels kernels;
    private final Convolution entry;
    private final List<Convolution> blocks;
    private final Convolution exit;
    private final boolean blueFirst;

    private HintEmbedding(
            Kernels kernels, Convolution entry, List<Convolution> blocks, Convolution exit, boolean blueFirst) {
        this.kernels = kernels;
        this.entry = entry;
        this.blocks = List.copyOf(blocks);
        this.exit = exit;
        this.blueFirst = blueFirst;
    }

    /**
     * @param orderKey the configuration's name for the order of colours
     * @param out channels of the result
     */
    static HintEmbedding load(Parameters parameters, ModelConfig config, String orderKey, int out)
            throws StudioException {
        config.require(orderKey, "null", "rgb", "bgr");
        int[] channels = config.has("conditioning_embedding_out_channels")
                ? config.integers("conditioning_embedding_out_channels")
                : new int[] {16, 32, 96, 256};
        if (channels.length == 0) {
            throw config.wrong("conditioning_embedding_out_channels", "a list of positive numbers");
        }
        String key = "controlnet_cond_embedding.";
        Convolution entry = Convolution.load(
                parameters, key + "conv_in", config.integer("conditioning_channels", 3), channels[0], 3, 1);
        List<Convolution> blocks = new ArrayList<>();
        for (int i = 0; i < channels.length - 1; i++) {
            String block = key + "blocks.";
            blocks.add(Convolution.load(parameters, block + 2 * i, channels[i], channels[i], 3, 1));
            blocks.add(Convolution.load(parameters, block + (2 * i + 1), channels[i], channels[i + 1], 3, 2));
        }
        Convolution exit = Convolution.load(parameters, key + "conv_out", channels[channels.length - 1], out, 3, 1);
        boolean blueFirst = "bgr".equals(config.text(orderKey, "rgb"));
        return new HintEmbedding(parameters.kernels(), entry, blocks, exit, blueFirst);
    }

    /** [rows, 3, height, width] to [rows, out, height / reduction, width / reduction]. */
    NDArray apply(NDArray hint) {
        NDArray x = kernels.call("channels_last", blueFirst ? hint.flip(1) : hint);
        x = entry.applyThenSilu(x);
        for (Convolution block : blocks) {
            x = block.applyThenSilu(x);
        }
        return exit.apply(x);
    }
}
