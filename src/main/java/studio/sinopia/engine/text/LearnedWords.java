package studio.sinopia.engine.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A tokenizer that also knows learned words: where one stands by itself in a prompt, or as {@code embedding:word}, there come ids
 * past the vocabulary, one for each vector. Capitals do not matter.
 */
public final class LearnedWords implements Tokenizer {

    private final Tokenizer plain;
    private final Map<String, int[]> ids = new HashMap<>();
    private final List<float[]> vectors = new ArrayList<>();
    private final Pattern any;

    /**
     * @param vocabulary how many ids the text encoder has embeddings for
     * @param encoder which of the model's text encoders this is for
     */
    public LearnedWords(Tokenizer plain, List<EmbeddingFile> words, int vocabulary, int encoder) {
        this.plain = plain;
        for (EmbeddingFile word : words) {
            int first = vocabulary + vectors.size();
            ids.put(word.word(), IntStream.range(first, first + word.length()).toArray());
            vectors.addAll(Arrays.asList(word.vectors().get(encoder)));
        }
        String names = words.stream()
                .map(EmbeddingFile::word)
                .sorted(Comparator.comparing(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        this.any = Pattern.compile(
                "(?<![\\p{L}\\p{N}_])(?:embedding:(?:[\\p{L}\\p{N}_.-]+/)*)?(" + names + ")(?![\\p{L}\\p{N}_])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** The vectors of the ids past the vocabulary, in order, [vectors][width]. */
    public float[][] vectors() {
        return vectors.toArray(float[][]::new);
    }

    @Override
    public int[] words(String prompt) {
        return runs(prompt).stream().flatMapToInt(Arrays::stream).toArray();
    }

    @Override
    public List<int[]> runs(String prompt) {
        List<int[]> runs = new ArrayList<>();
        Matcher matcher = any.matcher(prompt);
        int end = 0;
        while (matcher.find()) {
            addPlain(runs, prompt.substring(end, matcher.start()));
            runs.add(ids.getOrDefault(matcher.group(1).toLowerCase(Locale.ROOT), new int[0]));
            end = matcher.end();
        }
        addPlain(runs, prompt.substring(end));
        return runs;
    }

    private void addPlain(List<int[]> runs, String text) {
        for (int id : plain.words(text)) {
            runs.add(new int[] {id});
        }
    }

    @Override
    public int[] padded(String prompt) {
        int[] words = words(prompt);
        int kept = Math.min(words.length, length() - 2);
        int[] padded = new int[length()];
        Arrays.fill(padded, padding());
        padded[0] = start();
        System.arraycopy(words, 0, padded, 1, kept);
        padded[kept + 1] = end();
        return padded;
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
        return ids.entrySet().stream()
                .filter(word -> Arrays.stream(word.getValue()).anyMatch(own -> own == id))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> plain.piece(id));
    }
}
