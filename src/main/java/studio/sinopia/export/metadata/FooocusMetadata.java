package studio.sinopia.export.metadata;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Fooocus' JSON, in which older versions name fields as they stand on the screen. */
final class FooocusMetadata {

    private static final Pattern NUMBERS = Pattern.compile("(\\d+)\\D+(\\d+)");
    private static final Pattern COMBINED = Pattern.compile("(?i)lora_combined_\\d+|lora .*");

    private FooocusMetadata() {}

    /** Whether an object is one of Fooocus. */
    static boolean fits(JsonNode json) {
        boolean prompt = json.has("prompt") || json.has("Prompt");
        return prompt
                && (json.has("base_model")
                        || json.has("Base Model")
                        || json.has("performance")
                        || json.has("Performance"));
    }

    static PictureSettings read(JsonNode json) {
        var draft = new Draft(Tool.FOOOCUS);
        draft.prompt = LooseJson.text(json, "prompt", "Prompt").orElse("");
        draft.negative =
                LooseJson.text(json, "negative_prompt", "Negative Prompt").orElse("");
        draft.seed = LooseJson.whole(json, "seed", "Seed");
        draft.steps(LooseJson.whole(json, "steps", "Steps"));
        draft.guidance = LooseJson.number(json, "guidance_scale", "Guidance Scale");
        draft.sampler = LooseJson.text(json, "sampler", "Sampler");
        draft.schedule = LooseJson.text(json, "scheduler", "Scheduler");
        draft.model = LooseJson.text(json, "base_model", "Base Model");
        draft.modelHash = LooseJson.text(json, "base_model_hash");
        draft.noise = Optional.of("CPU");
        Matcher size =
                NUMBERS.matcher(LooseJson.text(json, "resolution", "Resolution").orElse(""));
        if (size.find()) {
            draft.size(LooseJson.whole(size.group(1)), LooseJson.whole(size.group(2)));
        }
        for (JsonNode lora : json.path("loras")) {
            LooseJson.number(lora.path(1).asString("1"))
                    .ifPresent(weight -> patch(lora.path(0).asString(""), weight, draft));
        }
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            if (COMBINED.matcher(field.getKey()).matches()) {
                combined(field.getValue().asString(""), draft);
            }
        }
        for (String other :
                new String[] {"styles", "performance", "sharpness", "adm_guidance", "refiner_model", "version"}) {
            JsonNode value = json.path(other);
            if (!value.isMissingNode()) {
                draft.others.put(other, value.isString() ? value.asString() : value.toString());
            }
        }
        return draft.settings();
    }

    /** {@code name : weight} */
    private static void combined(String text, Draft draft) {
        int colon = text.lastIndexOf(':');
        if (colon > 0) {
            LooseJson.number(text.substring(colon + 1))
                    .ifPresent(weight -> patch(text.substring(0, colon).strip(), weight, draft));
        }
    }

    private static void patch(String name, double weight, Draft draft) {
        if (!name.isBlank() && !name.equals("None")) {
            draft.patches.add(new PictureSettings.Patch(name, weight, weight));
        }
    }
}
