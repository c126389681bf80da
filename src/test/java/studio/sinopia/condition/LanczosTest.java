package studio.sinopia.condition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import studio.sinopia.core.Colour;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;

class LanczosTest {

    @Test
    void oneColourStaysThatColourAtAnySize() {
        Raster flat = Raster.filled(new Size(13, 9), new Colour(17, 130, 250));
        assertEquals(Raster.filled(new Size(40, 31), new Colour(17, 130, 250)), Lanczos.of(flat, new Size(40, 31)));
        assertEquals(Raster.filled(new Size(5, 4), new Colour(17, 130, 250)), Lanczos.of(flat, new Size(5, 4)));
    }

    @Test
    void theSameSizeIsTheSamePicture() {
        Raster noise = Raster.filled(new Size(8, 6), Colour.BLACK).map(argb -> 0xff000000 | (argb * 7919 + 31));
        assertEquals(noise, Lanczos.of(noise, noise.size()));
    }

    @Test
    void anEdgeIsSharperThanByLinearInterpolation() {
        int[] pixels = new int[16 * 4];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = i % 16 < 8 ? 0xff404040 : 0xffc0c0c0;
        }
        Raster edge = Raster.of(new Size(16, 4), pixels);
        Size larger = new Size(64, 16);
        int sharp = steepest(Lanczos.of(edge, larger));
        int soft = steepest(Fitting.picture(edge, larger, FitMode.STRETCH));
        assertTrue(sharp > 1.15 * soft, sharp + " against " + soft);
    }

    private static int steepest(Raster picture) {
        int steepest = 0;
        for (int x = 1; x < picture.width(); x++) {
            steepest = Math.max(steepest, Math.abs((picture.argb(x, 8) & 0xff) - (picture.argb(x - 1, 8) & 0xff)));
        }
        return steepest;
    }
}
