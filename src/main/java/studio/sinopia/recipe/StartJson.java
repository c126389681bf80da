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
        if (!start.inpainting().equals(Inpainting.PLAIN)) {
            write(start.inpainting(), node);
        }
    }

    static void write(Inpainting inpainting, ObjectNode node) {
        node.put("mask-blur", inpainting.blur());
        node.put("masked-content", RecipeJson.lower(inpainting.content()));
        inpainting.padding().ifPresent(padding -> node.put("only-masked-padding", padding));
    }

    /** @param usual what is meant by what is not said */
    static Inpainting inpainting(JsonFields fields, Inpainting usual) throws StudioException {
        Optional<Integer> padding = fields.count("only-masked-padding");
        return new Inpainting(
                fields.count("mask-blur").orElse(usual.blur()),
                RecipeJson.named(fields, "masked-content", MaskedContent.values())
                        .orElse(usual.content()),
                padding.isPresent() ? OptionalInt.of(padding.get()) : OptionalInt.empty());
    }

    static Optional<StartPicture> read(JsonFields fields) throws StudioException {
        Optional<JsonFields> init = fields.object("init");
        if (init.isEmpty()) {
            return Optional.empty();
        }
        JsonFields one = init.get();
        Raster picture = one.picture("picture").orElseThrow(() -> one.missing("picture"));
        double strength = one.number("strength").orElseThrow(() -> one.missing("strength"));
        var start = new StartPicture(picture, strength, one.picture("mask"), inpainting(one, Inpainting.PLAIN));
        one.refuseOthers();
        return Optional.of(start);
    }
}
