import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes what people install: a folder with the program and its own Java, and from it the package of the system that this runs on.
 *
 * <pre>
 * mvn -B -DskipTests package              the program: target/sinopia.jar and target/lib
 * java installers/Installers.java         the folder: target/image/Sinopia
 * java installers/Installers.java TYPE    and a package of it: deb, rpm, tar (Linux), msi (Windows), dmg (macOS)
 * </pre>
 *
 * <p>Needs JDK 25 and, for packages, what jpackage needs: dpkg-deb, rpmbuild, or WiX.
 */
final class Installers {

    private static final String NAME = "Sinopia";
    private static final String MAIN = "studio.sinopia.Sinopia";
    private static final String VERSION = "1.0.0";

    /** What the program and its libraries use of Java, by jdeps and by trying; the last ones are found by name at run time. */
    private static final List<String> MODULES = List.of(
            "java.base",
            "java.compiler",
            "java.desktop",
            "java.instrument",
            "java.logging",
            "java.management",
            "java.naming",
            "java.net.http",
            "java.prefs",
            "java.scripting",
            "java.sql",
            "java.xml",
            "jdk.jfr",
            "jdk.management",
            "jdk.unsupported",
            "jdk.unsupported.desktop",
            "jdk.accessibility",
            "jdk.charsets",
            "jdk.crypto.ec",
            "jdk.localedata",
            "jdk.zipfs");

    /** As the launchers of the source tree set them. */
    private static final List<String> OPTIONS = List.of(
            "-XX:SharedArchiveFile=$APPDIR/sinopia.jsa",
            "-Xshare:auto",
            "-Xlog:cds=off",
            "-Xlog:aot=off",
            "-XX:+UseSerialGC",
            "-Xmx2g",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dsinopia.home=$APPDIR");

    private final Path home;
    private final Path target;
    private final Path images;
    private final String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);

    private Installers(Path home) {
        this.home = home;
        this.target = home.resolve("target");
        this.images = target.resolve("image");
    }

    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(System.getProperty("sinopia.source", "")).toAbsolutePath();
        var installers = new Installers(home);
        try {
            installers.image();
            for (String type : arguments) {
                installers.pack(type);
            }
        } catch (IllegalStateException | IOException failure) {
            System.err.println(failure.getMessage());
            System.exit(1);
        }
    }

    /** The folder with the program and its Java, ready to start. */
    private void image() throws IOException, InterruptedException {
        Path jar = target.resolve("sinopia.jar");
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException(jar + " is missing: run 'mvn -B -DskipTests package' first.");
        }
        Path runtime = images.resolve("runtime");
        Path staged = images.resolve("staged");
        delete(images);
        Files.createDirectories(staged);
        Files.copy(jar, staged.resolve("sinopia.jar"));
        copy(target.resolve("lib"), staged);
        copy(home.resolve("assets"), staged.resolve("assets"));
        Files.copy(home.resolve("LICENSE"), staged.resolve("LICENSE"));
        run(
                tool("jlink"),
                "--add-modules",
                String.join(",", MODULES),
                "--include-locales=en,de",
                "--strip-java-debug-attributes",
                "--no-header-files",
                "--no-man-pages",
                "--output",
                runtime.toString());
        var packing = new ArrayList<>(List.of(
                tool("jpackage"),
                "--type",
                "app-image",
                "--name",
                NAME,
                "--app-version",
                VERSION,
                "--description",
                "A studio for controllable image generation",
                "--runtime-image",
                runtime.toString(),
                "--input",
                staged.toString(),
                "--main-jar",
                "sinopia.jar",
                "--main-class",
                MAIN,
                "--dest",
                images.toString()));
        OPTIONS.forEach(option -> packing.addAll(List.of("--java-options", option)));
        if (windows()) {
            packing.add("--win-console");
        }
        run(packing.toArray(String[]::new));
        delete(runtime);
        delete(staged);
        layOutClasses();
        System.out.printf("%s, %,d MB%n", home.relativize(root()), megabytes(root()));
    }

    /** The package of the image for this system, beside it. */
    private void pack(String type) throws IOException, InterruptedException {
        if (type.equals("tar")) {
            Path archive = images.resolve("sinopia-%s-linux-%s.tar.gz".formatted(VERSION, System.getProperty("os.arch")));
            run("tar", "-C", images.toString(), "-czf", archive.toString(), NAME);
            System.out.printf("%s, %,d MB%n", home.relativize(archive), megabytes(archive));
            return;
        }
        var packing = new ArrayList<>(List.of(
                tool("jpackage"),
                "--type",
                type,
                "--name",
                NAME,
                "--app-version",
                VERSION,
                "--vendor",
                NAME,
                "--license-file",
                home.resolve("LICENSE").toString(),
                "--app-image",
                root().toString(),
                "--dest",
                images.toString()));
        switch (type) {
            case "deb", "rpm" -> packing.addAll(List.of("--linux-shortcut", "--linux-menu-group", "Graphics"));
            case "msi" -> packing.addAll(List.of("--win-menu", "--win-shortcut", "--win-per-user-install"));
            default -> {}
        }
        run(packing.toArray(String[]::new));
    }

    /**
     * Lays the classes out as Java wants them, so that starts are quick: two trials note which classes they load, and another
     * Java writes the archive. No run of a person's ever writes one.
     */
    private void layOutClasses() throws IOException, InterruptedException {
        Path trial = images.resolve("trial");
        Files.createDirectories(trial);
        Path all = trial.resolve("all.classes");
        var classes = new LinkedHashSet<>(noted(trial, List.of()));
        var known = classes.stream().map(Installers::unnumbered).collect(Collectors.toSet());
        noted(trial, List.of("models", "list")).stream()
                .map(Installers::unnumbered)
                .filter(line -> !known.contains(line))
                .forEach(classes::add);
        Files.write(all, classes);
        run(
                java(),
                "-XX:+UseSerialGC",
                "-XX:+AOTClassLinking",
                "-Xshare:dump",
                "-Xlog:disable",
                "-Xlog:all=off",
                "-XX:SharedClassListFile=" + all,
                "-XX:SharedArchiveFile=" + app().resolve("sinopia.jsa"),
                "-cp",
                classPath());
        delete(trial);
    }

    /** Classes that a run of the program loads, without a display and in a folder of its own. */
    private List<String> noted(Path trial, List<String> arguments) throws IOException, InterruptedException {
        Path noted = trial.resolve("noted.classes");
        var command = new ArrayList<>(List.of(
                java(),
                "-XX:DumpLoadedClassList=" + noted,
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Dsinopia.home=" + app(),
                "-Dsinopia.data=" + trial.resolve("data"),
                "-Dsinopia.startup.exit=true",
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-cp",
                classPath(),
                MAIN));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(trial.resolve("trial.log").toFile())
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("The program made did not come to its end: see " + trial);
        }
        return Files.readAllLines(noted);
    }

    /** Numbers of classes hold within one list. */
    private static String unnumbered(String line) {
        return line.replaceFirst(" id: \\d+$", "");
    }

    /** As the launcher's settings say it; the archive of classes holds for this very order. */
    private String classPath() throws IOException {
        try (Stream<String> lines = Files.lines(app().resolve(NAME + ".cfg"))) {
            return lines.filter(line -> line.startsWith("app.classpath="))
                    .map(line -> line.substring("app.classpath=".length()).replace("$APPDIR", app().toString()))
                    .collect(Collectors.joining(System.getProperty("path.separator")));
        }
    }

    private Path root() {
        return images.resolve(mac() ? NAME + ".app" : NAME);
    }

    private Path app() {
        return root().resolve(mac() ? "Contents/app" : windows() ? "app" : "lib/app");
    }

    private String java() {
        Path runtime = root().resolve(mac() ? "Contents/runtime/Contents/Home" : windows() ? "runtime" : "lib/runtime");
        return runtime.resolve("bin").resolve(windows() ? "java.exe" : "java").toString();
    }

    private boolean windows() {
        return system.startsWith("windows");
    }

    private boolean mac() {
        return system.startsWith("mac");
    }

    private String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", windows() ? name + ".exe" : name)
                .toString();
    }

    private void run(String... command) throws IOException, InterruptedException {
        int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (exit != 0) {
            throw new IllegalStateException(Path.of(command[0]).getFileName() + " failed with " + exit + ".");
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static long megabytes(Path path) throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum() / 1_000_000;
        }
    }
}
