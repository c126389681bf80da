package studio.sinopia.worker;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import studio.sinopia.core.Folders;

/**
 * How a worker is launched: this Java, this program, its own settings.
 *
 * @param java the executable
 * @param classPath as Java takes it
 * @param mainClass where it begins
 * @param options of the virtual machine
 * @param environment what is added to ours
 */
public record WorkerCommand(
        Path java, String classPath, String mainClass, List<String> options, Map<String, String> environment) {

    /**
     * For the native libraries. glibc would keep an arena per thread, and with it what is freed. OpenMP's threads would
     * spin while they wait for each other: with other programs on the machine, a picture of 20 steps was seen to take 40 s
     * that way and 7 s without. Features of up to 64 MiB come from memory that the step before used, not zeroed by the system
     * anew, which saves 4 % of a step of 1.x; up to 512 MiB of it are kept.
     */
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "MALLOC_ARENA_MAX", "2",
            "MALLOC_MMAP_THRESHOLD_", "67108864",
            "MALLOC_TRIM_THRESHOLD_", "536870912",
            "OMP_WAIT_POLICY", "PASSIVE");

    /** Systems that have it let the window draw before the worker computes. */
    private static final Path NICE = Path.of("/usr/bin/nice");

    private static final String NETTY = "-Dio.grpc.netty.shaded.io.netty.";

    public WorkerCommand {
        options = List.copyOf(options);
        environment = Map.copyOf(environment);
    }

    /** The command of the program at hand; its logs, crash traces and unpacked natives go to the user's folders. */
    public static WorkerCommand standard(Folders folders) {
        return new WorkerCommand(
                thisJava(),
                System.getProperty("java.class.path"),
                WorkerMain.class.getName(),
                standardOptions(folders.cache(), folders.logs()),
                ENVIRONMENT);
    }

    static Path thisJava() {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        return Path.of(System.getProperty("java.home"), "bin", windows ? "java.exe" : "java");
    }

    /** The whole command line. */
    List<String> line() {
        var line = new ArrayList<String>();
        if (Files.isExecutable(NICE) && Files.isExecutable(java)) { // else nice would be the one that complains
            line.addAll(List.of(NICE.toString(), "-n", "5"));
        }
        line.add(java.toString());
        line.addAll(options);
        line.add("-cp");
        line.add(classPath);
        line.add(mainClass);
        return line;
    }

    private static List<String> standardOptions(Path cache, Path logs) {
        var options = new ArrayList<String>(List.of(
                "-Xms32m",
                "-Xmn16m", // a small nursery: what is touched once stays resident
                "-Xmx1g",
                "-XX:+AlwaysPreTouch",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", // the work is native; the second compiler only takes memory
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + logs.resolve("worker-crash-%p.log"),
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.awt.headless=true",
                NETTY + "transport.noNative=true",
                NETTY + "allocator.numDirectArenas=1",
                NETTY + "allocator.numHeapArenas=1",
                NETTY + "allocator.maxOrder=3",
                "-DDJL_CACHE_DIR=" + cache,
                "-DENGINE_CACHE_DIR=" + cache,
                "-Dai.djl.offline=true",
                "-DOPT_OUT_TRACKING=true"));
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("sinopia.") && !name.startsWith("sinopia.log"))
                .sorted()
                .forEach(name -> options.add("-D" + name + "=" + System.getProperty(name)));
        options.add("-Dsinopia.logs=" + logs);
        options.add("-Dsinopia.log.name=worker");
        return options;
    }
}
