package studio.sinopia.engine.text;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.weights.Weights;

/**
 * The weights of a text encoder with more words in its table than the file has: the vectors of {@link LearnedWords} behind its
 * own.
 */
public final class ExtendedTable implements Weights {

    private static final String TABLE = "embeddings.token_embedding.weight";

    private final Weights plain;
    private final float[][] vectors;

    /** @param vectors [added words][width] */
    public ExtendedTable(Weights plain, float[][] vectors) {
        this.plain = plain;
        this.vectors = vectors;
    }

    @Override
    public boolean has(String key) {
        return plain.has(key);
    }

    @Override
    public NDArray get(String key, long... shape) throws StudioException {
        if (!key.endsWith(TABLE)) {
            return plain.get(key, shape);
        }
        long width = shape[1];
        float[] flat = new float[Math.toIntExact(vectors.length * width)];
        for (int row = 0; row < vectors.length; row++) {
            System.arraycopy(vectors[row], 0, flat, Math.toIntExact(row * width), Math.toIntExact(width));
        }
        try (NDArray own = plain.get(key, shape[0] - vectors.length, width);
                NDArray added = own.getManager().create(flat, new Shape(vectors.length, width))) {
            return NDArrays.concat(new NDList(own, added), 0);
        }
    }

    @Override
    public void finish() throws StudioException {
        plain.finish();
    }
}
