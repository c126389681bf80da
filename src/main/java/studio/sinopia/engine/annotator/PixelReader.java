package studio.sinopia.engine.annotator;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.tensor.TensorScope;
import studio.sinopia.engine.tensor.Torch;
import studio.sinopia.engine.vae.Autoencoder;
import studio.sinopia.engine.vae.Autoencoders;
import studio.sinopia.engine.weights.ModelPart;

/**
 * Looks at a picture through a network in the form of an autoencoder: from the picture to any number of planes of its
 * size or smaller. An autoencoder proper gives the picture back in three planes; one that was trained to read gives what it reads, for
 * example a plane for each class. Belongs to the thread that opened it.
 */
public final class PixelReader implements AutoCloseable {

    private final Torch torch;
    private final Autoencoder network;

    private PixelReader(Torch torch, Autoencoder network) {
        this.torch = torch;
        this.network = network;
    }

    /**
     * Opens libtorch on the CPU and the network of a folder in the diffusers layout.
     *
     * @throws StudioException if the folder holds no such network
     */
    public static PixelReader open(Path folder) throws StudioException {
        return open(ModelPart.open(folder));
    }

    /** As {@link #open(Path)}, wherever the network lies. */
    public static PixelReader open(ModelPart part) throws StudioException {
        Torch torch = Torch.open();
        try {
            return new PixelReader(torch, Autoencoders.load(torch, part));
        } catch (StudioException | RuntimeException failure) {
            torch.close();
            throw failure;
        }
    }

    /**
     * Reads a picture.
     *
     * @param picture sides divisible by the network's reduction
     * @return as the network gives it: about -1 … 1 for pictures
     */
    public Planes read(Raster picture) {
        try (var scope = new TensorScope(torch.manager())) {
            NDArray latent =
                    network.moments(tensor(picture)).mean(); // [1, channels, height/reduction, width/reduction]
            NDArray planes = network.decodeOwn(latent); // [1, planes, height, width], perhaps smaller than the picture
            Shape shape = planes.getShape();
            var size = new Size(Math.toIntExact(shape.get(3)), Math.toIntExact(shape.get(2)));
            return new Planes(size, planes.toFloatArray());
        }
    }

    /** [1, 3, height, width], -1 … 1. */
    private NDArray tensor(Raster picture) {
        int[] pixels = picture.pixels();
        float[] values = new float[3 * pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            values[i] = level(pixels[i] >> 16);
            values[pixels.length + i] = level(pixels[i] >> 8);
            values[2 * pixels.length + i] = level(pixels[i]);
        }
        return torch.manager().create(values, new Shape(1, 3, picture.height(), picture.width()));
    }

    private static float level(int sample) {
        return (sample & 0xff) / 127.5f - 1;
    }

    @Override
    public void close() {
        network.close();
        torch.close();
    }
}
