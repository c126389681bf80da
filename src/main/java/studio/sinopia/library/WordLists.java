package studio.sinopia.library;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import studio.sinopia.core.AtomicFile;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;

/**
 * Lists of words from which prompts choose: text files in the folder {@code wildcards} of the user's data, one choice a line. Empty
 * lines and those that begin with {@code #} are left out.
 */
public final class WordLists {

    private final Path folder;

    /** @param data folder of the user's data */
    public WordLists(Path data) {
        this.folder = data.resolve("wildcards");
    }

    /**
     * The choices of a list.
     *
     * @param name of its file, without {@code .txt}; it may lie in a folder: {@code animals/birds}
     * @throws StudioException if there is no such list, or it is no text
     */
    public List<String> lines(String name) throws StudioException {
        Path file = file(name);
        if (!Files.isRegularFile(file)) {
            throw new StudioException(new Problem(
                    "There is no list '%s' for the prompt to choose from.".formatted(name),
                    file.toString(),
                    "Write one there, one choice a line."));
        }
        try {
            return Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (MalformedInputException notText) {
            throw new StudioException(
                    new Problem("The list is not text in UTF-8.", file.toString(), "Save it as UTF-8."), notText);
        } catch (IOException failure) {
            throw new StudioException(AtomicFile.problem(file, failure), failure);
        }
    }

    private Path file(String name) throws StudioException {
        try {
            Path file = folder.resolve(name + ".txt").normalize();
            if (file.startsWith(folder)) {
                return file;
            }
        } catch (InvalidPathException invalid) {
            // said below
        }
        throw new StudioException(
                new Problem("'" + name + "' is no name for a list.", "prompt", "Use letters, digits and slashes."));
    }
}
