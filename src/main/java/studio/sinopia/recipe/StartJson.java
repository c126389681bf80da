package studio.sinopia.recipe;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import studio.sinopia.core.Raster;
import studio.sinopia.core.StudioException;
import tools.jackson.databind.node.ObjectNode;

/** The picture to begin from, as a part of {@link RecipeJson}; how a mask is used is not written where it is used as it is. */
final class StartJson {

    private StartJson() {}

    static void write(StartPicture start, ObjectNode node, Function<Raster, String> pictures) {
        node.put("picture", pictures.apply(start.picture()));
        node.put("strength", start.strength());
        start.mask().ifPresent(mask -> node.put("mask", pictures.apply(mask)));
        Inpainting inpainting = start.inpainting();
        if (!inpainting.equals(Inpainting.PLAIN)) {
            node.put("mask-blur", inpainting.blur());
            node.put("masked-content", RecipeJson.lower(inpainting.content()));
            inpainting.padding().ifPresent(padding -> node.put("only-masked-padding", padding));
        }
    }

    static Optional<StartPicture> read(JsonFields fields) throws StudioException {
        Optional<JsonFields> init = fields.object("init");
        if (init.isEmpty()) {
            return Optional.empty();
        }
        JsonFields one = init.get();
        Raster picture = one.picture("picture").orElseThrow(() -> one.missing("picture"));
        double strength = one.number("strength").orElseThrow(() -> one.missing("strength"));
        Optional<Integer> padding = one.count("only-masked-padding");
        var inpainting = new Inpainting(
                one.count("mask-blur").orElse(Inpainting.PLAIN.blur()),
                RecipeJson.named(one, "masked-content", MaskedContent.values()).orElse(Inpainting.PLAIN.content()),
                padding.isPresent() ? OptionalInt.of(padding.get()) : OptionalInt.empty());
        var start = new StartPicture(picture, strength, one.picture("mask"), inpainting);
        one.refuseOthers();
        return Optional.of(start);
    }
}
