package studio.sinopia.engine.timing;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import studio.sinopia.core.Raster;
import studio.sinopia.engine.tensor.NoiseStream;
import studio.sinopia.engine.tensor.Torch;
import studio.sinopia.engine.vae.LinearPreview;

/** One latent, to be previewed again and again. The work does not depend on what a preview has learned. */
public final class PreviewTiming implements AutoCloseable {

    private final LinearPreview preview;
    private final NDArray latent;

    /**
     * @param channels of the latent
     * @param latentSide its rows and columns
     * @param reduction pixels of a side that become one cell
     */
    public PreviewTiming(Torch torch, int channels, int latentSide, int reduction) {
        this.preview = new LinearPreview(channels, reduction);
        this.latent = new NoiseStream(1, 0, 0, "latent")
                .normal(torch.manager(), new Shape(1, channels, latentSide, latentSide));
    }

    /** Paints once; seconds. */
    public double paint() {
        long start = System.nanoTime();
        Raster painted = preview.paint(latent);
        double seconds = (System.nanoTime() - start) * 1e-9;
        if (painted.size().width() < latent.getShape().get(3)) {
            throw new IllegalStateException("The preview is smaller than the latent");
        }
        return seconds;
    }

    @Override
    public void close() {
        latent.close();
    }
}
