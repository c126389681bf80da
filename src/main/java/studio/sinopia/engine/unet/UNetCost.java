package studio.sinopia.engine.unet;

import java.util.ArrayList;
import java.util.List;

/**
 * How much a U-Net computes, counted from its configuration: every multiplication and every addition of convolutions,
 * projections and attention. Norms and activations are left out, as is usual.
 */
public final class UNetCost {

    private final UNetConfig config;
    private final long rows;
    private final long words;
    private double operations;

    private UNetCost(UNetConfig config, long rows, long words) {
        this.config = config;
        this.rows = rows;
        this.words = words;
    }

    /**
     * Operations of one prediction, keys and values of the words not included.
     *
     * @param height rows of the latent
     * @param width columns of the latent
     * @param words tokens of the prompt
     */
    public static double operations(UNetConfig config, long rows, long height, long width, long words) {
        var cost = new UNetCost(config, rows, words);
        cost.count(height, width);
        return cost.operations;
    }

    private void count(long fullHeight, long fullWidth) {
        long height = fullHeight;
        long width = fullWidth;
        List<Long> skips = new ArrayList<>();
        long channels = config.levels().getFirst().channels();
        convolution(height * width, config.inChannels(), channels, config.entryKernel());
        skips.add(channels);
        for (int i = 0; i < config.levels().size(); i++) {
            UNetConfig.Level level = config.levels().get(i);
            for (int j = 0; j < level.layers(); j++) {
                resnet(height * width, channels, level.channels());
                channels = level.channels();
                transformer(height * width, channels, level.depth());
                skips.add(channels);
            }
            if (i < config.levels().size() - 1) {
                height = (height + 1) / 2;
                width = (width + 1) / 2;
                convolution(height * width, channels, channels, 3);
                skips.add(channels);
            }
        }
        middle(height * width, channels);
        for (int i = 0; i < config.up().size(); i++) {
            UNetConfig.Level level = config.up().get(i);
            for (int j = 0; j < level.layers(); j++) {
                resnet(height * width, channels + skips.removeLast(), level.channels());
                channels = level.channels();
                transformer(height * width, channels, level.depth());
            }
            if (i < config.up().size() - 1) {
                height = Math.min(fullHeight, 2 * height);
                width = Math.min(fullWidth, 2 * width);
                convolution(height * width, channels, channels, 3);
            }
        }
        convolution(height * width, channels, config.outChannels(), config.exitKernel());
    }

    private void middle(long places, long channels) {
        if (config.middle().present()) {
            resnet(places, channels, channels);
            if (config.middle().depth() > 0) {
                transformer(places, channels, config.middle().depth());
                resnet(places, channels, channels);
            }
        }
    }

    private void resnet(long places, long in, long out) {
        convolution(places, in, out, 3);
        convolution(places, out, out, 3);
        linear(1, config.clock().width(), out);
        if (in != out) {
            convolution(places, in, out, 1);
        }
    }

    private void transformer(long places, long channels, int depth) {
        if (depth == 0) {
            return;
        }
        linear(places, channels, 2 * channels); // in and out
        for (int i = 0; i < depth; i++) {
            linear(places, channels, 3 * channels + channels); // self-attention's projections
            linear(places, channels, 2 * channels); // cross-attention's
            linear(places, channels, 8 * channels + 4 * channels); // feed-forward
            attention(places, places, channels);
            attention(places, words, channels);
        }
    }

    private void attention(long queries, long keys, long channels) {
        operations += 4.0 * rows * queries * keys * channels; // 2 for products with keys, 2 for those with values
    }

    private void convolution(long places, long in, long out, long size) {
        operations += 2.0 * rows * places * in * out * size * size;
    }

    private void linear(long places, long in, long out) {
        operations += 2.0 * rows * places * in * out;
    }
}
