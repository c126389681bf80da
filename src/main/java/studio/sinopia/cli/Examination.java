package studio.sinopia.cli;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.sinopia.condition.classic.OpenCv;
import studio.sinopia.core.AtomicFile;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.run.Engine;
import studio.sinopia.engine.run.MemoryForecast;
import studio.sinopia.engine.weights.ModelFolder;
import studio.sinopia.recipe.Recipe;

/** The checks of the doctor, from what every program needs to what only painting needs. */
final class Examination {

    private static final int JAVA = 25;
    private static final long ENOUGH_MEMORY = 3L << 30; // window and worker with the model that ships
    private static final Pattern VERSION = Pattern.compile("-(\\d[\\w.]*(?:-\\d[\\w.]*)?)");

    private final Workbench bench;

    Examination(Workbench bench) {
        this.bench = bench;
    }

    /** @param found hears each finding at once, since the last ones take seconds */
    List<Finding> findings(Consumer<Finding> found) {
        List<Finding> all = new ArrayList<>();
        for (Check check : List.<Check>of(
                this::java,
                this::system,
                this::memory,
                this::devices,
                this::libraries,
                this::openCv,
                () -> folder("data", bench.folders().data()),
                () -> folder("cache", bench.folders().cache()),
                () -> folder("logs", bench.folders().logs()),
                this::model,
                this::worker)) {
            bench.stop().throwIfRequested();
            Finding finding = check.finding();
            found.accept(finding);
            all.add(finding);
        }
        return all;
    }

    private interface Check {
        Finding finding();
    }

    private Finding java() {
        String text = "%s (%s), %s"
                .formatted(Runtime.version(), System.getProperty("java.vendor"), System.getProperty("java.home"));
        return Runtime.version().feature() >= JAVA
                ? Finding.ok("java", text)
                : Finding.problem("java", text + ": install a JDK 25 or newer.");
    }

    private Finding system() {
        return Finding.ok(
                "system",
                "%s %s, %s, %d cores; Sinopia %s in %s"
                        .formatted(
                                System.getProperty("os.name"),
                                System.getProperty("os.version"),
                                System.getProperty("os.arch"),
                                Runtime.getRuntime().availableProcessors(),
                                SinopiaCommand.version(),
                                bench.program().path()));
    }

    private Finding memory() {
        var machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long total = machine.getTotalMemorySize();
        String text = "%.1f GiB in all, %.1f GiB unused; this process may take %d MiB"
                .formatted(
                        total / (double) (1 << 30),
                        machine.getFreeMemorySize() / (double) (1 << 30),
                        Runtime.getRuntime().maxMemory() >> 20);
        return total >= ENOUGH_MEMORY
                ? Finding.ok("memory", text)
                : Finding.note("memory", text + "; the model that ships wants a machine with 3 GiB.");
    }

    private Finding devices() {
        boolean nvidia = Files.isDirectory(Path.of("/proc/driver/nvidia/gpus"));
        boolean cuda = jars().stream().anyMatch(jar -> jar.startsWith("pytorch-native-cu"));
        if (nvidia && !cuda) {
            return Finding.note("devices", "cpu; an NVIDIA card is there, but this build computes on the CPU only");
        }
        return Finding.ok("devices", nvidia ? "cpu, cuda" : "cpu");
    }

    private Finding libraries() {
        String versions = Stream.of(
                        "pytorch-native-cpu", "pytorch-jni", "opencv", "javafx-graphics", "grpc-netty-shaded")
                .map(name -> name + " " + version(name).orElse("missing"))
                .collect(Collectors.joining(", "));
        return versions.contains("missing")
                ? Finding.problem("libraries", versions + ": build the program again.")
                : Finding.ok("libraries", versions);
    }

    private static Optional<String> version(String library) {
        return jars().stream()
                .filter(jar -> jar.startsWith(library + "-"))
                .map(jar -> VERSION.matcher(jar.substring(library.length())))
                .filter(Matcher::lookingAt)
                .map(matcher -> matcher.group(1).replaceFirst("\\.jar$", ""))
                .findFirst();
    }

    private static List<String> jars() {
        return Arrays.stream(System.getProperty("java.class.path").split(Pattern.quote(java.io.File.pathSeparator)))
                .map(entry -> String.valueOf(Path.of(entry).getFileName()))
                .sorted()
                .toList();
    }

    private Finding openCv() {
        try {
            return Finding.ok("opencv", "natives load, version " + OpenCv.version());
        } catch (LinkageError | RuntimeException broken) {
            return Finding.problem(
                    "opencv",
                    "natives do not load (%s): empty %s and start again."
                            .formatted(broken.getMessage(), bench.folders().cache()));
        }
    }

    private static Finding folder(String subject, Path folder) {
        Path probe = folder.resolve(".doctor");
        try {
            AtomicFile.write(probe, new byte[] {'\n'});
            Files.deleteIfExists(probe);
            long free = Files.getFileStore(folder).getUsableSpace();
            return Finding.ok(subject, "%s, %.1f GiB free".formatted(folder, free / (double) (1 << 30)));
        } catch (StudioException refused) {
            return Finding.problem(subject, refused.problem().line());
        } catch (IOException failure) {
            return Finding.problem(subject, AtomicFile.problem(folder, failure).line());
        }
    }

    private Finding model() {
        Path folder = bench.program().shippedModel();
        try {
            Set<String> controls = ModelFolder.open(folder).controls().keySet();
            return Finding.ok("model", "%s, controls %s".formatted(folder, String.join(", ", controls)));
        } catch (StudioException missing) {
            return Finding.problem("model", missing.problem().line());
        }
    }

    /** A forecast is the smallest question that a worker can answer only when its libraries and the model are there. */
    private Finding worker() {
        long start = System.nanoTime();
        try (Engine engine = bench.engine().get()) {
            MemoryForecast forecast =
                    engine.forecast(Recipe.of("a house", new Size(256, 256), 1), PictureRuns.standardOptions(bench));
            return Finding.ok(
                    "worker",
                    "answers after %d ms; a picture takes %d MiB of %d MiB"
                            .formatted(
                                    (System.nanoTime() - start) / 1_000_000,
                                    forecast.peakBytes() >> 20,
                                    forecast.availableBytes() >> 20));
        } catch (StudioException refused) {
            return Finding.problem("worker", refused.problem().line());
        }
    }
}
