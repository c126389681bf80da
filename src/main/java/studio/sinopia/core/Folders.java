package studio.sinopia.core;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where the program keeps its things on this machine. Nothing is created here.
 *
 * @param data what the user would miss: projects, gallery, settings, models
 * @param cache what can be made again: unpacked natives, thumbnails
 */
public record Folders(Path data, Path cache) {

    /** System property that puts data and cache into one folder of the user's choice. */
    public static final String PROPERTY = "sinopia.data";

    /** Environment variable that does the same where the property is not set. */
    public static final String VARIABLE = "SINOPIA_HOME";

    /** Environment variable with more folders of models, separated as in {@code PATH}. */
    public static final String MORE_MODELS = "SINOPIA_MODELS";

    /** The folders of the person who runs the program: the chosen one, or where their system keeps such things. */
    public static Folders ofThisUser() {
        return of(System.getProperty(PROPERTY, ""), System.getenv());
    }

    /** @param chosen the property's value; blank if it is not set */
    static Folders of(String chosen, Map<String, String> environment) {
        Optional<Path> root = chosen.isBlank() ? variable(VARIABLE, environment) : Optional.of(Path.of(chosen));
        return root.map(Folders::in).orElseGet(() -> standard(environment));
    }

    /** Everything in one folder. */
    static Folders in(Path root) {
        Path absolute = root.toAbsolutePath();
        return new Folders(absolute, absolute.resolve("cache"));
    }

    private static Folders standard(Map<String, String> environment) {
        Path home = Path.of(System.getProperty("user.home"));
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.contains("win")) {
            Path local = variable("LOCALAPPDATA", environment)
                    .orElse(home.resolve("AppData").resolve("Local"));
            return new Folders(
                    local.resolve("Sinopia"), local.resolve("Sinopia").resolve("cache"));
        }
        if (system.contains("mac")) {
            Path library = home.resolve("Library");
            return new Folders(
                    library.resolve("Application Support").resolve("Sinopia"),
                    library.resolve("Caches").resolve("Sinopia"));
        }
        return new Folders(
                variable("XDG_DATA_HOME", environment)
                        .orElse(home.resolve(".local/share"))
                        .resolve("sinopia"),
                variable("XDG_CACHE_HOME", environment)
                        .orElse(home.resolve(".cache"))
                        .resolve("sinopia"));
    }

    /** Where models are looked for: {@link #models}, and the folders that {@value #MORE_MODELS} names. */
    public List<Path> watched() {
        return Stream.concat(
                        Stream.of(models()),
                        Stream.of(Objects.requireNonNullElse(System.getenv(MORE_MODELS), "")
                                        .split(Pattern.quote(File.pathSeparator)))
                                .filter(text -> !text.isBlank())
                                .map(Path::of))
                .toList();
    }

    /** Where the user puts checkpoints, one folder or file each. */
    public Path models() {
        return data.resolve("models");
    }

    /** Where finished latents are kept until their picture is safe. */
    public Path runs() {
        return data.resolve("runs");
    }

    /** Where finished pictures are kept. */
    public Path gallery() {
        return data.resolve("gallery");
    }

    /** Where hashes of models are remembered. */
    public Path hashes() {
        return cache.resolve("hashes");
    }

    /** Where logs are written. */
    public Path logs() {
        return data.resolve("logs");
    }

    private static Optional<Path> variable(String name, Map<String, String> environment) {
        return Optional.ofNullable(environment.get(name))
                .filter(text -> !text.isBlank())
                .map(Path::of);
    }
}
