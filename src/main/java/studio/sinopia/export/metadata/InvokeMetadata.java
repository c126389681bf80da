package studio.sinopia.export.metadata;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * InvokeAI's own words in their three generations: {@code invokeai_metadata} (flat JSON), {@code sd-metadata} (JSON with an object
 * {@code image}) and {@code Dream} (a prompt in quotes with one-letter options). In the older two the negative prompt
 * stands in square brackets inside the prompt.
 */
final class InvokeMetadata {

    private static final Pattern OPTION = Pattern.compile("-([A-Za-z])\\s*([^\\s\"]+)");
    private static final Pattern BRACKETS = Pattern.compile("\\[([^\\[\\]]*)]");

    private InvokeMetadata() {}

    /** Reads {@code invokeai_metadata}. */
    static PictureSettings read(JsonNode json) {
        var draft = new Draft(Tool.INVOKEAI);
        draft.prompt = LooseJson.text(json, "positive_prompt").orElse("");
        draft.negative = LooseJson.text(json, "negative_prompt").orElse("");
        draft.size(LooseJson.whole(json, "width"), LooseJson.whole(json, "height"));
        common(json, draft);
        draft.sampler = LooseJson.text(json, "scheduler");
        draft.strength = LooseJson.number(json, "strength");
        draft.noise = Optional.of("CPU"); // what it draws by default, also where it computes elsewhere
        JsonNode model = json.path("model");
        draft.model = LooseJson.text(model, "name", "model_name");
        draft.modelHash = LooseJson.text(model, "hash");
        for (JsonNode lora : json.path("loras")) {
            JsonNode named = lora.has("model") ? lora.path("model") : lora.path("lora");
            double weight = LooseJson.number(lora, "weight").orElse(1.0);
            LooseJson.text(named, "name", "model_name")
                    .ifPresent(name -> draft.patches.add(new PictureSettings.Patch(name, weight, weight)));
        }
        for (String kind : new String[] {"controlnets", "t2iAdapters"}) {
            for (JsonNode unit : json.path(kind)) {
                unit(unit).ifPresent(draft.controls::add);
            }
        }
        for (String other : new String[] {"clip_skip", "cfg_rescale_multiplier", "generation_mode", "app_version"}) {
            LooseJson.text(json, other).ifPresent(value -> draft.others.put(other, value));
        }
        return draft.settings();
    }

    private static Optional<PictureSettings.Unit> unit(JsonNode unit) {
        JsonNode network = unit.has("control_model") ? unit.path("control_model") : unit.path("t2i_adapter_model");
        return LooseJson.text(network, "name", "model_name")
                .map(name -> new PictureSettings.Unit(
                        name,
                        LooseJson.number(unit, "control_weight", "weight").orElse(1.0),
                        LooseJson.number(unit, "begin_step_percent").orElse(0.0),
                        LooseJson.number(unit, "end_step_percent").orElse(1.0)));
    }

    private static void common(JsonNode json, Draft draft) {
        draft.seed = LooseJson.whole(json, "seed");
        draft.steps(LooseJson.whole(json, "steps"));
        draft.guidance = LooseJson.number(json, "cfg_scale");
    }

    /** Reads {@code sd-metadata}. */
    static PictureSettings readOlder(JsonNode json) {
        var draft = new Draft(Tool.INVOKEAI);
        JsonNode image = json.path("image");
        JsonNode prompt = image.path("prompt");
        words(prompt.isArray() ? LooseJson.text(prompt.path(0), "prompt").orElse("") : prompt.asString(""), draft);
        draft.size(LooseJson.whole(image, "width"), LooseJson.whole(image, "height"));
        common(image, draft);
        draft.sampler = LooseJson.text(image, "sampler");
        draft.strength = LooseJson.number(image, "strength");
        draft.model = LooseJson.text(json, "model_weights");
        draft.modelHash = LooseJson.text(json, "model_hash");
        return draft.settings();
    }

    /** Reads {@code Dream}. */
    static PictureSettings readDream(String text) {
        var draft = new Draft(Tool.INVOKEAI);
        int open = text.indexOf('"');
        int close = text.lastIndexOf('"');
        String options = close > open ? text.substring(close + 1) : text;
        words(close > open ? text.substring(open + 1, close) : "", draft);
        Optional<Long> width = Optional.empty();
        Optional<Long> height = Optional.empty();
        Matcher option = OPTION.matcher(options);
        while (option.find()) {
            String value = option.group(2);
            switch (option.group(1)) {
                case "s" -> draft.steps(LooseJson.whole(value));
                case "S" -> draft.seed = LooseJson.whole(value);
                case "W" -> width = LooseJson.whole(value);
                case "H" -> height = LooseJson.whole(value);
                case "C" -> draft.guidance = LooseJson.number(value);
                case "A" -> draft.sampler = Optional.of(value);
                case "f" -> draft.strength = LooseJson.number(value);
                default -> draft.others.put("-" + option.group(1), value);
            }
        }
        draft.size(width, height);
        return draft.settings();
    }

    private static void words(String prompt, Draft draft) {
        var negative = new StringBuilder();
        Matcher brackets = BRACKETS.matcher(prompt);
        while (brackets.find()) {
            negative.append(negative.isEmpty() ? "" : ", ").append(brackets.group(1));
        }
        draft.negative = negative.toString();
        draft.prompt = brackets.replaceAll("").replaceAll(" {2,}", " ");
    }
}
