package studio.sinopia.engine.inpaint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import studio.sinopia.core.Colour;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;

class NeighbourFillTest {

    private static final Size SIZE = new Size(60, 41);
    private static final int WRONG = new Colour(255, 0, 255).argb();

    @Test
    void aHoleInOneColourIsOfThatColourAndNothingOfWhatStoodThereStays() {
        var sky = new Colour(40, 130, 220);
        Raster filled = NeighbourFill.of(withHole(Raster.filled(SIZE, sky)), hole());
        assertEquals(Raster.filled(SIZE, sky), filled);
    }

    @Test
    void aHoleInASlopeIsFilledWithTheSlope() {
        int[] pixels = new int[60 * 41];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = 0xff000000 | (20 + 3 * (i % 60)) * 0x010101;
        }
        Raster slope = Raster.of(SIZE, pixels);
        Raster filled = NeighbourFill.of(withHole(slope), hole());
        for (int y = 0; y < 41; y++) {
            for (int x = 0; x < 60; x++) {
                int difference = Math.abs((filled.argb(x, y) & 0xff) - (slope.argb(x, y) & 0xff));
                assertTrue(difference <= 20, "off by " + difference + " of 60 levels at " + x + "," + y);
            }
        }
    }

    @Test
    void whereNothingIsKnownThePictureStays() {
        Raster picture = withHole(Raster.filled(SIZE, Colour.BLACK));
        assertEquals(picture, NeighbourFill.of(picture, Raster.filled(SIZE, Colour.WHITE)));
    }

    private static boolean inHole(int x, int y) {
        return x >= 20 && x < 40 && y >= 10 && y < 30;
    }

    private static Raster withHole(Raster picture) {
        int[] pixels = picture.pixels();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = inHole(i % 60, i / 60) ? WRONG : pixels[i];
        }
        return Raster.of(SIZE, pixels);
    }

    private static Raster hole() {
        return withHole(Raster.filled(SIZE, Colour.BLACK)).map(argb -> argb == WRONG ? 0xffffffff : argb);
    }
}
