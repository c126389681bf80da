package studio.sinopia.core;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Where the program keeps its things on this machine. Nothing is created here.
 *
 * @param data what the user would miss: projects, gallery, settings, models
 * @param cache what can be made again: unpacked natives, thumbnails
 */
public record Folders(Path data, Path cache) {

    /** System property that puts data and cache into one folder of the user's choice. */
    public static final String PROPERTY = "sinopia.data";

    /** The folders of the person who runs the program, where their system keeps such things. */
    public static Folders ofThisUser() {
        String chosen = System.getProperty(PROPERTY, "");
        if (!chosen.isBlank()) {
            Path root = Path.of(chosen).toAbsolutePath();
            return new Folders(root, root.resolve("cache"));
        }
        Path home = Path.of(System.getProperty("user.home"));
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.contains("win")) {
            Path local = variable("LOCALAPPDATA").orElse(home.resolve("AppData").resolve("Local"));
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
                variable("XDG_DATA_HOME").orElse(home.resolve(".local/share")).resolve("sinopia"),
                variable("XDG_CACHE_HOME").orElse(home.resolve(".cache")).resolve("sinopia"));
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

    /** Where logs are written. */
    public Path logs() {
        return data.resolve("logs");
    }

    private static Optional<Path> variable(String name) {
        return Optional.ofNullable(System.getenv(name))
                .filter(text -> !text.isBlank())
                .map(Path::of);
    }
}
