package studio.sinopia.engine.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LearnedWordsTest {

    private static final int VOCABULARY = 49408;

    private final Tokenizer plain = ClipTokenizer.standard();
    private final Tokenizer words = new LearnedWords(
            plain,
            List.of(
                    new EmbeddingFile("bad-hand", List.<float[][]>of(new float[][] {{1}, {2}})),
                    new EmbeddingFile("ink", List.<float[][]>of(new float[][] {{3}}))),
            VOCABULARY,
            0);

    private static int[] joined(int[]... parts) {
        return IntStream.range(0, parts.length)
                .flatMap(i -> IntStream.of(parts[i]))
                .toArray();
    }

    @Test
    void aLearnedWordIsOneIdForEachOfItsVectors() {
        int[] hand = {VOCABULARY, VOCABULARY + 1};
        int[] ink = {VOCABULARY + 2};
        assertArrayEquals(
                joined(plain.words("a"), hand, plain.words(", in"), ink), words.words("a Bad-Hand, in embedding:INK"));
        assertEquals(
                List.of(1, 2, 1, 1, 1),
                words.runs("a bad-hand, in ink").stream().map(run -> run.length).toList());
        assertArrayEquals(plain.words("a bad-hands pink inky"), words.words("a bad-hands pink inky"));
    }

    @Test
    void paddedPromptsHoldThemToo() {
        int[] padded = words.padded("ink");
        assertEquals(77, padded.length);
        assertArrayEquals(
                new int[] {words.start(), VOCABULARY + 2, words.end()}, new int[] {padded[0], padded[1], padded[2]});
        assertEquals("ink", words.piece(VOCABULARY + 2));
    }
}
