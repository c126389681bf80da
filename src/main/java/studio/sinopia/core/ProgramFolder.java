package studio.sinopia.core;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The folder that the program was installed or cloned into: what it brings along lies here.
 *
 * @param path absolute
 */
public record ProgramFolder(Path path) {

    /** System property with the program folder; launchers set it. */
    public static final String PROPERTY = "sinopia.home";

    /** System property with another folder for the model that ships, for those who train one. */
    public static final String MODEL_PROPERTY = "sinopia.model";

    /** What the launcher said, or the nearest folder above the program's classes that has assets, or the working folder. */
    public static ProgramFolder find() {
        String said = System.getProperty(PROPERTY, "");
        if (!said.isBlank()) {
            return new ProgramFolder(Path.of(said).toAbsolutePath());
        }
        Path working = Path.of("").toAbsolutePath();
        return new ProgramFolder(
                above(classes()).or(() -> above(Optional.of(working))).orElse(working));
    }

    /** The model for recipes that name none, in the diffusers layout. */
    public Path shippedModel() {
        String other = System.getProperty(MODEL_PROPERTY, "");
        return other.isBlank()
                ? path.resolve("assets").resolve("models").resolve("storybook")
                : Path.of(other).toAbsolutePath();
    }

    private static Optional<Path> classes() {
        CodeSource source = ProgramFolder.class.getProtectionDomain().getCodeSource();
        try {
            return source == null
                    ? Optional.empty()
                    : Optional.of(Path.of(source.getLocation().toURI()));
        } catch (URISyntaxException | IllegalArgumentException notAFile) {
            return Optional.empty();
        }
    }

    private static Optional<Path> above(Optional<Path> start) {
        for (@Nullable Path folder = start.orElse(null); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("assets"))) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }
}
