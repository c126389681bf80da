package studio.sinopia.export.metadata;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** SwarmUI's JSON, whose object {@code sui_image_params} says how the picture was made. */
final class SwarmMetadata {

    private SwarmMetadata() {}

    /** Whether an object is one of SwarmUI. */
    static boolean fits(JsonNode json) {
        return json.path("sui_image_params").isObject();
    }

    static PictureSettings read(JsonNode json) {
        JsonNode said = json.path("sui_image_params");
        var draft = new Draft(Tool.SWARMUI);
        draft.prompt = LooseJson.text(said, "prompt").orElse("");
        draft.negative = LooseJson.text(said, "negativeprompt").orElse("");
        draft.seed = LooseJson.whole(said, "seed");
        draft.steps(LooseJson.whole(said, "steps"));
        draft.guidance = LooseJson.number(said, "cfgscale");
        draft.sampler = LooseJson.text(said, "sampler");
        draft.schedule = LooseJson.text(said, "scheduler");
        draft.model = LooseJson.text(said, "model");
        draft.strength = LooseJson.number(said, "initimagecreativity");
        draft.noise = Optional.of("CPU"); // its engine is ComfyUI
        draft.size(LooseJson.whole(said, "width"), LooseJson.whole(said, "height"));
        return draft.settings();
    }
}
