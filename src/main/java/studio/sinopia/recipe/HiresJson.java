package studio.sinopia.recipe;

import java.util.Optional;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import tools.jackson.databind.node.ObjectNode;

/** The second pass, as a part of {@link RecipeJson}. */
final class HiresJson {

    private HiresJson() {}

    static void write(HiresPass pass, ObjectNode node) {
        node.put("width", pass.size().width());
        node.put("height", pass.size().height());
        node.put("steps", pass.steps());
        node.put("strength", pass.strength());
        node.put("upscaler", RecipeJson.lower(pass.upscaler()));
    }

    /** @param first size of the first pass, doubled where nothing else is said */
    static Optional<HiresPass> read(JsonFields fields, Size first) throws StudioException {
        Optional<JsonFields> found = fields.object("hires");
        if (found.isEmpty()) {
            return Optional.empty();
        }
        JsonFields one = found.get();
        var pass = new HiresPass(
                new Size(
                        one.count("width").orElse(2 * first.width()),
                        one.count("height").orElse(2 * first.height())),
                one.count("steps").orElse(0),
                one.number("strength").orElse(HiresPass.STANDARD_STRENGTH),
                RecipeJson.named(one, "upscaler", Upscaler.values()).orElse(Upscaler.LATENT));
        one.refuseOthers();
        return Optional.of(pass);
    }
}
