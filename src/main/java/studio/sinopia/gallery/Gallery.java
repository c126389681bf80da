package studio.sinopia.gallery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import studio.sinopia.core.AtomicFile;
import studio.sinopia.core.Raster;
import studio.sinopia.core.StudioException;
import studio.sinopia.export.PictureExport;
import studio.sinopia.recipe.Recipe;

/**
 * The folder of finished pictures. Names begin with the local time, {@code 2026-03-01_14-05-09_42.png} for seed 42, so
 * that any file browser shows them in order. A picture is there whole or not at all.
 */
public final class Gallery {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd_HH-mm-ss").withZone(ZoneId.systemDefault());
    private static final String ENDING = ".png";

    private final Path folder;
    private final Clock clock;
    private final PictureExport export;
    private final Pins pins;
    private final Trash trash;

    /**
     * A picture in the gallery.
     *
     * @param file PNG with its recipe inside, unless somebody put another there
     * @param made when it was kept
     */
    public record Picture(Path file, Instant made) {}

    /**
     * A picture in the trash.
     *
     * @param lies where it lies now
     * @param file where it was
     */
    public record Deleted(Path lies, Path file) {}

    public Gallery(Path folder, Clock clock, PictureExport export) {
        this.folder = folder;
        this.pins = new Pins(folder);
        this.trash = new Trash(folder);
        this.clock = clock;
        this.export = export;
    }

    public Path folder() {
        return folder;
    }

    /**
     * Stores a finished picture with its recipe.
     *
     * @throws StudioException if there is no space, or the folder cannot be written
     */
    public synchronized Path keep(Raster picture, Recipe recipe) throws StudioException {
        String name = TIME.format(clock.instant()) + "_" + recipe.seed();
        Path file = folder.resolve(name + ENDING);
        for (int next = 2; Files.exists(file); next++) {
            file = folder.resolve(name + "_" + next + ENDING);
        }
        export.write(file, picture, recipe);
        return file;
    }

    /** Names of the files that their owner marked. */
    Set<String> pinned() throws StudioException {
        return pins.names();
    }

    /** Marks a picture, or takes the mark away. */
    public synchronized void pin(Path picture, boolean pinned) throws StudioException {
        pins.set(picture.getFileName().toString(), pinned);
    }

    /** Moves a picture to the trash, where it stays for thirty days. */
    public synchronized Deleted delete(Path picture) throws StudioException {
        return new Deleted(trash.take(picture, clock.instant()), picture);
    }

    /** Takes a picture back from the trash. */
    public synchronized void restore(Deleted deleted) throws StudioException {
        trash.giveBack(deleted.lies(), deleted.file());
    }

    /** Removes what has lain in the trash for too long. */
    public void emptyTrash() {
        trash.empty(clock.instant());
    }

    /** The pictures, newest first. A folder that is not there yet is empty. */
    public List<Picture> newestFirst() throws StudioException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Gallery::isPicture)
                    .flatMap(file -> picture(file).stream())
                    .sorted(Comparator.comparing(Picture::made)
                            .thenComparing(picture -> picture.file().toString())
                            .reversed())
                    .toList();
        } catch (IOException failure) {
            throw new StudioException(AtomicFile.problem(folder, failure), failure);
        } catch (UncheckedIOException failure) {
            throw new StudioException(AtomicFile.problem(folder, Objects.requireNonNull(failure.getCause())), failure);
        }
    }

    private static boolean isPicture(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(ENDING) && !name.startsWith(".");
    }

    private static Optional<Picture> picture(Path file) {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.isRegularFile()
                    ? Optional.of(
                            new Picture(file, attributes.lastModifiedTime().toInstant()))
                    : Optional.empty();
        } catch (IOException justDeleted) {
            return Optional.empty();
        }
    }
}
