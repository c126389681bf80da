package studio.sinopia.engine.unet;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.function.Function;

/** Listeners one after another; each is asked only where it wants to be. */
record TapChain(List<UNetTaps> taps) implements UNetTaps {

    @Override
    public boolean wants(TapPoint point) {
        return taps.stream().anyMatch(tap -> tap.wants(point));
    }

    @Override
    public boolean wants(AttentionPoint point) {
        return taps.stream().anyMatch(tap -> tap.wants(point));
    }

    @Override
    public NDArray timeEmbedding(NDArray embedding) {
        NDArray result = embedding;
        for (UNetTaps tap : taps) {
            result = tap.timeEmbedding(result);
        }
        return result;
    }

    @Override
    public NDArray feature(TapPoint point, NDArray output) {
        NDArray result = output;
        for (UNetTaps tap : taps) {
            result = tap.wants(point) ? tap.feature(point, result) : result;
        }
        return result;
    }

    @Override
    public NDArray attention(AttentionCall call, Function<AttentionCall, NDArray> ordinary) {
        return from(0, call, ordinary);
    }

    private NDArray from(int first, AttentionCall call, Function<AttentionCall, NDArray> ordinary) {
        if (first == taps.size()) {
            return ordinary.apply(call);
        }
        UNetTaps tap = taps.get(first);
        return tap.wants(call.point())
                ? tap.attention(call, next -> from(first + 1, next, ordinary))
                : from(first + 1, call, ordinary);
    }
}
