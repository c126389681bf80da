package studio.sinopia.library;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import studio.sinopia.core.AtomicFile;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Spelling;
import studio.sinopia.core.StudioException;

/**
 * The files that can be added to a model, by name: every safetensors file in the models folder and below it that does not belong
 * to a model in folders. A name is the file's without its ending, in capitals or not; where two are alike, that with its folder
 * ({@code styles/ink}).
 */
public final class PatchShelf {

    private static final String ENDING = ".safetensors";
    private static final Set<String> EMBEDDINGS = Set.of("embeddings", "embedding", "textual_inversion");
    private static final int DEEPEST = 5;

    private final List<Path> folders;

    /** @param folders to look in, the first of which is the user's own; may not exist */
    public PatchShelf(List<Path> folders) {
        this.folders = folders.stream().map(Path::toAbsolutePath).toList();
    }

    /** The user's files, then those that come with the model that ships. */
    public static PatchShelf of(Path shippedModel, List<Path> watched) {
        List<Path> folders = new ArrayList<>(watched);
        folders.add(shippedModel.resolve(FewSteps.FOLDER));
        return new PatchShelf(folders);
    }

    /** The file of a name, or of a path that exists. */
    public Path find(String name, String where) throws StudioException {
        Path path = Path.of(name);
        if (Files.isRegularFile(path)) {
            return path.toAbsolutePath();
        }
        List<Path> files = files();
        Optional<Path> found = files.stream()
                .filter(file -> is(name, file))
                .findFirst()
                .or(() -> files.stream()
                        .filter(file -> Spelling.same(plain(file.getFileName()), name))
                        .findFirst());
        return found.orElseThrow(() -> new StudioException(new Problem(
                "There is no '" + name + "' in the models folder.",
                where,
                files.isEmpty()
                        ? "Put LoRA files into " + folders.getFirst() + " or a folder in it."
                        : Spelling.remedy(
                                name,
                                files.stream()
                                        .map(file -> plain(file.getFileName()))
                                        .distinct()
                                        .sorted()
                                        .limit(50)
                                        .toList()))));
    }

    /**
     * The path of a network that was named: a folder, or a file as {@link #find} finds it.
     *
     * @return nothing if none was named
     */
    public Optional<String> network(Optional<String> name, String where) throws StudioException {
        if (name.isEmpty()) {
            return name;
        }
        Path folder = Path.of(name.get());
        return Optional.of((Files.isDirectory(folder) ? folder.toAbsolutePath() : find(name.get(), where)).toString());
    }

    /** The embeddings by the word that stands for them: files in a folder called {@code embeddings}. */
    public Map<String, Path> embeddings() throws StudioException {
        Map<String, Path> words = new LinkedHashMap<>();
        for (Path file : files()) {
            for (Path part : below(file)) {
                if (EMBEDDINGS.contains(part.toString().toLowerCase(Locale.ROOT))) {
                    words.putIfAbsent(plain(file.getFileName()), file);
                }
            }
        }
        return words;
    }

    private boolean is(String name, Path file) {
        return plain(file.getFileName()).equalsIgnoreCase(name)
                || plain(below(file)).equalsIgnoreCase(name.replace('\\', '/'));
    }

    /** The path from the folder in which it was found. */
    private Path below(Path file) {
        return folders.stream()
                .filter(file::startsWith)
                .findFirst()
                .map(folder -> folder.relativize(file))
                .orElse(file);
    }

    private static String plain(Path path) {
        String name = path.toString().replace('\\', '/');
        return name.toLowerCase(Locale.ROOT).endsWith(ENDING)
                ? name.substring(0, name.length() - ENDING.length())
                : name;
    }

    private List<Path> files() throws StudioException {
        List<Path> all = new ArrayList<>();
        for (Path folder : folders) {
            all.addAll(files(folder));
        }
        return all;
    }

    private static List<Path> files(Path folder) throws StudioException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder, DEEPEST, FileVisitOption.FOLLOW_LINKS)) {
            List<Path> files = new ArrayList<>(all.filter(file ->
                            file.toString().toLowerCase(Locale.ROOT).endsWith(ENDING) && Files.isRegularFile(file))
                    .filter(file -> !Files.isRegularFile(file.resolveSibling("config.json"))) // a network of a folder
                    .map(Path::toAbsolutePath)
                    .toList());
            files.sort(null);
            return files;
        } catch (IOException failure) {
            throw new StudioException(AtomicFile.problem(folder, failure), failure);
        }
    }
}
