package studio.sinopia.export.metadata;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * ComfyUI's graph of nodes. Beginning at a node that saves a picture it is walked back to the sampler, and from there to the
 * prompts, the patches, the controls and the model. Nothing in it is carried out. Both forms are read: the one that is
 * sent to the engine (nodes by id with named inputs) and the one of the editor ({@link ComfyWorkflow}).
 */
final class ComfyGraph {

    private static final List<String> WORDS =
            List.of("text", "text_g", "text_l", "t5xxl", "clip_l", "prompt", "string", "value", "String", "Text");
    private static final List<String> NUMBERS =
            List.of("value", "seed", "noise_seed", "int", "float", "number", "Value", "Number", "steps", "cfg");
    private static final int DEEPEST = 400; // nodes one behind another

    private final Map<String, Node> nodes;
    private final Draft draft = new Draft(Tool.COMFYUI);

    /**
     * A node.
     *
     * @param type its class
     * @param inputs literal values, or links: lists of a node's id and the number of its output
     */
    record Node(String type, Map<String, JsonNode> inputs) {}

    private ComfyGraph(Map<String, Node> nodes) {
        this.nodes = nodes;
    }

    /** Reads the form that is sent to the engine; empty if it is none, or has no sampler. */
    static Optional<PictureSettings> read(JsonNode prompt) {
        Map<String, Node> nodes = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : prompt.properties()) {
            JsonNode node = field.getValue();
            if (node.path("class_type").isString()) {
                Map<String, JsonNode> inputs = new LinkedHashMap<>();
                node.path("inputs").properties().forEach(input -> inputs.put(input.getKey(), input.getValue()));
                nodes.put(field.getKey(), new Node(node.path("class_type").asString(), inputs));
            }
        }
        return of(nodes);
    }

    /** Reads nodes by id; empty if there is no sampler among them. */
    static Optional<PictureSettings> of(Map<String, Node> nodes) {
        var graph = new ComfyGraph(nodes);
        return graph.sampler().map(graph::from);
    }

    private Optional<Node> sampler() {
        List<Node> ends = nodes.values().stream()
                .filter(node -> node.type().contains("SaveImage") || node.type().contains("PreviewImage"))
                .toList();
        for (Node end : ends) {
            Optional<Node> found = behind(end, ComfyGraph::isSampler, identities(), 0);
            if (found.isPresent()) {
                return found;
            }
        }
        return nodes.values().stream().filter(ComfyGraph::isSampler).findFirst();
    }

    private static boolean isSampler(Node node) {
        boolean plain = node.type().contains("KSampler") && !node.type().contains("Select");
        return plain || node.type().startsWith("SamplerCustom");
    }

    private interface Test {
        boolean fits(Node node);
    }

    /** The first node that fits among those from which this one takes something. */
    private Optional<Node> behind(Node node, Test test, Set<Node> seen, int depth) {
        if (depth > DEEPEST || !seen.add(node)) {
            return Optional.empty();
        }
        for (JsonNode input : node.inputs().values()) {
            Optional<Node> before = linked(input);
            if (before.isPresent()) {
                Optional<Node> found = test.fits(before.get()) ? before : behind(before.get(), test, seen, depth + 1);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private PictureSettings from(Node sampler) {
        draft.noise = Optional.of("CPU");
        draft.seed = number(sampler, "seed", "noise_seed")
                .or(() -> link(sampler, "noise").flatMap(noise -> number(noise, "noise_seed", "seed")))
                .flatMap(LooseJson::whole);
        Optional<Node> sigmas = link(sampler, "sigmas");
        draft.steps(number(sampler, "steps")
                .or(() -> sigmas.flatMap(node -> number(node, "steps")))
                .flatMap(LooseJson::whole));
        draft.sampler = word(sampler, "sampler_name")
                .or(() -> link(sampler, "sampler").flatMap(node -> word(node, "sampler_name")));
        draft.schedule = word(sampler, "scheduler").or(() -> sigmas.flatMap(node -> word(node, "scheduler")));
        Optional<Node> guider = link(sampler, "guider");
        draft.guidance = number(sampler, "cfg")
                .or(() -> guider.flatMap(node -> number(node, "cfg")))
                .flatMap(LooseJson::number);
        draft.strength = number(sampler, "denoise")
                .or(() -> sigmas.flatMap(node -> number(node, "denoise")))
                .flatMap(LooseJson::number)
                .filter(strength -> strength < 1);
        Node asks = guider.orElse(sampler);
        draft.prompt = words(link(asks, "positive").or(() -> link(asks, "conditioning")), "positive");
        draft.negative = words(link(asks, "negative"), "negative");
        latent(sampler);
        models(link(sampler, "model").or(() -> guider.flatMap(node -> link(node, "model"))));
        return draft.settings();
    }

    /** The picture's size, where it begins from nothing. */
    private void latent(Node sampler) {
        Optional<Node> latent = link(sampler, "latent_image").or(() -> link(sampler, "latent"));
        latent.filter(node -> node.inputs().containsKey("width"))
                .or(() ->
                        latent.flatMap(node -> behind(node, each -> each.type().startsWith("Empty"), identities(), 0)))
                .ifPresent(node -> draft.size(
                        number(node, "width").flatMap(LooseJson::whole),
                        number(node, "height").flatMap(LooseJson::whole)));
    }

    /** Patches on the way from the sampler to the file of the model. */
    private void models(Optional<Node> first) {
        Optional<Node> node = first;
        Set<Node> seen = identities();
        while (node.isPresent() && seen.add(node.get())) {
            Node now = node.get();
            Optional<String> lora = word(now, "lora_name");
            if (lora.isPresent()) {
                double weight = numberOr(now, 1, "strength_model");
                draft.patches.addFirst(
                        new PictureSettings.Patch(lora.get(), weight, numberOr(now, weight, "strength_clip")));
            }
            draft.model = word(now, "ckpt_name", "unet_name");
            if (draft.model.isPresent()) {
                return;
            }
            node = link(now, "model")
                    .or(() -> now.inputs().values().stream()
                            .flatMap(input -> linked(input).stream())
                            .findFirst());
        }
    }

    /**
     * The words of a conditioning, and the controls on the way to it.
     *
     * @param side the input to follow where a node has both prompts
     */
    private String words(Optional<Node> first, String side) {
        Optional<Node> node = first;
        Set<Node> seen = identities();
        while (node.isPresent() && seen.add(node.get())) {
            Node now = node.get();
            control(now);
            List<String> said = new ArrayList<>();
            for (String name : WORDS) {
                word(now, name).filter(text -> !said.contains(text)).ifPresent(said::add);
            }
            if (!said.isEmpty()) {
                return String.join("\n", said);
            }
            node = link(now, "conditioning")
                    .or(() -> link(now, side))
                    .or(() -> link(now, "conditioning_1"))
                    .or(() -> now.inputs().values().stream()
                            .flatMap(input -> linked(input).stream())
                            .findFirst());
        }
        return "";
    }

    private void control(Node node) {
        link(node, "control_net").ifPresent(loader -> {
            var unit = new PictureSettings.Unit(
                    word(loader, "control_net_name").orElse("ControlNet"),
                    numberOr(node, 1, "strength"),
                    numberOr(node, 0, "start_percent"),
                    numberOr(node, 1, "end_percent"));
            if (!draft.controls.contains(unit)) { // it lies on the way of both prompts
                draft.controls.add(unit);
            }
        });
    }

    private double numberOr(Node node, double otherwise, String name) {
        return number(node, name).flatMap(LooseJson::number).orElse(otherwise);
    }

    private Optional<String> number(Node node, String... names) {
        return value(node, names, NUMBERS);
    }

    private Optional<String> word(Node node, String... names) {
        return value(node, names, WORDS);
    }

    /** A literal, or the one in the node to which a link leads. */
    private Optional<String> value(Node node, String[] names, List<String> beyond) {
        for (String name : names) {
            JsonNode input = node.inputs().get(name);
            Set<Node> seen = identities();
            while (input != null && linked(input).isPresent()) {
                Node next = linked(input).get();
                input = seen.add(next)
                        ? beyond.stream()
                                .map(next.inputs()::get)
                                .filter(each -> each != null)
                                .findFirst()
                                .orElse(null)
                        : null;
            }
            if (input != null && (input.isString() || input.isNumber())) {
                return Optional.of(input.asString());
            }
        }
        return Optional.empty();
    }

    private Optional<Node> link(Node node, String name) {
        JsonNode input = node.inputs().get(name);
        return input == null ? Optional.empty() : linked(input);
    }

    private Optional<Node> linked(JsonNode input) {
        return input.isArray()
                        && input.size() == 2
                        && (input.path(0).isString() || input.path(0).isNumber())
                ? Optional.ofNullable(nodes.get(input.path(0).asString()))
                : Optional.empty();
    }

    /** Two nodes that say the same are still two. */
    private static Set<Node> identities() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }
}
