package studio.sinopia.export.metadata;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * ComfyUI's graph as its editor keeps it: nodes in a list, links in another, and what a person typed as values without names,
 * whose order is that of the node's class. Only the classes that say how a picture was made are known here.
 */
final class ComfyWorkflow {

    private static final String SKIPPED = "";
    private static final Map<String, List<String>> TYPED = Map.ofEntries(
            Map.entry("KSampler", List.of("seed", SKIPPED, "steps", "cfg", "sampler_name", "scheduler", "denoise")),
            Map.entry(
                    "KSamplerAdvanced",
                    List.of(SKIPPED, "noise_seed", SKIPPED, "steps", "cfg", "sampler_name", "scheduler")),
            Map.entry("RandomNoise", List.of("noise_seed")),
            Map.entry("BasicScheduler", List.of("scheduler", "steps", "denoise")),
            Map.entry("KSamplerSelect", List.of("sampler_name")),
            Map.entry("CFGGuider", List.of("cfg")),
            Map.entry("CLIPTextEncode", List.of("text")),
            Map.entry("CheckpointLoaderSimple", List.of("ckpt_name")),
            Map.entry("UNETLoader", List.of("unet_name")),
            Map.entry("LoraLoader", List.of("lora_name", "strength_model", "strength_clip")),
            Map.entry("LoraLoaderModelOnly", List.of("lora_name", "strength_model")),
            Map.entry("EmptyLatentImage", List.of("width", "height")),
            Map.entry("EmptySD3LatentImage", List.of("width", "height")),
            Map.entry("ControlNetLoader", List.of("control_net_name")),
            Map.entry("ControlNetApply", List.of("strength")),
            Map.entry("ControlNetApplyAdvanced", List.of("strength", "start_percent", "end_percent")),
            Map.entry("PrimitiveNode", List.of("value")));
    private static final int MUTED = 2;
    private static final int BYPASSED = 4;

    private ComfyWorkflow() {}

    /** Reads the editor's form; empty if there is no sampler in it. */
    static Optional<PictureSettings> read(JsonNode workflow) {
        Map<String, JsonNode> links = new HashMap<>(); // [from node, from output] by the link's number
        for (JsonNode link : workflow.path("links")) {
            boolean list = link.isArray();
            links.put(
                    list ? link.path(0).asString("") : link.path("id").asString(""),
                    JsonNodeFactory.instance
                            .arrayNode()
                            .add(
                                    list
                                            ? link.path(1).asString("")
                                            : link.path("origin_id").asString(""))
                            .add(
                                    list
                                            ? link.path(2).asInt(0)
                                            : link.path("origin_slot").asInt(0)));
        }
        Map<String, ComfyGraph.Node> nodes = new LinkedHashMap<>();
        for (JsonNode node : workflow.path("nodes")) {
            int mode = node.path("mode").asInt(0);
            if (mode != MUTED && mode != BYPASSED) {
                nodes.put(node.path("id").asString(""), node(node, links));
            }
        }
        return ComfyGraph.of(nodes);
    }

    private static ComfyGraph.Node node(JsonNode node, Map<String, JsonNode> links) {
        String type = node.path("type").asString("");
        Map<String, JsonNode> inputs = new LinkedHashMap<>();
        List<String> names = TYPED.getOrDefault(type, List.of());
        JsonNode values = node.path("widgets_values");
        for (int i = 0; i < Math.min(names.size(), values.size()); i++) {
            if (!names.get(i).equals(SKIPPED)) {
                inputs.put(names.get(i), values.path(i));
            }
        }
        for (JsonNode input : node.path("inputs")) {
            JsonNode link = links.get(input.path("link").asString(""));
            if (link != null) {
                inputs.put(input.path("name").asString(""), link);
            }
        }
        return new ComfyGraph.Node(type, inputs);
    }
}
