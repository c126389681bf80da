package studio.sinopia.engine.text;

/** As many tokens as a text encoder reads at once, start, end and padding included. */
public final class TokenChunk {

    private final int[] ids;
    private final float[] weights;

    /** @param weights one for each id, 1 for start, end and padding */
    TokenChunk(int[] ids, float[] weights) {
        this.ids = ids.clone();
        this.weights = weights.clone();
    }

    /** All of them. */
    public int[] ids() {
        return ids.clone();
    }

    /** One for each id, 1 for start, end and padding. */
    public float[] weights() {
        return weights.clone();
    }

    /** Whether any weight differs from 1. */
    public boolean isWeighted() {
        for (float weight : weights) {
            if (weight != 1) {
                return true;
            }
        }
        return false;
    }
}
