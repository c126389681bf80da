package studio.sinopia.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import studio.sinopia.core.AtomicFile;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;

/** The models that are installed: the one that ships, and what the user has put into the models folders. */
public final class ModelShelf {

    private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]{8,64}");

    private final Path shipped;
    private final List<Path> folders;
    private final ModelHashes hashes;

    /**
     * @param shipped folder of the model that ships
     * @param folders the user's models; may not exist
     * @param hashes of their files
     */
    public ModelShelf(Path shipped, List<Path> folders, ModelHashes hashes) {
        this.shipped = shipped;
        this.folders = List.copyOf(folders);
        this.hashes = hashes;
    }

    /**
     * One model on the shelf.
     *
     * @param name by which it is asked for
     * @param facts what it is; empty if there is a problem
     * @param problem why it cannot be used
     */
    public record Entry(String name, Path path, Optional<ModelFacts> facts, Optional<Problem> problem) {}

    /** Everything there is, the shipped model first, then by name. */
    public List<Entry> entries() throws StudioException {
        List<Entry> entries = new ArrayList<>();
        entries.add(entry(shipped));
        for (Path each : installed()) {
            entries.add(entry(each));
        }
        return entries;
    }

    /** The path that a person means: a path that exists, the name of a model on the shelf, or its file's hash. */
    public Path find(String nameOrPath) throws StudioException {
        Path path = Path.of(nameOrPath);
        if (Files.exists(path)) {
            return path;
        }
        if (nameOrPath.equals(name(shipped))) {
            return shipped;
        }
        return installed().stream()
                .filter(each -> name(each).equals(nameOrPath))
                .findFirst()
                .or(() -> ofHash(nameOrPath))
                .orElseThrow(() -> new StudioException(new Problem(
                        "There is no model of this name, hash or path.",
                        nameOrPath,
                        "Give the path of a model, or see 'sinopia models list'.")));
    }

    /**
     * The file of a hash, as pictures name their models: the beginning of its SHA-256, ten digits as a rule, or the older eight.
     * Files whose hash is not known yet are read.
     */
    public Optional<Path> ofHash(String named) {
        if (!HASH.matcher(named).matches()) {
            return Optional.empty();
        }
        try {
            return installed().stream()
                    .filter(Files::isRegularFile)
                    .filter(file -> hashes.matches(file, named))
                    .findFirst();
        } catch (StudioException unreadable) {
            return Optional.empty();
        }
    }

    /** The model that another tool calls so, with or without the file's ending; empty if it is not here. */
    public Optional<Path> named(String name) {
        try {
            String wanted = title(name);
            return Stream.concat(Stream.of(shipped), installed().stream())
                    .filter(each -> title(name(each)).equals(wanted))
                    .findFirst();
        } catch (StudioException unreadable) {
            return Optional.empty();
        }
    }

    /** The file's name alone, without ending, in small letters. */
    private static String title(String name) {
        String file = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return file.replaceFirst("(?i)\\.(safetensors|ckpt|pt|bin)$", "").toLowerCase(Locale.ROOT);
    }

    private List<Path> installed() throws StudioException {
        List<Path> all = new ArrayList<>();
        for (Path folder : folders) {
            all.addAll(installed(folder));
        }
        return all;
    }

    private static List<Path> installed(Path folder) throws StudioException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(ModelShelf::looksLikeAModel).sorted().toList();
        } catch (IOException failure) {
            throw new StudioException(AtomicFile.problem(folder, failure), failure);
        }
    }

    private static boolean looksLikeAModel(Path path) {
        return Files.isRegularFile(path.resolve("unet/config.json"))
                || Files.isRegularFile(path.resolve("config.json"))
                || path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".safetensors");
    }

    private static Entry entry(Path path) {
        try {
            return new Entry(name(path), path, Optional.of(ModelInspection.of(path)), Optional.empty());
        } catch (StudioException unusable) {
            return new Entry(name(path), path, Optional.empty(), Optional.of(unusable.problem()));
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
