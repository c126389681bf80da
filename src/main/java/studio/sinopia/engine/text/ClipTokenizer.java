package studio.sinopia.engine.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import studio.sinopia.core.AtomicFile;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * CLIP's tokenizer: lower-cased words, digits and punctuation, each split into pieces by byte pair encoding. Agrees with the
 * tokenizers of the transformers library.
 */
public final class ClipTokenizer implements Tokenizer {

    private static final String MERGES = "clip-merges.txt.gz";
    private static final String VOCABULARY_FILE = "vocab.json";
    private static final String MERGES_FILE = "merges.txt";
    private static final String START = "<|startoftext|>";
    private static final String END = "<|endoftext|>";
    private static final String FIRST = "!"; // has the id 0
    private static final String WORD_END = "</w>";
    private static final int CLIP_LENGTH = 77;
    private static final int CLIP_MERGES = 48_894;
    private static final int LONGEST = 100_000; // some configurations say "no limit" with a very large number
    private static final Pattern SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern WORD = Pattern.compile(
            "<\\|startoftext\\|>|<\\|endoftext\\|>|'s|'t|'re|'ve|'m|'ll|'d|\\p{L}+|\\p{N}|[^\\s\\p{L}\\p{N}]+");

    private final Map<String, Integer> vocabulary;
    private final Map<String, Integer> ranks;
    private final String[] pieces;
    private final int length;
    private final int padding;

    private ClipTokenizer(Map<String, Integer> vocabulary, List<String> merges, int length, String padding)
            throws StudioException {
        this.vocabulary = vocabulary;
        this.ranks = new HashMap<>();
        for (String merge : merges) {
            ranks.putIfAbsent(merge, ranks.size());
        }
        this.length = length;
        if (!vocabulary.containsKey(START) || !vocabulary.containsKey(END)) {
            throw unusable("vocab.json", "lacks " + START + " or " + END);
        }
        this.padding = id(padding);
        this.pieces = new String
                [vocabulary.values().stream().mapToInt(Integer::intValue).max().orElse(0) + 1];
        vocabulary.forEach((piece, id) -> pieces[id] = piece);
    }

    /** The vocabulary that all Stable Diffusion models share, built from CLIP's list of merges. */
    public static ClipTokenizer standard() {
        return standard(END);
    }

    /** The same words, with short texts filled up with id 0, as OpenCLIP does. */
    public static ClipTokenizer standardPaddedWithZero() {
        return standard(FIRST);
    }

    private static ClipTokenizer standard(String padding) {
        try (InputStream packed = ClipTokenizer.class.getResourceAsStream(MERGES)) {
            if (packed == null) {
                throw new IllegalStateException("The program lacks its resource " + MERGES);
            }
            List<String> merges = merges(new GZIPInputStream(packed));
            merges = merges.subList(0, Math.min(merges.size(), CLIP_MERGES));
            return new ClipTokenizer(vocabulary(merges), merges, CLIP_LENGTH, padding);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (StudioException e) {
            throw new IllegalStateException("The program's own vocabulary is broken", e);
        }
    }

    /** True if a folder holds a vocabulary of its own. */
    public static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(VOCABULARY_FILE)) && Files.isRegularFile(folder.resolve(MERGES_FILE));
    }

    /**
     * Reads {@code vocab.json}, {@code merges.txt} and the two small configurations beside them.
     *
     * @param folder the {@code tokenizer} folder of a model; where it holds no vocabulary, the standard one is taken
     */
    public static ClipTokenizer open(Path folder) throws StudioException {
        Path vocabularyFile = folder.resolve(VOCABULARY_FILE);
        Path mergesFile = folder.resolve(MERGES_FILE);
        if (!isIn(folder)) {
            return standard();
        }
        JsonNode settings = json(folder.resolve("tokenizer_config.json"))
                .orElse(JsonMapper.shared().createObjectNode());
        JsonNode special = json(folder.resolve("special_tokens_map.json"))
                .orElse(JsonMapper.shared().createObjectNode());
        int length = settings.path("model_max_length").asInt(CLIP_LENGTH);
        String padding = token(special.path("pad_token"))
                .or(() -> token(settings.path("pad_token")))
                .orElse(END);
        Map<String, Integer> vocabulary = new HashMap<>();
        JsonNode entries = json(vocabularyFile).orElseThrow();
        for (Map.Entry<String, JsonNode> entry : entries.properties()) {
            if (!entry.getValue().canConvertToInt()
                    || entry.getValue().intValue() < 0
                    || entry.getValue().intValue() > 1 << 24) {
                throw unusable(vocabularyFile.toString(), "numbers '" + entry.getKey() + "' wrongly");
            }
            vocabulary.put(entry.getKey(), entry.getValue().intValue());
        }
        try (InputStream in = Files.newInputStream(mergesFile)) {
            return new ClipTokenizer(
                    vocabulary, merges(in), length < 2 || length > LONGEST ? CLIP_LENGTH : length, padding);
        } catch (IOException e) {
            throw new StudioException(AtomicFile.problem(mergesFile, e), e);
        }
    }

    /** One more than the largest id that it gives; the text encoder needs as many embeddings. */
    public int size() {
        return pieces.length;
    }

    private static Optional<JsonNode> json(Path file) throws StudioException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            JsonNode node = JsonMapper.shared().readTree(Files.readAllBytes(file));
            if (node == null || !node.isObject()) {
                throw unusable(file.toString(), "is not a JSON object");
            }
            return Optional.of(node);
        } catch (IOException e) {
            throw new StudioException(AtomicFile.problem(file, e), e);
        } catch (JacksonException e) {
            throw unusable(file.toString(), "is not valid JSON");
        }
    }

    private static StudioException unusable(String where, String what) {
        return new StudioException(
                new Problem("The tokenizer's file " + what + ".", where, "Fetch the model's tokenizer folder again."));
    }

    private static Optional<String> token(JsonNode node) {
        JsonNode content = node.isObject() ? node.path("content") : node;
        return content.isString() ? Optional.of(content.stringValue()) : Optional.empty();
    }

    private static List<String> merges(InputStream in) throws IOException {
        List<String> merges = new ArrayList<>();
        try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.startsWith("#version") && line.indexOf(' ') > 0) {
                    merges.add(line);
                }
            }
        }
        return merges;
    }

    /** Bytes, bytes at a word's end, merges in order, start, end. */
    private static Map<String, Integer> vocabulary(List<String> merges) {
        Map<String, Integer> vocabulary = new HashMap<>();
        ByteSymbols.inOrder().forEach(symbol -> vocabulary.put(symbol, vocabulary.size()));
        ByteSymbols.inOrder().forEach(symbol -> vocabulary.put(symbol + WORD_END, vocabulary.size()));
        merges.forEach(merge -> vocabulary.put(merge.replace(" ", ""), vocabulary.size()));
        vocabulary.put(START, vocabulary.size());
        vocabulary.put(END, vocabulary.size());
        return vocabulary;
    }

    @Override
    public int[] words(String prompt) {
        String clean = SPACE.matcher(Normalizer.normalize(prompt, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip()
                .toLowerCase(Locale.ROOT);
        List<Integer> ids = new ArrayList<>();
        Matcher words = WORD.matcher(clean);
        while (words.find()) {
            String word = words.group();
            if (word.equals(START) || word.equals(END)) {
                ids.add(id(word));
            } else {
                pieces(word).forEach(piece -> ids.add(id(piece)));
            }
        }
        return ids.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Joins the neighbours that come first in the list of merges, as long as there are any. */
    private List<String> pieces(String word) {
        List<String> parts = ByteSymbols.of(word);
        parts.set(parts.size() - 1, parts.getLast() + WORD_END);
        while (parts.size() > 1) {
            int best = -1;
            int bestRank = Integer.MAX_VALUE;
            for (int i = 0; i < parts.size() - 1; i++) {
                int rank = ranks.getOrDefault(parts.get(i) + " " + parts.get(i + 1), Integer.MAX_VALUE);
                if (rank < bestRank) {
                    bestRank = rank;
                    best = i;
                }
            }
            if (best < 0) {
                break;
            }
            parts = joined(parts, parts.get(best), parts.get(best + 1));
        }
        return parts;
    }

    private static List<String> joined(List<String> parts, String first, String second) {
        List<String> joined = new ArrayList<>(parts.size());
        for (int i = 0; i < parts.size(); i++) {
            if (i < parts.size() - 1
                    && parts.get(i).equals(first)
                    && parts.get(i + 1).equals(second)) {
                joined.add(first + second);
                i++;
            } else {
                joined.add(parts.get(i));
            }
        }
        return joined;
    }

    private int id(String piece) {
        return vocabulary.getOrDefault(piece, end());
    }

    @Override
    public int[] padded(String prompt) {
        int[] words = words(prompt);
        int kept = Math.min(words.length, length - 2);
        int[] ids = new int[length];
        Arrays.fill(ids, padding);
        ids[0] = start();
        System.arraycopy(words, 0, ids, 1, kept);
        ids[kept + 1] = end();
        return ids;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public int start() {
        return vocabulary.getOrDefault(START, 0);
    }

    @Override
    public int end() {
        return vocabulary.getOrDefault(END, 0);
    }

    @Override
    public int padding() {
        return padding;
    }

    @Override
    public String piece(int id) {
        String piece = id >= 0 && id < pieces.length && pieces[id] != null ? pieces[id] : "";
        return piece.endsWith(WORD_END)
                ? ByteSymbols.text(piece.substring(0, piece.length() - WORD_END.length()))
                : ByteSymbols.text(piece);
    }
}
