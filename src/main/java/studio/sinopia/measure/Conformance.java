package studio.sinopia.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import studio.sinopia.core.AtomicFile;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.checkpoint.Checkpoint;
import studio.sinopia.engine.conformance.Check;
import studio.sinopia.engine.conformance.Comparison;
import studio.sinopia.engine.conformance.Recorded;
import studio.sinopia.engine.conformance.TokenizerCheck;
import studio.sinopia.engine.conformance.ToldPipeline;
import studio.sinopia.engine.tensor.Torch;
import studio.sinopia.engine.weights.ModelFolder;

/**
 * Runs the engine on recorded numbers and says how far off it is, tensor by tensor. Takes a folder with numbers, a folder of such
 * folders, and checkpoints in one file: {@code single/NAME.safetensors} must give the numbers of the folder {@code NAME} beside
 * {@code single}.
 */
public final class Conformance {

    private static final String EXPECTED = "expected.safetensors";
    private static final String ENDING = ".safetensors";
    private static final String SINGLE = "single";
    private static final String CONTROL = "control."; // a checkpoint holds no controls

    private final List<Check> checks;

    /** @param checks what to compute again; each decides by itself whether a folder holds something for it */
    public Conformance(List<Check> checks) {
        this.checks = List.copyOf(checks);
    }

    /**
     * What came of a folder.
     *
     * @param comparisons one for each recorded tensor that was computed again
     * @param uncovered recorded tensors that no check knows, and checkpoints without numbers
     * @param notes what was assumed, one sentence each
     * @param problems why some could not be computed, one line each
     */
    public record Report(
            List<Comparison> comparisons, List<String> uncovered, List<String> notes, List<String> problems) {

        public Report {
            comparisons = List.copyOf(comparisons);
            uncovered = List.copyOf(uncovered);
            notes = List.copyOf(notes);
            problems = List.copyOf(problems);
        }

        /** The same, measured as what BF16 computes. */
        public Report ofHalfPrecision() {
            return new Report(
                    comparisons.stream().map(Comparison::ofHalfPrecision).toList(), uncovered, notes, problems);
        }

        /** True if something was compared, nothing stood in the way, and all of it is within its tolerance. */
        public boolean passed() {
            return problems.isEmpty()
                    && !comparisons.isEmpty()
                    && comparisons.stream().allMatch(Comparison::passed);
        }
    }

    /** @throws StudioException if there are no numbers */
    public Report run(Torch torch, Path path) throws StudioException {
        var sum = new Sum();
        if (Files.isRegularFile(path)) {
            single(torch, path, sum);
        } else if (hasNumbers(path)) {
            try (Recorded recorded = Recorded.open(path)) {
                check(torch, recorded, sum);
            }
        } else {
            for (Path folder : list(path, Conformance::hasNumbers)) {
                try (Recorded recorded = Recorded.open(folder, new ModelFolder(folder), folder.getFileName() + "/")) {
                    check(torch, recorded, sum);
                }
            }
            List<Path> files = new ArrayList<>(list(path, Conformance::isSingle));
            files.addAll(list(path.resolve(SINGLE), Conformance::isSingle));
            for (Path file : files) {
                single(torch, file, sum);
            }
            if (TokenizerCheck.applies(path)) {
                sum.comparisons.addAll(TokenizerCheck.run(path));
            }
            if (sum.isEmpty()) {
                Recorded.open(path).close(); // says what is missing
            }
        }
        return new Report(sum.comparisons, sum.uncovered, sum.notes, sum.problems);
    }

    /** What has come so far. */
    private static final class Sum {
        private final List<Comparison> comparisons = new ArrayList<>();
        private final List<String> uncovered = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private final List<String> problems = new ArrayList<>();

        boolean isEmpty() {
            return comparisons.isEmpty() && uncovered.isEmpty() && problems.isEmpty();
        }
    }

    /** A model that cannot be used leaves the other checks be. */
    private void check(Torch torch, Recorded recorded, Sum sum) {
        for (Check check : checks) {
            try {
                check.run(torch, recorded);
            } catch (StudioException refused) {
                sum.problems.add(refused.problem().line());
            }
        }
        sum.comparisons.addAll(recorded.comparisons());
        sum.uncovered.addAll(recorded.uncovered());
    }

    private void single(Torch torch, Path file, Sum sum) throws StudioException {
        Path absolute = file.toAbsolutePath().normalize();
        String name = stem(absolute);
        String label = absolute.getName(absolute.getNameCount() - 2) + "/" + name + "/";
        Path folder = absolute.resolveSibling("..").resolve(name).normalize();
        if (!hasNumbers(folder)) {
            sum.uncovered.add(label);
            return;
        }
        Checkpoint checkpoint;
        try {
            checkpoint = Checkpoint.open(file);
        } catch (StudioException refused) {
            sum.problems.add(refused.problem().line());
            return;
        }
        var pipeline = new ToldPipeline(checkpoint, new ModelFolder(folder));
        sum.notes.add("%s: %s, predicts %s."
                .formatted(label, checkpoint.title(), checkpoint.prediction().title()));
        pipeline.said().forEach(each -> sum.notes.add(label + ": " + each));
        try (Recorded recorded = Recorded.open(folder, pipeline, label)) {
            check(torch, recorded, sum);
        }
        sum.uncovered.removeIf(each -> each.startsWith(label + CONTROL));
    }

    private static boolean hasNumbers(Path folder) {
        return Files.isRegularFile(folder.resolve(EXPECTED));
    }

    private static boolean isSingle(Path file) {
        String name = file.getFileName().toString();
        return Files.isRegularFile(file) && name.endsWith(ENDING) && !name.equals(EXPECTED);
    }

    private static String stem(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
    }

    private static List<Path> list(Path folder, Predicate<Path> wanted) throws StudioException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(wanted).sorted().toList();
        } catch (IOException e) {
            throw new StudioException(AtomicFile.problem(folder, e), e);
        }
    }
}
