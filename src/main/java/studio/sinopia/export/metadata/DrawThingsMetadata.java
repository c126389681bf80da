package studio.sinopia.export.metadata;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Draw Things' JSON inside the element {@code exif:UserComment} of an XMP packet. */
final class DrawThingsMetadata {

    private static final Pattern COMMENT =
            Pattern.compile("<exif:UserComment>.*?<rdf:li[^>]*>(.*?)</rdf:li>", Pattern.DOTALL);

    private DrawThingsMetadata() {}

    /** The settings in an XMP packet, if they are there. */
    static Optional<PictureSettings> find(String xmp) {
        Matcher comment = COMMENT.matcher(xmp);
        if (!comment.find()) {
            return Optional.empty();
        }
        return LooseJson.object(unescaped(comment.group(1)))
                .filter(json -> json.has("c"))
                .map(DrawThingsMetadata::read);
    }

    private static PictureSettings read(JsonNode json) {
        var draft = new Draft(Tool.DRAW_THINGS);
        draft.prompt = LooseJson.text(json, "c").orElse("");
        draft.negative = LooseJson.text(json, "uc").orElse("");
        draft.seed = LooseJson.whole(json, "seed");
        draft.steps(LooseJson.whole(json, "steps"));
        draft.guidance = LooseJson.number(json, "scale");
        draft.sampler = LooseJson.text(json, "sampler");
        draft.model = LooseJson.text(json, "model");
        draft.strength = LooseJson.number(json, "strength");
        String[] sides = LooseJson.text(json, "size").orElse("").split("x", -1);
        if (sides.length == 2) {
            draft.size(LooseJson.whole(sides[0]), LooseJson.whole(sides[1]));
        }
        for (JsonNode lora : json.path("lora")) {
            double weight = LooseJson.number(lora, "weight").orElse(1.0);
            LooseJson.text(lora, "model", "file")
                    .ifPresent(name -> draft.patches.add(new PictureSettings.Patch(name, weight, weight)));
        }
        return draft.settings();
    }

    private static String unescaped(String xml) {
        return xml.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#34;", "\"")
                .replace("&apos;", "'")
                .replace("&#39;", "'")
                .replace("&#10;", "\n")
                .replace("&#xA;", "\n")
                .replace("&amp;", "&");
    }
}
