package studio.sinopia.engine.weights;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/** Random weights of whatever shape is asked for, of a size that keeps activations near 1: for measuring speed. */
public final class RandomWeights implements Weights {

    private final NDManager manager;

    public RandomWeights(NDManager manager) {
        this.manager = manager;
    }

    @Override
    public boolean has(String key) {
        return true;
    }

    @Override
    public NDArray get(String key, long... shape) {
        if (shape.length == 1) {
            return key.endsWith("bias") ? manager.zeros(new Shape(shape)) : manager.ones(new Shape(shape));
        }
        long inputs = 1;
        for (int i = 1; i < shape.length; i++) {
            inputs *= shape[i];
        }
        float range = (float) Math.sqrt(3.0 / inputs);
        return manager.randomUniform(-range, range, new Shape(shape));
    }

    @Override
    public void finish() {
        // nothing is left of what is made on demand
    }
}
