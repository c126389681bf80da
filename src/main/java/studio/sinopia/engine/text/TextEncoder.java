package studio.sinopia.engine.text;

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

    @Override
    void close();
}
