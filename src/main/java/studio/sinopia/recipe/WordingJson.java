package studio.sinopia.recipe;

import java.util.Optional;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import tools.jackson.databind.node.ObjectNode;

/** How prompts are read and what sizes are told, as parts of {@link RecipeJson}; what is as usual is not written. */
final class WordingJson {

    private WordingJson() {}

    static void write(Recipe recipe, ObjectNode node) {
        Wording wording = recipe.wording();
        if (!wording.equals(Wording.STANDARD)) {
            node.putObject("wording")
                    .put("syntax", RecipeJson.lower(wording.syntax()))
                    .put("emphasis", RecipeJson.lower(wording.emphasis()));
        }
        recipe.told()
                .ifPresent(told -> node.putObject("told")
                        .put("original-width", told.original().width())
                        .put("original-height", told.original().height())
                        .put("crop-left", told.cropLeft())
                        .put("crop-top", told.cropTop())
                        .put("target-width", told.target().width())
                        .put("target-height", told.target().height()));
    }

    static Wording wording(JsonFields fields) throws StudioException {
        Optional<JsonFields> found = fields.object("wording");
        if (found.isEmpty()) {
            return Wording.STANDARD;
        }
        JsonFields one = found.get();
        var wording = new Wording(
                RecipeJson.named(one, "syntax", Wording.Syntax.values()).orElse(Wording.STANDARD.syntax()),
                RecipeJson.named(one, "emphasis", Wording.Emphasis.values()).orElse(Wording.STANDARD.emphasis()));
        one.refuseOthers();
        return wording;
    }

    /** @param picture size of the picture, of which an absent number is told */
    static Optional<ToldSizes> told(JsonFields fields, Size picture) throws StudioException {
        Optional<JsonFields> told = fields.object("told");
        return told.isPresent() ? Optional.of(sizes(told.get(), picture)) : Optional.empty();
    }

    private static ToldSizes sizes(JsonFields fields, Size picture) throws StudioException {
        var told = new ToldSizes(
                new Size(
                        fields.count("original-width").orElse(picture.width()),
                        fields.count("original-height").orElse(picture.height())),
                fields.count("crop-left").orElse(0),
                fields.count("crop-top").orElse(0),
                new Size(
                        fields.count("target-width").orElse(picture.width()),
                        fields.count("target-height").orElse(picture.height())));
        fields.refuseOthers();
        return told;
    }
}
