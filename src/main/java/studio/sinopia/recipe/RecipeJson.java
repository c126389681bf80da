package studio.sinopia.recipe;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.ConditionMap;
import studio.sinopia.control.Control;
import studio.sinopia.control.ControlMode;
import studio.sinopia.control.ControlReach;
import studio.sinopia.control.StepWindow;
import studio.sinopia.core.AtomicFile;
import studio.sinopia.core.Box;
import studio.sinopia.core.PictureFile;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A recipe as JSON, version 1. One object:
 *
 * <pre>{@code
 * {"version": 1,                      the only field besides prompt that must be there
 *  "model": "", "prompt": "a red house", "negative": "",
 *  "width": 256, "height": 256, "seed": 42,
 *  "sampler": "DPM++ 2M", "schedule": "automatic", "steps": 20, "guidance": 5.0,
 *  "controls": [
 *    {"type": "structure", "kind": "lineart", "map": PICTURE, "mode": "balanced", "network": "depth.safetensors",
 *     "mask": PICTURE, "layer-falloff": 0.825, "strength": 1.0, "start": 0.0, "end": 1.0},
 *    {"type": "placement", "phrase": "red house", "x": 0.1, "y": 0.4, "width": 0.5, "height": 0.5,
 *     "strength": 1.0, "start": 0.0, "end": 1.0},
 *    {"type": "reference", "picture": PICTURE, "adapter": "ip-adapter.safetensors", "encoder": "image_encoder",
 *     "strength": 1.0, "start": 0.0, "end": 1.0}],
 *  "init": {"picture": PICTURE, "strength": 0.75, "mask": PICTURE,
 *    "mask-blur": 4, "masked-content": "original", "only-masked-padding": 32},
 *  "hires": {"width": 512, "height": 512, "steps": 0, "strength": 0.7, "upscaler": "latent"},
 *  "wording": {"syntax": "strict", "emphasis": "mean"},
 *  "told": {"original-width": 256, "original-height": 256, "crop-left": 0, "crop-top": 0,
 *    "target-width": 256, "target-height": 256},
 *  "patches": [{"file": "ink.safetensors", "weight": 0.8, "text-weight": 0.5}],
 *  "device": "cpu", "precision": "auto", "vae": "vae.safetensors",
 *  "extras": {"cfg-rescale": 0.7}}
 * }</pre>
 *
 * PICTURE is a PNG in base64, so that a recipe needs no other file. Absent fields mean what {@link Recipe#of} says. A
 * field that is not known is refused: it would change the picture, and dropping it would change it silently. A new
 * field therefore means a new version.
 */
public final class RecipeJson {

    /** The version that is written, and the newest that is read. */
    public static final int VERSION = 1;

    private static final Size STANDARD_SIZE = new Size(256, 256);
    private static final int LONGEST_PICTURE = 600_000_000; // characters of base64

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(LONGEST_PICTURE)
                            .build())
                    .build())
            .build();

    private RecipeJson() {}

    /** The recipe on one line, in ASCII, so that it passes through every pipe and picture unharmed. */
    public static String write(Recipe recipe) {
        return MAPPER.writer()
                .with(JsonWriteFeature.ESCAPE_NON_ASCII)
                .writeValueAsString(node(recipe, RecipeJson::picture));
    }

    /** Writes the recipe into a file, whole or not at all, on several lines for people to read. */
    public static void save(Path file, Recipe recipe) throws StudioException {
        String text = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node(recipe, RecipeJson::picture));
        AtomicFile.write(file, (text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Reads what {@link #save} wrote. */
    public static Recipe load(Path file) throws StudioException {
        try {
            return read(Files.readString(file), file.toString());
        } catch (MalformedInputException notText) {
            throw new StudioException(notJson(file.toString()), notText);
        } catch (IOException failure) {
            throw new StudioException(AtomicFile.problem(file, failure), failure);
        }
    }

    /**
     * Reads a recipe.
     *
     * @param where the name under which a problem is reported
     * @throws StudioException if the text is no recipe, of a newer version, or a value is out of its range
     */
    public static Recipe read(String text, String where) throws StudioException {
        JsonNode node;
        try {
            node = MAPPER.readTree(text);
        } catch (JacksonException unreadable) {
            throw new StudioException(notJson(where), unreadable);
        }
        return read(node, where);
    }

    /** As {@link #read(String, String)}, from a tree. */
    public static Recipe read(JsonNode node, String where) throws StudioException {
        var fields = new JsonFields(node, where, "");
        int version = fields.count("version").orElseThrow(() -> fields.missing("version"));
        if (version > VERSION) {
            throw new StudioException(new Problem(
                    "This recipe has version %d; this Sinopia reads up to version %d.".formatted(version, VERSION),
                    where,
                    "Install a newer Sinopia to open it."));
        }
        try {
            Recipe recipe = recipe(fields);
            fields.refuseOthers();
            return recipe;
        } catch (IllegalArgumentException outOfRange) { // the records check themselves and say what they need
            throw new StudioException(
                    JsonFields.problem(where, outOfRange.getMessage() + ".").problem(), outOfRange);
        }
    }

    private static Problem notJson(String where) {
        return new Problem("This is not a recipe in JSON.", where, "Choose a recipe that Sinopia saved.");
    }

    /**
     * The recipe as a tree.
     *
     * @param pictures writes a picture as PNG in base64; it may remember what it wrote
     */
    public static ObjectNode node(Recipe recipe, Function<Raster, String> pictures) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("version", VERSION);
        node.put("model", recipe.model());
        node.put("prompt", recipe.prompt());
        node.put("negative", recipe.negative());
        node.put("width", recipe.size().width());
        node.put("height", recipe.size().height());
        node.put("seed", recipe.seed());
        node.put("sampler", recipe.sampling().sampler());
        node.put("schedule", recipe.sampling().schedule());
        node.put("steps", recipe.sampling().steps());
        if (!recipe.sampling().noise().equals(Sampling.OWN_NOISE)) {
            node.put("noise", recipe.sampling().noise());
        }
        node.put("guidance", recipe.guidance());
        var controls = node.putArray("controls");
        recipe.controls().forEach(control -> write(control, controls.addObject(), pictures));
        recipe.start().ifPresent(start -> StartJson.write(start, node.putObject("init"), pictures));
        recipe.hires().ifPresent(hires -> HiresJson.write(hires, node.putObject("hires")));
        WordingJson.write(recipe, node);
        var patches = node.putArray("patches");
        for (WeightPatch patch : recipe.patches()) {
            ObjectNode one = patches.addObject().put("file", patch.file()).put("weight", finite(patch.weight()));
            if (patch.textWeight() != patch.weight()) {
                one.put("text-weight", finite(patch.textWeight()));
            }
        }
        node.put("device", lower(recipe.device()));
        if (recipe.precision() != Precision.AUTO) {
            node.put("precision", lower(recipe.precision()));
        }
        recipe.vae().ifPresent(vae -> node.put("vae", vae));
        ObjectNode extras = node.putObject("extras");
        recipe.extras().values().entrySet().stream()
                .sorted(Map.Entry.comparingByKey()) // one recipe, one text
                .forEach(extra -> extras.put(extra.getKey(), finite(extra.getValue())));
        return node;
    }

    private static void write(Control control, ObjectNode node, Function<Raster, String> pictures) {
        switch (control) {
            case Control.Structure structure -> {
                node.put("type", "structure");
                node.put("kind", structure.map().kind().key());
                node.put("map", pictures.apply(structure.map().raster()));
                node.put("mode", lower(structure.mode()));
                structure.network().ifPresent(network -> node.put("network", network));
                structure.reach().mask().ifPresent(mask -> node.put("mask", pictures.apply(mask)));
                if (structure.reach().falloff() != ControlReach.EVERYWHERE.falloff()) {
                    node.put("layer-falloff", structure.reach().falloff());
                }
            }
            case Control.Placement placement -> {
                node.put("type", "placement");
                node.put("phrase", placement.phrase());
                node.put("x", placement.box().x());
                node.put("y", placement.box().y());
                node.put("width", placement.box().width());
                node.put("height", placement.box().height());
            }
            case Control.Reference reference -> {
                node.put("type", "reference");
                node.put("picture", pictures.apply(reference.picture()));
                node.put("adapter", reference.adapter());
                reference.encoder().ifPresent(encoder -> node.put("encoder", encoder));
            }
        }
        node.put("strength", control.strength());
        node.put("start", control.window().start());
        node.put("end", control.window().end());
    }

    private static Recipe recipe(JsonFields fields) throws StudioException {
        String prompt = fields.text("prompt").orElseThrow(() -> fields.missing("prompt"));
        Recipe standard = Recipe.of(prompt, STANDARD_SIZE, 0);
        Size size = new Size(
                fields.count("width").orElse(STANDARD_SIZE.width()),
                fields.count("height").orElse(STANDARD_SIZE.height()));
        var sampling = new Sampling(
                fields.text("sampler").orElse(standard.sampling().sampler()),
                fields.text("schedule").orElse(standard.sampling().schedule()),
                fields.count("steps").orElse(standard.sampling().steps()),
                fields.text("noise").orElse(standard.sampling().noise()));
        return new Recipe(
                fields.text("model").orElse(standard.model()),
                prompt,
                fields.text("negative").orElse(standard.negative()),
                size,
                fields.whole("seed").orElse(standard.seed()),
                sampling,
                fields.number("guidance").orElse(standard.guidance()),
                controls(fields),
                StartJson.read(fields),
                patches(fields),
                named(fields, "device", Device.values()).orElse(standard.device()),
                new Extras(fields.numbers("extras")),
                WordingJson.wording(fields),
                WordingJson.told(fields, size),
                HiresJson.read(fields, size),
                named(fields, "precision", Precision.values()).orElse(standard.precision()),
                fields.text("vae"));
    }

    private static List<Control> controls(JsonFields fields) throws StudioException {
        var controls = new ArrayList<Control>();
        for (JsonFields one : fields.objects("controls")) {
            String type = one.text("type").orElseThrow(() -> one.missing("type"));
            controls.add(
                    switch (type) {
                        case "structure" -> structure(one);
                        case "placement" -> placement(one);
                        case "reference" -> reference(one);
                        default -> throw one.wrong("type", "\"structure\", \"placement\" or \"reference\"");
                    });
            one.refuseOthers();
        }
        return controls;
    }

    private static Control structure(JsonFields fields) throws StudioException {
        var kind = ConditionKind.parse(fields.text("kind").orElseThrow(() -> fields.missing("kind")));
        Raster map = fields.picture("map").orElseThrow(() -> fields.missing("map"));
        ControlMode mode = named(fields, "mode", ControlMode.values()).orElse(ControlMode.BALANCED);
        var reach = new ControlReach(
                fields.picture("mask"), fields.number("layer-falloff").orElse(ControlReach.EVERYWHERE.falloff()));
        return new Control.Structure(
                new ConditionMap(kind, map), strength(fields), window(fields), mode, fields.text("network"), reach);
    }

    private static Control placement(JsonFields fields) throws StudioException {
        String phrase = fields.text("phrase").orElseThrow(() -> fields.missing("phrase"));
        var box = new Box(side(fields, "x"), side(fields, "y"), side(fields, "width"), side(fields, "height"));
        return new Control.Placement(phrase, box, strength(fields), window(fields));
    }

    private static Control reference(JsonFields fields) throws StudioException {
        Raster picture = fields.picture("picture").orElseThrow(() -> fields.missing("picture"));
        String adapter = fields.text("adapter").orElseThrow(() -> fields.missing("adapter"));
        return new Control.Reference(picture, adapter, fields.text("encoder"), strength(fields), window(fields));
    }

    private static double side(JsonFields fields, String name) throws StudioException {
        return fields.number(name).orElseThrow(() -> fields.missing(name));
    }

    private static double strength(JsonFields fields) throws StudioException {
        return fields.number("strength").orElse(1.0);
    }

    private static StepWindow window(JsonFields fields) throws StudioException {
        return new StepWindow(
                fields.number("start").orElse(0.0), fields.number("end").orElse(1.0));
    }

    private static List<WeightPatch> patches(JsonFields fields) throws StudioException {
        var patches = new ArrayList<WeightPatch>();
        for (JsonFields one : fields.objects("patches")) {
            String file = one.text("file").orElseThrow(() -> one.missing("file"));
            double weight = one.number("weight").orElse(1.0);
            patches.add(new WeightPatch(file, weight, one.number("text-weight").orElse(weight)));
            one.refuseOthers();
        }
        return patches;
    }

    static <E extends Enum<E>> Optional<E> named(JsonFields fields, String name, E[] all) throws StudioException {
        Optional<String> text = fields.text(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(all)
                .filter(one -> lower(one).equals(text.get()))
                .findFirst()
                .orElseThrow(() -> fields.wrong(
                        name,
                        "one of "
                                + String.join(
                                        ", ",
                                        Arrays.stream(all)
                                                .map(RecipeJson::lower)
                                                .toList()))));
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String picture(Raster raster) {
        return Base64.getEncoder().encodeToString(PictureFile.encode(raster));
    }

    private static double finite(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("A recipe's numbers need to be finite, got " + value);
        }
        return value;
    }
}
