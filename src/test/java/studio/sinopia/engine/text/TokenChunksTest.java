package studio.sinopia.engine.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenChunksTest {

    private static final Tokenizer CLIP = ClipTokenizer.standard();

    private static List<TokenChunk> chunks(String text) {
        return TokenChunks.of(List.of(new Phrase(text, 1)), CLIP);
    }

    /** Words of a chunk, without start, end and padding. */
    private static int words(TokenChunk chunk) {
        for (int i = 1; i < chunk.ids().length; i++) {
            if (chunk.ids()[i] == CLIP.end()) {
                return i - 1;
            }
        }
        return -1;
    }

    @Test
    void aShortPromptIsOneChunkAsTheTokenizerPadsIt() {
        assertArrayEquals(
                CLIP.padded("a red house"), chunks("a red house").getFirst().ids());
        assertArrayEquals(CLIP.padded(""), chunks("").getFirst().ids());
        assertEquals(1, chunks("").size());
    }

    @Test
    void seventyFiveWordsFillAChunkAndOneMoreOpensAnother() {
        assertEquals(1, chunks("dog ".repeat(75)).size());
        List<TokenChunk> two = chunks("dog ".repeat(76));
        assertEquals(List.of(75, 1), two.stream().map(TokenChunksTest::words).toList());
    }

    @Test
    void whatFollowsACommaAmongTheLastTwentyMovesOn() {
        assertEquals(
                List.of(71, 9),
                chunks("dog ".repeat(70) + "," + " cat".repeat(9)).stream()
                        .map(TokenChunksTest::words)
                        .toList());
        assertEquals(
                List.of(75, 26),
                chunks("dog ".repeat(50) + "," + " cat".repeat(50)).stream()
                        .map(TokenChunksTest::words)
                        .toList(),
                "too far back");
        assertEquals(
                List.of(56, 20),
                chunks("dog ".repeat(55) + "," + " cat".repeat(20)).stream()
                        .map(TokenChunksTest::words)
                        .toList(),
                "just near enough");
    }

    @Test
    void aBreakOpensAChunk() {
        List<TokenChunk> chunks =
                TokenChunks.of(List.of(new Phrase("a dog", 1), Phrase.BREAK, new Phrase("a cat", 1)), CLIP);
        assertEquals(List.of(2, 2), chunks.stream().map(TokenChunksTest::words).toList());
        assertArrayEquals(CLIP.padded("a cat"), chunks.getLast().ids());
    }

    @Test
    void weightsStandAtTheirWordsOnly() {
        TokenChunk chunk = TokenChunks.of(List.of(new Phrase("a ", 1), new Phrase("red house", 1.5)), CLIP)
                .getFirst();
        assertArrayEquals(new float[] {1, 1, 1.5f, 1.5f, 1, 1}, Arrays.copyOf(chunk.weights(), 6));
    }

    @Test
    void whatWasLearnedAsSeveralVectorsStaysTogether() {
        var learned = new LearnedWord(CLIP);
        String text = "dog ".repeat(73);
        List<TokenChunk> chunks = TokenChunks.of(List.of(new Phrase(text + " learned", 1)), learned);
        assertEquals(List.of(73, 3), chunks.stream().map(TokenChunksTest::words).toList());
    }

    /** A tokenizer to which a word of three vectors was added. */
    private record LearnedWord(Tokenizer plain) implements Tokenizer {

        @Override
        public List<int[]> runs(String prompt) {
            return Arrays.stream(prompt.strip().split("\\s+"))
                    .map(word -> word.equals("learned") ? new int[] {49408, 49409, 49410} : plain.words(word))
                    .toList();
        }

        @Override
        public int[] words(String prompt) {
            return plain.words(prompt);
        }

        @Override
        public int[] padded(String prompt) {
            return plain.padded(prompt);
        }

        @Override
        public int length() {
            return plain.length();
        }

        @Override
        public int start() {
            return plain.start();
        }

        @Override
        public int end() {
            return plain.end();
        }

        @Override
        public int padding() {
            return plain.padding();
        }

        @Override
        public String piece(int id) {
            return plain.piece(id);
        }
    }
}
