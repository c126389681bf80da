package studio.sinopia.settings;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.core.AtomicFile;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;
import studio.sinopia.document.Influence;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.Request;
import studio.sinopia.recipe.RequestJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The presets of a person, each a file {@code NAME.json} that can be read and passed on: {@code {"version": 1, "request": REQUEST,
 * "layers": [{"kind": "lineart", "on": true, "weight": 1.0, "start": 0.0, "end": 1.0, "mode": "balanced"}]}}, where REQUEST is what
 * {@link RequestJson} says.
 */
public final class PresetFolder {

    private static final int VERSION = 1;
    private static final String ENDING = ".json";
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} _+()-]{0,59}");
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Path folder;

    /** @param data folder of the user's data */
    public PresetFolder(Path data) {
        this.folder = data.resolve("presets");
    }

    /** The names there are, in alphabetical order. */
    public List<String> names() throws StudioException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING) && !name.startsWith("."))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted(String.CASE_INSENSITIVE_ORDER)
                    .toList();
        } catch (IOException failure) {
            throw new StudioException(AtomicFile.problem(folder, failure), failure);
        }
    }

    /**
     * Keeps a preset, in place of one that has the name.
     *
     * @throws StudioException if the name is none for a file, or it cannot be written
     */
    public void save(String name, Preset preset) throws StudioException {
        Path file = file(name);
        Recipe nobodys = preset.request()
                .recipe()
                .withPrompt("")
                .withNegative("")
                .withSeed(0)
                .withStart(Optional.empty())
                .withControls(List.of());
        Request request = preset.request();
        ObjectNode node = MAPPER.createObjectNode().put("version", VERSION);
        node.set(
                "request",
                RequestJson.node(
                        new Request(nobodys, request.seeds(), request.count(), request.inpainting()), raster -> ""));
        ArrayNode layers = node.putArray("layers");
        new TreeMap<>(preset.influences())
                .forEach((kind, influence) -> layers.addObject()
                        .put("kind", kind.key())
                        .put("on", influence.on())
                        .put("weight", influence.strength())
                        .put("start", influence.start())
                        .put("end", influence.end())
                        .put("mode", influence.priority().name().toLowerCase(Locale.ROOT)));
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new StudioException(AtomicFile.problem(folder, failure), failure);
        }
        String text = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n";
        AtomicFile.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws StudioException if there is none of this name, or it cannot be understood */
    public Preset load(String name) throws StudioException {
        Path file = file(name);
        try {
            JsonNode node = MAPPER.readTree(Files.readString(file));
            int version = node.required("version").asInt();
            if (version > VERSION) {
                throw new StudioException(new Problem(
                        "This preset has version %d; this Sinopia reads up to version %d.".formatted(version, VERSION),
                        file.toString(),
                        "Install a newer Sinopia to use it."));
            }
            Map<ConditionKind, Influence> influences = new EnumMap<>(ConditionKind.class);
            for (JsonNode layer : node.path("layers")) {
                influences.put(
                        kind(layer.required("kind").asString()),
                        new Influence(
                                layer.path("on").asBoolean(true),
                                layer.path("weight").asDouble(Influence.STANDARD.strength()),
                                layer.path("start").asDouble(Influence.STANDARD.start()),
                                layer.path("end").asDouble(Influence.STANDARD.end()),
                                Influence.Priority.valueOf(
                                        layer.path("mode").asString("balanced").toUpperCase(Locale.ROOT))));
            }
            return new Preset(RequestJson.read(node.required("request"), file.toString()), influences);
        } catch (JacksonException | IllegalArgumentException | MalformedInputException damaged) {
            throw new StudioException(
                    new Problem(
                            "The preset cannot be understood.",
                            file.toString(),
                            "Mend the file, or save the preset anew."),
                    damaged);
        } catch (IOException failure) {
            throw new StudioException(AtomicFile.problem(file, failure), failure);
        }
    }

    /** A colour sketch, too, which no control follows. */
    private static ConditionKind kind(String key) {
        return ConditionKind.find(key).orElseThrow(() -> new IllegalArgumentException("No kind of layer: " + key));
    }

    /** Removes a preset; one that is not there is no problem. */
    public void delete(String name) throws StudioException {
        Path file = file(name);
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new StudioException(AtomicFile.problem(file, failure), failure);
        }
    }

    private Path file(String name) throws StudioException {
        if (!NAME.matcher(name).matches()) {
            throw new StudioException(new Problem(
                    "'" + name + "' cannot name a preset.",
                    "preset",
                    "Use up to 60 letters, digits, spaces and - _ + ( ), a letter or digit first."));
        }
        return folder.resolve(name + ENDING);
    }
}
