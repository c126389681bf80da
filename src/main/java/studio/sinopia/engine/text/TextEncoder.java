package studio.sinopia.engine.text;

import ai.djl.ndarray.NDArray;

/** Turns token ids into vectors. Belongs to the engine thread. */
public interface TextEncoder extends AutoCloseable {

    /** Width of the vectors. */
    int width();

    /** How many tokens a prompt has, start and end included: 77 as a rule. */
    int maxTokens();

    /**
     * @param ids one row of token ids for each prompt, all of one length, at most {@link #maxTokens}
     * @return owned by the model's manager and the open scope
     */
    TextStates encode(int[][] ids);

    /** The final norm on the states of an earlier layer, [rows, words, width], as where the last layers are left out. */
    NDArray finish(NDArray hidden);

    @Override
    void close();
}
