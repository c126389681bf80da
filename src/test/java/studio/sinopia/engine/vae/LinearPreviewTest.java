package studio.sinopia.engine.vae;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.engine.tensor.NoiseStream;
import studio.sinopia.engine.tensor.OpenTorch;
import studio.sinopia.engine.tensor.Torch;

class LinearPreviewTest {

    @RegisterExtension
    final OpenTorch opened = new OpenTorch();

    private final Torch torch = opened.torch();

    private NDArray latent(int seed) {
        return new NoiseStream(seed, 0, 0, "latent").normal(torch.manager(), new Shape(1, 3, 12, 12));
    }

    /** An autoencoder that shows the first three channels, each cell as 8 x 8 pixels, dark in its lower half. */
    private static NDArray decode(NDArray latent) {
        NDArray large = latent.mul(0.3).repeat(2, 8).repeat(3, 8);
        for (int row = 0; row < 12; row++) {
            var lower = new ai.djl.ndarray.index.NDIndex(":, :, {}:{}", row * 8 + 4, row * 8 + 8);
            large.set(lower, large.get(lower).sub(0.4));
        }
        return large;
    }

    @Test
    void itPaintsWhatALinearDecoderPaintsPixelBlockByPixelBlock() {
        var preview = new LinearPreview(3, 8);
        preview.learn(latent(1), decode(latent(1)));
        preview.learn(latent(2), decode(latent(2)));
        Raster painted = preview.paint(latent(3));
        assertEquals(new Size(48, 48), painted.size(), "4 x 4 pixels a cell");
        Raster full = Pictures.raster(decode(latent(3)), 0);
        int worst = 0;
        for (int y = 0; y < 48; y++) {
            for (int x = 0; x < 48; x++) {
                int difference = (painted.argb(x, y) & 0xff) - (full.argb(2 * x, 2 * y) & 0xff);
                worst = Math.max(worst, Math.abs(difference));
            }
        }
        assertTrue(worst <= 4, "blue differs by up to " + worst);
    }

    @Test
    void untaughtItIsGrey() {
        Raster painted = new LinearPreview(3, 8).paint(latent(1));
        assertEquals(0xff808080, painted.argb(5, 5));
    }

    @Test
    void aLatentOfAnotherModelIsAMistake() {
        assertThrows(IllegalArgumentException.class, () -> new LinearPreview(4, 8).paint(latent(1)));
    }
}
