package studio.sinopia.measure;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import studio.sinopia.core.Raster;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.annotator.PixelReader;
import studio.sinopia.engine.annotator.Planes;
import studio.sinopia.engine.checkpoint.Pipelines;

/** A picture through an autoencoder and back: what no painting by its model can surpass. Belongs to the thread that opened it. */
public final class RoundTrip implements UnaryOperator<Raster>, AutoCloseable {

    private final PixelReader autoencoder;

    private RoundTrip(PixelReader autoencoder) {
        this.autoencoder = autoencoder;
    }

    /**
     * @param model folder of a model in the diffusers layout, or a checkpoint in one file
     * @throws StudioException if it has no autoencoder
     */
    public static RoundTrip open(Path model) throws StudioException {
        return new RoundTrip(PixelReader.open(Pipelines.open(model).part("vae")));
    }

    @Override
    public Raster apply(Raster picture) {
        Planes planes = autoencoder.read(picture); // red, green, blue
        int width = picture.width();
        int[] pixels = new int[Math.toIntExact(picture.size().area())];
        for (int i = 0; i < pixels.length; i++) {
            int rgb = 0;
            for (int plane = 0; plane < 3; plane++) {
                rgb = rgb << 8 | level(planes.at(plane, i % width, i / width));
            }
            pixels[i] = 0xff000000 | rgb;
        }
        return Raster.of(picture.size(), pixels);
    }

    private static int level(float value) {
        return Math.clamp(Math.round((value + 1) * 127.5f), 0, 255);
    }

    @Override
    public void close() {
        autoencoder.close();
    }
}
