package studio.sinopia.library;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The picture that people and other programs put beside a model to show what it makes. */
public final class PreviewFile {

    private static final List<String> ENDINGS =
            List.of(".preview.png", ".preview.jpg", ".preview.webp", ".png", ".jpg", ".jpeg", ".webp");

    private PreviewFile() {}

    /** {@code NAME.preview.png} or the like beside {@code NAME.safetensors}, {@code preview.png} or the like in a folder. */
    public static Optional<Path> of(Path model) {
        boolean folder = Files.isDirectory(model);
        String file = String.valueOf(model.getFileName());
        String name = folder ? "preview" : file.replaceFirst("\\.[^.]*$", "");
        return ENDINGS.stream()
                .map(ending -> folder ? model.resolve(name + ending) : model.resolveSibling(name + ending))
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
