package studio.sinopia.recipe;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import studio.sinopia.core.Raster;
import studio.sinopia.core.StudioException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request as JSON: {@code {"recipe": RECIPE, "seeds": "random", "count": 4, "inpainting": {"mask-blur": 4, "masked-content":
 * "original", "only-masked-padding": 32}}}, where RECIPE is what {@link RecipeJson} says.
 */
public final class RequestJson {

    private RequestJson() {}

    /**
     * The request as a tree.
     *
     * @param pictures writes a picture as PNG in base64; it may remember what it wrote
     */
    public static ObjectNode node(Request request, Function<Raster, String> pictures) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.set("recipe", RecipeJson.node(request.recipe(), pictures));
        node.put("seeds", request.seeds().name().toLowerCase(Locale.ROOT));
        node.put("count", request.count());
        if (!request.inpainting().equals(Inpainting.STANDARD)) {
            StartJson.write(request.inpainting(), node.putObject("inpainting"));
        }
        return node;
    }

    /**
     * Reads what {@link #node} wrote.
     *
     * @param where the name under which a problem is reported
     * @throws StudioException if it is no request, or a value is out of its range
     */
    public static Request read(JsonNode node, String where) throws StudioException {
        var fields = new JsonFields(node, where, "");
        JsonNode recipe = fields.tree("recipe").orElseThrow(() -> fields.missing("recipe"));
        SeedPolicy seeds =
                RecipeJson.named(fields, "seeds", SeedPolicy.values()).orElse(SeedPolicy.RANDOM);
        int count = fields.count("count").orElse(1);
        Inpainting inpainting = inpainting(fields, where);
        fields.refuseOthers();
        if (count < 1 || count > Request.MOST_PICTURES) {
            throw fields.wrong("count", "1 to " + Request.MOST_PICTURES);
        }
        return new Request(RecipeJson.read(recipe, where), seeds, count, inpainting);
    }

    private static Inpainting inpainting(JsonFields fields, String where) throws StudioException {
        Optional<JsonFields> said = fields.object("inpainting");
        if (said.isEmpty()) {
            return Inpainting.STANDARD;
        }
        try {
            Inpainting inpainting = StartJson.inpainting(said.get(), Inpainting.STANDARD);
            said.get().refuseOthers();
            return inpainting;
        } catch (IllegalArgumentException outOfRange) {
            throw new StudioException(
                    JsonFields.problem(where, outOfRange.getMessage() + ".").problem(), outOfRange);
        }
    }
}
