package studio.sinopia.engine.weights;

import ai.djl.ndarray.NDArray;
import studio.sinopia.core.StudioException;

/** The weights of one part of a network. */
record WeightsBelow(Weights all, String prefix) implements Weights {

    @Override
    public boolean has(String key) {
        return all.has(prefix + key);
    }

    @Override
    public NDArray get(String key, long... shape) throws StudioException {
        return all.get(prefix + key, shape);
    }

    @Override
    public void finish() throws StudioException {
        all.finish();
    }

    @Override
    public Weights under(String part) {
        return new WeightsBelow(all, prefix + part + ".");
    }
}
