package studio.sinopia.library;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.sinopia.core.StudioException;
import studio.sinopia.recipe.PromptTags;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.WeightPatch;

/**
 * Finds the files that prompts name: LoRA by tag ({@code <lora:ink:0.8>}), which is taken out, and embeddings by word, which
 * stays. A recipe that has been through here says its files itself and no longer depends on a shelf.
 */
public final class NamedFiles {

    /** What stands before the name of an embedding in other programs. */
    private static final Pattern EXPLICIT = Pattern.compile("(?i)\\bembedding:([\\p{L}\\p{N}_./-]*[\\p{L}\\p{N}_])");

    private final PatchShelf shelf;

    public NamedFiles(PatchShelf shelf) {
        this.shelf = shelf;
    }

    /** @throws StudioException if a tag is wrong or names a file that is not there */
    public Recipe resolve(Recipe recipe) throws StudioException {
        PromptTags prompt = PromptTags.read(recipe.prompt());
        PromptTags negative = PromptTags.read(recipe.negative());
        Map<String, WeightPatch> patches = new LinkedHashMap<>();
        List<WeightPatch> all = new ArrayList<>(recipe.patches());
        recipe.patches().forEach(patch -> patches.put(patch.file(), patch));
        for (PromptTags tags : List.of(prompt, negative)) {
            for (PromptTags.Tag tag : tags.tags()) {
                String file = shelf.find(tag.name(), "prompt").toString();
                all.add(new WeightPatch(file, tag.weight(), tag.textWeight()));
            }
        }
        for (String text : List.of(prompt.text(), negative.text())) {
            for (Path file : embeddings(text)) {
                if (patches.putIfAbsent(file.toString(), new WeightPatch(file.toString(), 1)) == null) {
                    all.add(new WeightPatch(file.toString(), 1));
                }
            }
        }
        return recipe.withPrompt(prompt.text()).withNegative(negative.text()).withPatches(all);
    }

    private List<Path> embeddings(String text) throws StudioException {
        List<Path> files = new ArrayList<>();
        Matcher explicit = EXPLICIT.matcher(text);
        while (explicit.find()) {
            files.add(shelf.find(explicit.group(1), "prompt"));
        }
        for (Map.Entry<String, Path> word : shelf.embeddings().entrySet()) {
            if (mentions(text, word.getKey())) {
                files.add(word.getValue());
            }
        }
        return files;
    }

    /** Whether a word stands in a text by itself, in capitals or not. */
    private static boolean mentions(String text, String word) {
        String lower = text.toLowerCase(Locale.ROOT);
        return Pattern.compile(
                        "(?<![\\p{L}\\p{N}_])" + Pattern.quote(word.toLowerCase(Locale.ROOT)) + "(?![\\p{L}\\p{N}_])")
                .matcher(lower)
                .find();
    }
}
