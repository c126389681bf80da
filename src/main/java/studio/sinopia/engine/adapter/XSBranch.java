package studio.sinopia.engine.adapter;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.sinopia.engine.nn.Convolution;
import studio.sinopia.engine.nn.ResnetBlock;
import studio.sinopia.engine.nn.SpatialTransformer;
import studio.sinopia.engine.tensor.Kernels;
import studio.sinopia.engine.tensor.TensorList;
import studio.sinopia.engine.unet.Companion;
import studio.sinopia.engine.unet.TextContext;

/**
 * The layers of a ControlNet-XS branch.
 *
 * @param entry from the sample
 * @param entryExit to the base network after its entrance
 * @param layers one for each layer of the base encoder, changes of size included
 * @param decoder one connection for each residual block of the base decoder
 */
record XSBranch(
        Kernels kernels,
        Convolution entry,
        TensorList entryExit,
        List<Layer> layers,
        Middle middle,
        List<TensorList> decoder) {

    XSBranch {
        layers = List.copyOf(layers);
        decoder = List.copyOf(decoder);
    }

    /**
     * One layer: either a residual block and perhaps a transformer, or a change of size.
     *
     * @param fromBase 1x1 convolution of the base features that are put behind the branch's own
     * @param toBase 1x1 convolution of what is added to the base features
     */
    record Layer(
            TensorList fromBase,
            Optional<ResnetBlock> resnet,
            Optional<SpatialTransformer> attention,
            Optional<Convolution> sampler,
            TensorList toBase) {}

    /** The middle: residual, transformer, residual, with the same connections. */
    record Middle(
            TensorList fromBase,
            ResnetBlock first,
            SpatialTransformer attention,
            ResnetBlock second,
            TensorList toBase) {}

    /** The branch at work in one call of the base network. */
    Companion companion(TextContext words, NDArray time, NDArray embeddedHint, double strength) {
        return new Walk(words, time, embeddedHint, strength);
    }

    private final class Walk implements Companion {

        private final TextContext words;
        private final NDArray time;
        private final double strength;
        private final List<NDArray> skips = new ArrayList<>();
        private NDArray x;
        private int layer;
        private int transformer;

        Walk(TextContext words, NDArray time, NDArray embeddedHint, double strength) {
            this.words = words;
            this.time = time;
            this.strength = strength;
            this.x = embeddedHint; // the sample is added at the entrance
        }

        @Override
        public NDArray entered(NDArray sample, NDArray base) {
            x = entry.enter(sample).add(x);
            skips.add(x);
            return kernels.call("add_conv", base, x, entryExit, strength);
        }

        @Override
        public void beforeLayer(NDArray base) {
            TensorList weights = layer < layers.size() ? layers.get(layer).fromBase() : middle.fromBase();
            x = kernels.call("join_channels", x, base, weights);
        }

        @Override
        public NDArray afterLayer(NDArray base) {
            if (layer == layers.size()) {
                x = middle.first().apply(x, time);
                x = middle.attention().apply(x, words.transformer(transformer));
                x = middle.second().apply(x, time);
                return kernels.call("add_conv", base, x, middle.toBase(), strength);
            }
            Layer here = layers.get(layer++);
            if (here.resnet().isPresent()) {
                x = here.resnet().get().apply(x, time);
            }
            if (here.attention().isPresent()) {
                x = here.attention().get().apply(x, words.transformer(transformer++));
            }
            if (here.sampler().isPresent()) {
                x = here.sampler().get().apply(x);
            }
            skips.add(x);
            return kernels.call("add_conv", base, x, here.toBase(), strength);
        }

        @Override
        public NDArray beforeDecoderLayer(int step, NDArray base) {
            return kernels.call("add_conv", base, skips.removeLast(), decoder.get(step), strength);
        }
    }
}
