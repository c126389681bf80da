package studio.sinopia.engine.conformance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.text.ClipTokenizer;
import studio.sinopia.engine.text.Tokenizer;
import tools.jackson.databind.JsonNode;

/** CLIP's tokenizer against {@code tokenizer.json}: prompts with their ids, filled up and cut to 77 ({@code ids}) or not ({@code raw}). */
public final class TokenizerCheck {

    private static final String FILE = "tokenizer.json";

    private TokenizerCheck() {}

    /** True if a folder holds such prompts. */
    public static boolean applies(Path folder) {
        return Files.isRegularFile(folder.resolve(FILE));
    }

    /** @return for each prompt how many ids differ; none may */
    public static List<Comparison> run(Path folder) throws StudioException {
        Path file = folder.resolve(FILE);
        List<Comparison> comparisons = new ArrayList<>();
        Tokenizer tokenizer = ClipTokenizer.standard();
        for (JsonNode each : RecordedJson.read(file)) {
            String prompt = each.path("prompt").asString("");
            long different = 0;
            if (each.has("ids")) {
                different += different(ids(each.path("ids")), tokenizer.padded(prompt));
            }
            if (each.has("raw")) {
                int[] words = tokenizer.words(prompt);
                int[] raw = new int[words.length + 2];
                raw[0] = tokenizer.start();
                System.arraycopy(words, 0, raw, 1, words.length);
                raw[raw.length - 1] = tokenizer.end();
                different += different(ids(each.path("raw")), raw);
            }
            comparisons.add(new Comparison("tokenizer." + comparisons.size(), different, different, different, 0));
        }
        return comparisons;
    }

    private static int[] ids(JsonNode list) {
        return list.valueStream().mapToInt(JsonNode::asInt).toArray();
    }

    private static long different(int[] expected, int[] actual) {
        int shared = Math.min(expected.length, actual.length);
        return Math.abs(expected.length - actual.length)
                + IntStream.range(0, shared)
                        .filter(i -> expected[i] != actual[i])
                        .count();
    }
}
