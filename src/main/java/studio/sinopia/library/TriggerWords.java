package studio.sinopia.library;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.weights.SafetensorsFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The words with which a LoRA was trained, from what its trainer wrote into the file: a phrase that its maker chose ({@code
 * modelspec.trigger_phrase}), then the names of the training folders and the most frequent tags in them ({@code
 * ss_tag_frequency} of kohya's trainer: folders named {@code REPEATS_WORDS}, tags with counts).
 */
public final class TriggerWords {

    private static final int MOST = 12;
    private static final int LONGEST = 80;

    private TriggerWords() {}

    /** The most telling first; empty if the file says nothing. */
    public static List<String> of(Path file) throws StudioException {
        try (SafetensorsFile weights = SafetensorsFile.open(file)) {
            return of(weights.metadata());
        }
    }

    static List<String> of(Map<String, String> metadata) {
        Set<String> words = new LinkedHashSet<>();
        words.add(metadata.getOrDefault("modelspec.trigger_phrase", "").strip());
        Map<String, Long> counts = new TreeMap<>();
        for (Map.Entry<String, JsonNode> folder : tree(metadata).properties()) {
            words.add(folder.getKey().replaceFirst("^\\d+_", "").strip());
            for (Map.Entry<String, JsonNode> tag : folder.getValue().properties()) {
                counts.merge(tag.getKey().strip(), tag.getValue().asLong(0), Long::sum);
            }
        }
        counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(MOST)
                .forEach(tag -> words.add(tag.getKey()));
        List<String> told = new ArrayList<>(words);
        told.removeIf(word -> word.isBlank() || word.length() > LONGEST);
        return List.copyOf(told.subList(0, Math.min(MOST, told.size())));
    }

    /** Folders with their tags; nothing if a trainer wrote something else there. */
    private static JsonNode tree(Map<String, String> metadata) {
        try {
            return JsonMapper.shared().readTree(metadata.getOrDefault("ss_tag_frequency", "{}"));
        } catch (JacksonException otherwise) {
            return JsonMapper.shared().createObjectNode();
        }
    }
}
