package studio.sinopia.engine.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.patch.PatchFile;
import studio.sinopia.engine.patch.PatchFit;
import studio.sinopia.engine.patch.PatchTarget;
import studio.sinopia.engine.steer.FilePatch;
import studio.sinopia.engine.text.EmbeddingFile;
import studio.sinopia.engine.weights.TensorEntry;
import studio.sinopia.recipe.PromptTags;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.WeightPatch;

/** The files that a recipe adds to its model. */
final class AddedFiles {

    private AddedFiles() {}

    /**
     * Refuses what belongs to another family, from headers alone.
     *
     * @return for each file that changes weights, what of it is used; ready to be shown
     */
    static List<String> check(Recipe recipe, ModelDescription model) throws StudioException {
        refuseTags(recipe.prompt());
        refuseTags(recipe.negative());
        List<String> reports = new ArrayList<>();
        Map<PatchTarget, List<String>> names = new EnumMap<>(PatchTarget.class);
        for (WeightPatch patch : recipe.patches()) {
            Path path = Path.of(patch.file());
            if (EmbeddingFile.isOne(path)) {
                EmbeddingFile.open(path).checkFits(widths(model), path);
                continue;
            }
            if (names.isEmpty()) {
                names.putAll(names(model));
            }
            try (PatchFile file = PatchFile.open(path)) {
                PatchFit fit = PatchFit.of(file, names, model.unet().textWidth());
                reports.add(file.path().getFileName() + " (" + fit.report() + ")");
            }
        }
        return reports;
    }

    /** The program finds named files before it asks the engine, which knows no shelf; a recipe from elsewhere may have some. */
    private static void refuseTags(String text) throws StudioException {
        if (PromptTags.any(text)) {
            PromptTags tags = PromptTags.read(text);
            throw new StudioException(new Problem(
                    "The prompt names the file '%s', which nobody has looked up."
                            .formatted(tags.tags().getFirst().name()),
                    "prompt",
                    "List the file under \"patches\" of the recipe."));
        }
    }

    private static Map<PatchTarget, List<String>> names(ModelDescription model) throws StudioException {
        Map<PatchTarget, List<String>> names = new EnumMap<>(PatchTarget.class);
        names.put(PatchTarget.UNET, names(model, ModelDescription.UNET));
        names.put(PatchTarget.TEXT_ENCODER, names(model, ModelDescription.TEXT_ENCODER));
        if (model.hasTwoTextEncoders()) {
            names.put(PatchTarget.TEXT_ENCODER_2, names(model, ModelDescription.TEXT_ENCODER_2));
        }
        return names;
    }

    private static List<String> names(ModelDescription model, String part) throws StudioException {
        return model.pipeline().part(part).entries().stream()
                .map(TensorEntry::name)
                .toList();
    }

    private static List<Integer> widths(ModelDescription model) throws StudioException {
        List<Integer> widths = new ArrayList<>();
        widths.add(width(model, ModelDescription.TEXT_ENCODER));
        if (model.hasTwoTextEncoders()) {
            widths.add(width(model, ModelDescription.TEXT_ENCODER_2));
        }
        return widths;
    }

    private static int width(ModelDescription model, String part) throws StudioException {
        return model.pipeline().part(part).config().integer("hidden_size", 512);
    }

    /** The learned words; each once. */
    static List<EmbeddingFile> words(Recipe recipe) throws StudioException {
        Map<String, EmbeddingFile> words = new LinkedHashMap<>();
        for (WeightPatch patch : recipe.patches()) {
            Path path = Path.of(patch.file());
            if (EmbeddingFile.isOne(path)) {
                words.put(EmbeddingFile.word(path), EmbeddingFile.open(path));
            }
        }
        return List.copyOf(words.values());
    }

    /** Opens what changes weights; closed with the steering of which it becomes a part. */
    static List<FilePatch> patches(Recipe recipe) throws StudioException {
        List<FilePatch> patches = new ArrayList<>();
        boolean fine = false;
        try {
            for (WeightPatch patch : recipe.patches()) {
                Path path = Path.of(patch.file());
                if (!EmbeddingFile.isOne(path)) {
                    patches.add(new FilePatch(PatchFile.open(path), patch.weight(), patch.textWeight()));
                }
            }
            fine = true;
            return patches;
        } finally {
            if (!fine) {
                patches.forEach(FilePatch::close);
            }
        }
    }
}
