package studio.sinopia.world;

import java.util.Arrays;

/**
 * What crayon and watercolour do to a finished drawing. Noise is made once for a size and reused, shifted from scene to
 * scene.
 */
final class Grain {

    private static final int TILE = 256;
    private static final int MASK = TILE - 1;
    private static final int BOARD = 0x26322e;
    private static final int PAPER = 0xfdf9ee;

    private final byte[] wax = new byte[TILE * TILE];
    private final byte[] paper = new byte[TILE * TILE];
    private final byte[] blotch = new byte[TILE * TILE];
    private final byte[] bleed = new byte[TILE * TILE];

    Grain() {
        var dice = new Dice(20_260_101);
        for (int y = 0; y < TILE; y++) {
            for (int x = 0; x < TILE; x++) {
                bleed[y * TILE + x] = (byte) dice.number(0, 255);
            }
        }
        double[] white = new double[TILE * TILE];
        for (int i = 0; i < white.length; i++) {
            white[i] = dice.between(-1, 1);
        }
        double[] streaks = blurred(white, 9, 1, -1);
        store(streaks, wax);
        store(blurred(blurred(white, 2, 1, 0), 2, 0, 1), paper);
        double[] wide = white;
        for (int i = 0; i < 2; i++) {
            wide = blurred(blurred(wide, 21, 1, 0), 21, 0, 1);
        }
        store(wide, blotch);
    }

    /** The mean over {@code length} neighbours in one direction; the tile wraps around. */
    private static double[] blurred(double[] from, int length, int dx, int dy) {
        double[] to = new double[from.length];
        for (int y = 0; y < TILE; y++) {
            for (int x = 0; x < TILE; x++) {
                double sum = 0;
                for (int i = 0; i < length; i++) {
                    sum += from[(y + i * dy & MASK) * TILE + (x + i * dx & MASK)];
                }
                to[y * TILE + x] = sum / length;
            }
        }
        return to;
    }

    /** Scales to a deviation of 50 around 0. */
    private static void store(double[] noise, byte[] tile) {
        double square = 0;
        for (double v : noise) {
            square += v * v;
        }
        double factor = 50 / Math.sqrt(square / noise.length);
        for (int i = 0; i < noise.length; i++) {
            tile[i] = (byte) Math.clamp(Math.round(noise[i] * factor), -127, 127);
        }
    }

    /** Finishes a picture in place. */
    void finish(SceneSpec scene, int[] rgb, int width, Dice dice) {
        int height = rgb.length / width;
        int shift = dice.number(0, TILE * TILE - 1);
        int strength = scene.time() == TimeOfDay.NIGHT ? 26 : 64; // white paper would fog the dark
        switch (scene.style()) {
            case FLAT -> {}
            case PAPER -> cardboard(rgb, width, height, shift);
            case CHALK -> chalk(rgb, width, height, shift);
            case PIXEL -> pixels(rgb, width, height);
            case CRAYON -> crayon(rgb, width, height, shift, strength);
            case WATERCOLOUR -> watercolour(rgb, width, height, shift, strength);
        }
    }

    /** Paper shows through in slanting strokes. */
    private void crayon(int[] rgb, int width, int height, int shift, int strength) {
        int step = TILE * 256 / Math.max(TILE, Math.min(width, height)); // larger pictures have larger grain
        for (int y = 0; y < height; y++) {
            int row = (((y * step) / 256 + shift / TILE) & MASK) * TILE;
            for (int x = 0; x < width; x++) {
                int noise = wax[row + (((x * step) / 256 + shift) & MASK)];
                int i = y * width + x;
                rgb[i] = noise > 0
                        ? towards(rgb[i], PAPER, noise * strength / 150)
                        : towards(rgb[i], 0x282028, -noise / 6);
            }
        }
    }

    /** Edges run, washes dry in blotches, colours are thin. */
    private void watercolour(int[] rgb, int width, int height, int shift, int strength) {
        run(rgb, width, height, shift);
        int step = TILE * 256 / Math.max(TILE, Math.min(width, height));
        for (int y = 0; y < height; y++) {
            int row = (((y * step) / 256 + shift / TILE) & MASK) * TILE;
            for (int x = 0; x < width; x++) {
                int at = row + (((x * step) / 256 + shift) & MASK);
                int wash = (30 + blotch[at] / 3) * strength / 64 + paper[at] / 10;
                int i = y * width + x;
                rgb[i] = wash > 0 ? towards(rgb[i], PAPER, wash) : towards(rgb[i], 0x302840, -wash / 2);
            }
        }
    }

    /** A fine grain on every piece. */
    private void cardboard(int[] rgb, int width, int height, int shift) {
        for (int y = 0; y < height; y++) {
            int row = (y + shift / TILE & MASK) * TILE;
            for (int x = 0; x < width; x++) {
                int noise = paper[row + (x + shift & MASK)];
                int i = y * width + x;
                rgb[i] = towards(rgb[i], noise > 0 ? PAPER : 0x282028, Math.abs(noise) / 8);
            }
        }
    }

    /** The board shows where the chalk did not take. */
    private void chalk(int[] rgb, int width, int height, int shift) {
        int step = TILE * 256 / Math.max(TILE, Math.min(width, height));
        for (int y = 0; y < height; y++) {
            int row = (((y * step) / 256 + shift / TILE) & MASK) * TILE;
            for (int x = 0; x < width; x++) {
                int noise = wax[row + (((x * step) / 256 + shift) & MASK)];
                int i = y * width + x;
                rgb[i] = towards(rgb[i], BOARD, Math.clamp(30 + noise / 2, 0, 127));
            }
        }
    }

    /** Squares in the colour of their middle, rounded to few steps. */
    private static void pixels(int[] rgb, int width, int height) {
        int side = Math.max(2, Math.min(width, height) / 64);
        for (int top = 0; top < height; top += side) {
            for (int left = 0; left < width; left += side) {
                int middle = Math.min(height - 1, top + side / 2) * width + Math.min(width - 1, left + side / 2);
                int colour = stepped(rgb[middle]);
                for (int y = top; y < Math.min(height, top + side); y++) {
                    Arrays.fill(rgb, y * width + left, y * width + Math.min(width, left + side), colour);
                }
            }
        }
    }

    private static int stepped(int rgb) {
        int colour = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int level = ((rgb >> shift & 0xff) * 7 + 127) / 255;
            colour |= (level * 255 / 7) << shift;
        }
        return colour;
    }

    private void run(int[] rgb, int width, int height, int shift) {
        int[] dry = rgb.clone();
        int reach = Math.max(1, Math.min(width, height) / 170);
        int span = 2 * reach + 1;
        for (int y = reach; y < height - reach; y++) {
            for (int x = reach; x < width - reach; x++) {
                int noise = bleed[(y * TILE + x + shift) & (TILE * TILE - 1)] & 0xff;
                int other = (y - reach + (noise & 15) * span / 16) * width + x - reach + (noise >> 4) * span / 16;
                int here = y * width + x;
                int sum = average(dry[here - 1], dry[here + 1]);
                rgb[here] = average(
                        average(dry[here], sum), average(dry[other], average(dry[here - width], dry[here + width])));
            }
        }
    }

    private static int average(int a, int b) {
        return (a & b) + (((a ^ b) & 0xfefefe) >> 1);
    }

    /** @param amount 0 … 127 of 256; more would overflow */
    private static int towards(int from, int to, int amount) {
        int redBlue = from & 0xff00ff;
        int green = from & 0xff00;
        redBlue += (((to & 0xff00ff) - redBlue) * amount) >> 8;
        green += (((to & 0xff00) - green) * amount) >> 8;
        return (redBlue & 0xff00ff) | (green & 0xff00);
    }
}
