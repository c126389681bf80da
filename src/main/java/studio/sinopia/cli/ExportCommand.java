package studio.sinopia.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.sinopia.core.AtomicFile;
import studio.sinopia.core.PictureFile;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Raster;
import studio.sinopia.core.StudioException;
import studio.sinopia.export.AnyPicture;
import studio.sinopia.export.NamePattern;
import studio.sinopia.export.PictureExport;
import studio.sinopia.export.PictureFormat;
import studio.sinopia.export.PictureSheet;
import studio.sinopia.export.RecipePicture;
import studio.sinopia.library.ModelHashes;
import studio.sinopia.recipe.Recipe;

/**
 * {@code sinopia export PICTURES… -o DIR}: copies pictures under names made of what they say, in the format wished; or, with
 * {@code --sheet}, lays them out on one contact sheet.
 */
@Command(
        name = "export",
        description = {
            "Write pictures under other names and in other formats, or on a contact sheet.",
            "Names are made of [seed] [prompt] [model] [steps] [cfg] [sampler] [width] [height] [date] [time] [number] [name]."
        },
        sortOptions = false)
final class ExportCommand implements Callable<Integer> {

    private final Workbench bench;

    @Parameters(paramLabel = "PICTURE", arity = "1..*", description = "Pictures, or folders of them.")
    private List<Path> pictures = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            required = true,
            description = "Folder to write to; with --sheet the PNG file of the sheet.")
    private Path output = Path.of("");

    @Option(names = "--name", paramLabel = "PATTERN", description = "Name of each file, default [name].")
    private String name = "[name]";

    @Option(
            names = "--format",
            paramLabel = "png|jpeg|webp",
            description = "Default png, which alone carries the whole recipe.")
    private PictureFormat format = PictureFormat.PNG;

    @Option(names = "--quality", paramLabel = "Q", description = "Of JPEG and WebP, 1 to 100, default 92.")
    private int quality = PictureFormat.STANDARD_QUALITY;

    @Option(names = "--sheet", description = "One contact sheet of all pictures.")
    private boolean sheet;

    @Option(names = "--columns", paramLabel = "N", description = "Pictures beside each other on the sheet, default 6.")
    private int columns = 6;

    @Option(names = "--side", paramLabel = "N", description = "Longest side on the sheet in pixels, default 256.")
    private int side = 256;

    ExportCommand(Workbench bench) {
        this.bench = bench;
    }

    @Override
    public Integer call() throws StudioException {
        Amounts.check("--quality", quality, 1, 100);
        Amounts.check("--columns", columns, 1, 100);
        Amounts.check("--side", side, 16, 4096);
        List<Path> files = files();
        if (sheet) {
            contacts(files);
        } else {
            copies(files);
        }
        return ExitCode.DONE;
    }

    private void contacts(List<Path> files) throws StudioException {
        OutputFile.checkPicture(output);
        List<Raster> rasters = new ArrayList<>();
        List<String> captions = new ArrayList<>();
        for (Path file : files) {
            bench.stop().throwIfRequested();
            rasters.add(AnyPicture.read(file));
            captions.add(title(file));
        }
        PictureFile.write(output, PictureSheet.contacts(rasters, captions, Math.min(columns, files.size()), side));
        bench.console().say(output.toString());
    }

    private void copies(List<Path> files) throws StudioException {
        NamePattern pattern = NamePattern.parse(name);
        var export = new PictureExport(
                bench.program().shippedModel(), new ModelHashes(bench.folders().hashes()));
        for (int i = 0; i < files.size(); i++) {
            bench.stop().throwIfRequested();
            Path file = files.get(i);
            Raster picture = AnyPicture.read(file);
            Optional<Recipe> recipe = recipe(file);
            var facts = new NamePattern.Facts(
                    recipe.orElse(Recipe.of("", picture.size(), 0)), made(file), i + 1, title(file));
            Path target = free(output.resolve(pattern.name(facts) + format.ending()));
            OutputFile.check(target);
            if (recipe.isPresent()) {
                export.write(target, picture, recipe.get(), quality);
            } else {
                export.write(target, picture, quality);
            }
            bench.console().say(target.toString());
        }
    }

    private List<Path> files() throws StudioException {
        List<Path> files = new ArrayList<>();
        for (Path each : pictures) {
            if (Files.isDirectory(each)) {
                files.addAll(inside(each));
            } else {
                files.add(each);
            }
        }
        if (files.isEmpty()) {
            throw new StudioException(
                    new Problem("There are no pictures.", pictures.getFirst().toString(), "Name some."));
        }
        return files;
    }

    /** The pictures of a folder, by name. */
    static List<Path> inside(Path folder) throws StudioException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(ExportCommand::isPicture).sorted().toList();
        } catch (IOException failure) {
            throw new StudioException(AtomicFile.problem(folder, failure), failure);
        }
    }

    private static boolean isPicture(Path file) {
        String title = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return !title.startsWith(".") && PictureFormat.of(file).isPresent() && Files.isRegularFile(file);
    }

    private static Optional<Recipe> recipe(Path file) throws StudioException {
        return RecipePicture.carriesRecipe(file) ? Optional.of(RecipePicture.recipe(file)) : Optional.empty();
    }

    private static java.time.Instant made(Path file) throws StudioException {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException failure) {
            throw new StudioException(AtomicFile.problem(file, failure), failure);
        }
    }

    private static String title(Path file) {
        return file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    }

    /** Nothing is written over. */
    private static Path free(Path wished) {
        Path free = wished;
        for (int number = 2; Files.exists(free); number++) {
            free = OutputFile.numbered(wished, number);
        }
        return free;
    }
}
