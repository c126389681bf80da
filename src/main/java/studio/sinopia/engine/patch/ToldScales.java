package studio.sinopia.engine.patch;

import java.util.Map;
import java.util.OptionalDouble;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The alphas that diffusers keeps in a LoRA file's metadata under {@code lora_adapter_metadata}, as PEFT's configuration of each
 * network. Files of other programs keep them beside the factors.
 */
final class ToldScales {

    private static final String KEY = "lora_adapter_metadata";

    private final JsonNode told;

    private ToldScales(JsonNode told) {
        this.told = told;
    }

    static ToldScales read(Map<String, String> metadata) {
        try {
            return new ToldScales(JsonMapper.shared().readTree(metadata.getOrDefault(KEY, "{}")));
        } catch (JacksonException unreadable) {
            return new ToldScales(JsonMapper.shared().createObjectNode()); // free text, so anything may stand there
        }
    }

    OptionalDouble of(PatchModule module) {
        String network =
                switch (module.target()) {
                    case UNET -> "unet";
                    case TEXT_ENCODER -> "text_encoder";
                    case TEXT_ENCODER_2 -> "text_encoder_2";
                };
        for (var each : told.path(network + ".alpha_pattern").properties()) {
            if (module.path().endsWith(each.getKey().replace('.', '_'))) {
                return number(each.getValue());
            }
        }
        return number(told.path(network + ".lora_alpha"));
    }

    private static OptionalDouble number(JsonNode node) {
        return node.isNumber() ? OptionalDouble.of(node.doubleValue()) : OptionalDouble.empty();
    }
}
