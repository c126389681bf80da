package studio.sinopia.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import studio.sinopia.condition.classic.Webp;
import studio.sinopia.core.AtomicFile;
import studio.sinopia.core.PictureFile;
import studio.sinopia.core.Raster;
import studio.sinopia.core.StudioException;

/** Reads pictures of every kind that people have: those that {@link PictureFile} knows, and WebP. */
public final class AnyPicture {

    private static final int FIRST_BYTES = 32;

    private AnyPicture() {}

    /** @throws StudioException as {@link PictureFile#read} does */
    public static Raster read(Path file) throws StudioException {
        return isWebp(file) ? webp(file) : PictureFile.read(file);
    }

    private static boolean isWebp(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Webp.fits(in.readNBytes(FIRST_BYTES));
        } catch (IOException unreadable) { // what is wrong is said by who reads it
            return false;
        }
    }

    private static Raster webp(Path file) throws StudioException {
        try {
            return Webp.decode(Files.readAllBytes(file), file.toString());
        } catch (IOException failure) {
            throw new StudioException(AtomicFile.problem(file, failure), failure);
        }
    }
}
