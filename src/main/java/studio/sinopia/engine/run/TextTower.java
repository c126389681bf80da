package studio.sinopia.engine.run;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import studio.sinopia.engine.steer.Conditions;
import studio.sinopia.engine.text.Phrase;
import studio.sinopia.engine.text.TextEncoder;
import studio.sinopia.engine.text.TextStates;
import studio.sinopia.engine.text.TokenChunk;
import studio.sinopia.engine.text.TokenChunks;
import studio.sinopia.engine.text.Tokenizer;
import studio.sinopia.recipe.Wording;

/** A tokenizer and the encoder that understands its ids. */
record TextTower(Tokenizer tokenizer, TextEncoder encoder) {

    private static final double NO_MEAN = 1e-9; // below it nothing can be brought back to a mean

    /** How many chunks some words fill. */
    int chunks(List<Phrase> phrases) {
        return TokenChunks.of(phrases, tokenizer).size();
    }

    /**
     * Encodes words chunk by chunk.
     *
     * @param least how many chunks there are at least, filled up with ones without words
     * @param pick the states of the layer that the network reads, [chunks, words, width]
     * @return text [1, chunks * words, width], and the first chunk's pooled vector
     */
    Conditions.Telling tell(
            List<Phrase> phrases, int least, Wording.Emphasis emphasis, Function<TextStates, NDArray> pick) {
        List<TokenChunk> chunks = new ArrayList<>(TokenChunks.of(phrases, tokenizer));
        while (chunks.size() < least) {
            chunks.add(TokenChunks.empty(tokenizer));
        }
        TextStates states = encoder.encode(chunks.stream().map(TokenChunk::ids).toArray(int[][]::new));
        NDArray text = pick.apply(states); // [chunks, words, width]
        if (emphasis != Wording.Emphasis.NONE && chunks.stream().anyMatch(TokenChunk::isWeighted)) {
            text = weigh(text, chunks, emphasis);
        }
        Shape shape = text.getShape();
        return new Conditions.Telling(
                text.reshape(1, shape.get(0) * shape.get(1), shape.get(2)),
                states.pooled().map(pooled -> pooled.get("0:1")));
    }

    /** Each vector times its weight; by the usual emphasis each chunk keeps its mean. */
    private static NDArray weigh(NDArray text, List<TokenChunk> chunks, Wording.Emphasis emphasis) {
        int words = Math.toIntExact(text.getShape().get(1));
        float[] flat = new float[chunks.size() * words];
        for (int i = 0; i < chunks.size(); i++) {
            System.arraycopy(chunks.get(i).weights(), 0, flat, i * words, words);
        }
        NDArray weights = text.getManager().create(flat, new Shape(chunks.size(), words, 1));
        NDArray weighted = text.mul(weights);
        if (emphasis != Wording.Emphasis.MEAN) {
            return weighted;
        }
        float[] before = means(text);
        float[] after = means(weighted);
        float[] factors = new float[before.length];
        for (int i = 0; i < factors.length; i++) {
            factors[i] = Math.abs(after[i]) < NO_MEAN ? 1 : before[i] / after[i];
        }
        return weighted.mul(text.getManager().create(factors, new Shape(factors.length, 1, 1)));
    }

    private static float[] means(NDArray text) {
        return text.reshape(text.getShape().get(0), -1).mean(new int[] {1}).toFloatArray();
    }

    /** The ids of all chunks in a row, as the network sees their vectors. */
    int[] ids(List<Phrase> phrases) {
        List<TokenChunk> chunks = TokenChunks.of(phrases, tokenizer);
        int[] all = new int[chunks.size() * tokenizer.length()];
        for (int i = 0; i < chunks.size(); i++) {
            System.arraycopy(chunks.get(i).ids(), 0, all, i * tokenizer.length(), tokenizer.length());
        }
        return all;
    }
}
