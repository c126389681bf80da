package studio.sinopia.settings;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import studio.sinopia.core.AtomicFile;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import studio.sinopia.recipe.Sampling;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The settings on disk: {@code settings.json}, one object whose fields are those of {@link Settings} ({@code width} and
 * {@code height}, {@code sampler}, {@code schedule} and {@code steps} stand apart). Absent and unknown fields do no harm,
 * so that versions may differ.
 */
public final class SettingsFile {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private final Path file;

    /** @param folder where the user's data lies */
    public SettingsFile(Path folder) {
        this.file = folder.resolve("settings.json");
    }

    /**
     * What was saved last, or {@link Settings#STANDARD} if nothing was.
     *
     * @throws StudioException if the file is there and cannot be understood; the next {@link #write} replaces it
     */
    public Settings read() throws StudioException {
        if (!Files.exists(file)) {
            return Settings.STANDARD;
        }
        try {
            return settings(MAPPER.readTree(Files.readString(file)));
        } catch (JacksonException | IllegalArgumentException | MalformedInputException unreadable) {
            throw new StudioException(
                    new Problem(
                            "The settings cannot be understood (" + unreadable.getMessage() + ").",
                            file.toString(),
                            "The usual settings are taken; what you change is saved anew."),
                    unreadable);
        } catch (IOException failure) {
            throw new StudioException(AtomicFile.problem(file, failure), failure);
        }
    }

    /** Saves the settings, whole or not at all. */
    public synchronized void write(Settings settings) throws StudioException {
        ObjectNode json = MAPPER.createObjectNode()
                .put("appearance", settings.appearance().name())
                .put("language", settings.language().name())
                .put("brushWidth", settings.brushWidth())
                .put("model", settings.model())
                .put("width", settings.size().width())
                .put("height", settings.size().height())
                .put("sampler", settings.sampling().sampler())
                .put("schedule", settings.sampling().schedule())
                .put("steps", settings.sampling().steps())
                .put("guidance", settings.guidance())
                .put("prompt", settings.prompt())
                .put("negative", settings.negative());
        ObjectNode keys = json.putObject("keys");
        new TreeMap<>(settings.keys()).forEach(keys::put);
        String text = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
        AtomicFile.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Settings settings(JsonNode json) {
        if (!json.isObject()) {
            throw new IllegalArgumentException("it is no JSON object");
        }
        Settings usual = Settings.STANDARD;
        return new Settings(
                Appearance.valueOf(text(json, "appearance", usual.appearance().name())),
                Language.valueOf(text(json, "language", usual.language().name())),
                number(json, "brushWidth", usual.brushWidth()),
                text(json, "model", usual.model()),
                new Size(
                        count(json, "width", usual.size().width()),
                        count(json, "height", usual.size().height())),
                new Sampling(
                        text(json, "sampler", usual.sampling().sampler()),
                        text(json, "schedule", usual.sampling().schedule()),
                        count(json, "steps", usual.sampling().steps())),
                number(json, "guidance", usual.guidance()),
                text(json, "prompt", usual.prompt()),
                text(json, "negative", usual.negative()),
                keys(json.path("keys")));
    }

    private static Map<String, String> keys(JsonNode json) {
        Map<String, String> keys = new TreeMap<>();
        json.properties()
                .forEach(each -> keys.put(each.getKey(), each.getValue().asString("")));
        return keys;
    }

    private static String text(JsonNode json, String name, String usual) {
        return json.path(name).asString(usual);
    }

    private static double number(JsonNode json, String name, double usual) {
        return json.path(name).asDouble(usual);
    }

    private static int count(JsonNode json, String name, int usual) {
        return json.path(name).asInt(usual);
    }
}
