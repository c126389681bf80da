package studio.sinopia.engine.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.sinopia.core.StudioException;

class ClipTokenizerTest {

    private static final ClipTokenizer STANDARD = ClipTokenizer.standard();

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a photo of a cat | 320 1125 539 320 2368",
                "A Red HOUSE!! | 320 736 1212 748",
                "naïve café — déjà vu | 1097 35689 563 15304 2005 25466 73 21259 13230",
                "it's the dog's bone, isn't it? | 585 568 518 1929 568 6195 267 2923 713 585 286",
                "Hello World! It's 2024. | 3306 1002 256 585 568 273 271 273 275 269",
                "emoji 😀 and 漢字 | 16327 7334 537 162 120 95 35751 501",
                "&amp; html &lt;b&gt; | 261 6259 282 18231 261 3333 282 321 261 4725 282"
            })
    void promptsBecomeTheIdsOfTheReference(String prompt, String ids) {
        int[] expected =
                Arrays.stream(ids.split(" ")).mapToInt(Integer::parseInt).toArray();
        assertArrayEquals(expected, STANDARD.words(prompt));
    }

    @Test
    void spaceOfAnyKindOnlySeparates() {
        assertArrayEquals(STANDARD.words("many spaces and lines"), STANDARD.words(" many\tspaces\u3000and\n\nlines "));
    }

    @Test
    void aPromptIsCutAndPaddedToItsLength() {
        int[] empty = STANDARD.padded("");
        assertEquals(77, empty.length);
        assertEquals(49406, empty[0]);
        assertEquals(49407, empty[1]);
        int[] full = STANDARD.padded("word ".repeat(100));
        assertEquals(2653, full[75]);
        assertEquals(49407, full[76]);
    }

    @Test
    void piecesCanBeShown() {
        assertEquals("café", STANDARD.piece(STANDARD.words("café")[0]));
        assertEquals("", STANDARD.piece(-1));
    }

    @Test
    void aModelsOwnVocabularyAndLengthAreObeyed(@TempDir Path folder) throws Exception {
        Files.writeString(
                folder.resolve("vocab.json"),
                "{\"a\": 0, \"b</w>\": 1, \"ab</w>\": 2, \"<|startoftext|>\": 3, \"<|endoftext|>\": 4, \"!\": 5}");
        Files.writeString(folder.resolve("merges.txt"), "#version: 0.2\na b</w>\n");
        Files.writeString(folder.resolve("tokenizer_config.json"), "{\"model_max_length\": 6}");
        Files.writeString(folder.resolve("special_tokens_map.json"), "{\"pad_token\": {\"content\": \"!\"}}");
        assertArrayEquals(
                new int[] {3, 2, 1, 4, 5, 5}, ClipTokenizer.open(folder).padded("ab b"));
    }

    @Test
    void aBrokenVocabularyIsAProblem(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("vocab.json"), "{\"a\": \"zero\"}");
        Files.writeString(folder.resolve("merges.txt"), "");
        assertThrows(StudioException.class, () -> ClipTokenizer.open(folder));
    }
}
