package studio.sinopia.engine.unet;

import ai.djl.ndarray.NDArray;
import studio.sinopia.engine.nn.AttentionHook;
import studio.sinopia.engine.nn.SpatialTransformer;
import studio.sinopia.engine.nn.TransformerContext;
import studio.sinopia.engine.tensor.Kernels;

/** Asks the listeners of one call at the points of the network that they want. */
final class TapWalk {

    private final UNetTaps taps;
    private final Kernels kernels;
    private final boolean silent;

    TapWalk(UNetTaps taps, Kernels kernels) {
        this.taps = taps;
        this.kernels = kernels;
        this.silent = taps == UNetTaps.NONE;
    }

    NDArray feature(TapPoint.Side side, int block, TapPoint.Part part, int layer, NDArray output) {
        if (silent) {
            return output;
        }
        var point = new TapPoint(side, block, part, layer);
        return taps.wants(point) ? taps.feature(point, output) : output;
    }

    NDArray attend(
            TapPoint.Side side,
            int block,
            int layer,
            SpatialTransformer transformer,
            NDArray x,
            TransformerContext context) {
        if (silent) {
            return transformer.apply(x, context);
        }
        var point = new TapPoint(side, block, TapPoint.Part.ATTENTION, layer);
        boolean heard = false;
        for (int depth = 0; depth < transformer.depth() && !heard; depth++) {
            heard = taps.wants(new AttentionPoint(point, depth, AttentionPoint.Kind.SELF))
                    || taps.wants(new AttentionPoint(point, depth, AttentionPoint.Kind.CROSS));
        }
        NDArray output = heard ? transformer.apply(x, context, new Hook(point)) : transformer.apply(x, context);
        return taps.wants(point) ? taps.feature(point, output) : output;
    }

    private final class Hook implements AttentionHook {

        private final TapPoint transformer;

        Hook(TapPoint transformer) {
            this.transformer = transformer;
        }

        @Override
        public boolean wants(int depth, boolean cross) {
            return taps.wants(point(depth, cross));
        }

        @Override
        public NDArray attend(int depth, boolean cross, int height, int width, NDArray q, NDArray k, NDArray v) {
            var call = new AttentionCall(point(depth, cross), height, width, q, k, v, kernels);
            return taps.attention(call, AttentionCall::output);
        }

        private AttentionPoint point(int depth, boolean cross) {
            return new AttentionPoint(transformer, depth, cross ? AttentionPoint.Kind.CROSS : AttentionPoint.Kind.SELF);
        }
    }
}
