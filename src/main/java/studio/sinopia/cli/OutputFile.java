package studio.sinopia.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;

/** Names of files to write, and whether they can be written, before an hour is spent on what goes into them. */
final class OutputFile {

    private OutputFile() {}

    /** {@code house.png} and 3 give {@code house-3.png}, in the same folder. */
    static Path numbered(Path file, int number) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        String numbered = dot <= 0 ? name + "-" + number : name.substring(0, dot) + "-" + number + name.substring(dot);
        return file.resolveSibling(numbered);
    }

    /** @throws StudioException if the file certainly cannot be written */
    static void check(Path file) throws StudioException {
        if (file.toString().isBlank() || Files.isDirectory(file)) {
            throw new StudioException(new Problem(
                    "This is a folder, not a file.", file.toString(), "Name a file to write, for example out.png."));
        }
        @Nullable Path folder = file.toAbsolutePath().getParent();
        while (folder != null && !Files.exists(folder)) {
            folder = folder.getParent();
        }
        if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new StudioException(new Problem(
                    "No file can be written there.", file.toString(), "Choose a folder that you may write to."));
        }
    }

    /** As {@link #check}, for pictures: they are written as PNG, so another ending would lie. */
    static void checkPicture(Path file) throws StudioException {
        check(file);
        if (!file.getFileName().toString().toLowerCase(java.util.Locale.ROOT).endsWith(".png")) {
            throw new StudioException(new Problem(
                    "Pictures are written as PNG, and this name does not end in .png.",
                    file.toString(),
                    "Choose a name that ends in .png."));
        }
    }
}
