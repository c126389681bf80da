package studio.sinopia.engine.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Lays the tokens of a prompt into chunks. Where a chunk is full and a comma stands among its last twenty tokens, what follows the
 * comma moves to the next chunk; tokens that belong together stay together.
 */
public final class TokenChunks {

    private static final int LOOKS_BACK = 20;

    private final Tokenizer tokenizer;
    private final int room;
    private final int comma;
    private final List<TokenChunk> done = new ArrayList<>();
    private List<Token> open = new ArrayList<>();
    private int afterComma = -1; // number of the token after the last comma of the open chunk

    private record Token(int id, float weight) {}

    private TokenChunks(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
        this.room = tokenizer.length() - 2;
        int[] found = tokenizer.words(",");
        this.comma = found.length == 1 ? found[0] : -1;
    }

    /** At least one chunk. */
    public static List<TokenChunk> of(List<Phrase> phrases, Tokenizer tokenizer) {
        var chunks = new TokenChunks(tokenizer);
        for (Phrase phrase : phrases) {
            if (phrase.isBreak()) {
                chunks.close();
            } else {
                chunks.add(phrase);
            }
        }
        if (!chunks.open.isEmpty() || chunks.done.isEmpty()) {
            chunks.close();
        }
        return List.copyOf(chunks.done);
    }

    /** A chunk without words. */
    public static TokenChunk empty(Tokenizer tokenizer) {
        return of(List.of(), tokenizer).getFirst();
    }

    private void add(Phrase phrase) {
        for (int[] together : tokenizer.runs(phrase.text())) {
            boolean isComma = together.length == 1 && together[0] == comma;
            if (open.size() + together.length > room) {
                if (isComma || afterComma < 0 || open.size() - afterComma >= LOOKS_BACK) {
                    close();
                } else {
                    List<Token> moved = new ArrayList<>(open.subList(afterComma, open.size()));
                    open = new ArrayList<>(open.subList(0, afterComma));
                    close();
                    open.addAll(moved);
                    if (open.size() + together.length > room) {
                        close();
                    }
                }
            }
            for (int i = 0; i < Math.min(together.length, room); i++) {
                open.add(new Token(together[i], (float) phrase.weight()));
            }
            if (isComma) {
                afterComma = open.size();
            }
        }
    }

    private void close() {
        int[] ids = new int[tokenizer.length()];
        float[] weights = new float[ids.length];
        Arrays.fill(ids, tokenizer.padding());
        Arrays.fill(weights, 1);
        ids[0] = tokenizer.start();
        for (int i = 0; i < open.size(); i++) {
            ids[i + 1] = open.get(i).id();
            weights[i + 1] = open.get(i).weight();
        }
        ids[open.size() + 1] = tokenizer.end();
        done.add(new TokenChunk(ids, weights));
        open = new ArrayList<>();
        afterComma = -1;
    }
}
