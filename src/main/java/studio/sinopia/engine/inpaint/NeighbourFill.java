package studio.sinopia.engine.inpaint;

import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;

/**
 * Fills a hole with the colours around it, the smoother the deeper inside. Pull and push (Gortler et al. 1996, "The lumigraph",
 * section 3.4): the known pixels are averaged into ever smaller pictures until no hole is left, and from there what is missing
 * is interpolated back.
 */
public final class NeighbourFill {

    private static final int OPAQUE = 0xff000000;
    private static final int COLOURS = 3;
    private static final int[] SHIFTS = {16, 8, 0};

    private NeighbourFill() {}

    /** Weighted colours of a picture. */
    private static final class Level {
        private final int width;
        private final int height;
        private final float[] values; // red, green and blue of each pixel, 0 … 255, already times its weight
        private final float[] weights; // 0 = nothing known … 1

        Level(int width, int height) {
            this.width = width;
            this.height = height;
            this.values = new float[COLOURS * width * height];
            this.weights = new float[width * height];
        }
    }

    /** The picture with what is white in the mask replaced; where the mask is grey, mixed. A mask all white gives the picture back. */
    public static Raster of(Raster picture, Raster mask) {
        Size size = picture.size();
        Level known = known(picture, mask);
        float sum = 0;
        for (float weight : known.weights) {
            sum += weight;
        }
        if (sum == 0) {
            return picture;
        }
        float[] filled = pulledAndPushed(known);
        int[] pixels = picture.pixels();
        for (int i = 0; i < pixels.length; i++) {
            int argb = OPAQUE;
            for (int c = 0; c < COLOURS; c++) {
                argb |= Math.clamp(Math.round(filled[COLOURS * i + c]), 0, 255) << SHIFTS[c];
            }
            pixels[i] = argb;
        }
        return Masks.mixed(picture, Raster.of(size, pixels), mask);
    }

    private static Level known(Raster picture, Raster mask) {
        int[] pixels = picture.pixels();
        int[] levels = mask.pixels();
        var known = new Level(picture.width(), picture.height());
        for (int i = 0; i < pixels.length; i++) {
            known.weights[i] = Raster.grey(levels[i]) == 0 ? 1 : 0; // a half known pixel would bleed into what is to go
            for (int c = 0; c < COLOURS; c++) {
                known.values[COLOURS * i + c] = known.weights[i] * (pixels[i] >> SHIFTS[c] & 0xff);
            }
        }
        return known;
    }

    /** Full colours for every pixel of a level. */
    private static float[] pulledAndPushed(Level level) {
        boolean hole = false;
        for (float weight : level.weights) {
            hole |= weight < 1;
        }
        if (!hole || level.weights.length == 1) {
            return normalised(level);
        }
        Level half = halved(level);
        float[] coarse = pulledAndPushed(half);
        float[] values = level.values.clone();
        for (int y = 0; y < level.height; y++) {
            for (int x = 0; x < level.width; x++) {
                int i = y * level.width + x;
                float missing = 1 - level.weights[i];
                if (missing > 0) {
                    for (int c = 0; c < COLOURS; c++) {
                        values[COLOURS * i + c] += missing * interpolated(half, coarse, x, y, c);
                    }
                }
            }
        }
        return values;
    }

    private static float[] normalised(Level level) {
        float[] values = level.values.clone();
        for (int i = 0; i < values.length; i++) {
            float weight = level.weights[i / COLOURS];
            values[i] = weight > 0 ? values[i] / weight : 0;
        }
        return values;
    }

    /** Sums of two by two pixels, weights cut at 1. */
    private static Level halved(Level level) {
        var half = new Level((level.width + 1) / 2, (level.height + 1) / 2);
        float[] values = half.values;
        float[] weights = half.weights;
        for (int y = 0; y < level.height; y++) {
            for (int x = 0; x < level.width; x++) {
                int from = y * level.width + x;
                int to = y / 2 * half.width + x / 2;
                weights[to] += level.weights[from];
                for (int c = 0; c < COLOURS; c++) {
                    values[COLOURS * to + c] += level.values[COLOURS * from + c];
                }
            }
        }
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 1) {
                for (int c = 0; c < COLOURS; c++) {
                    values[COLOURS * i + c] /= weights[i];
                }
                weights[i] = 1;
            }
        }
        return half;
    }

    /** A coarse level at a fine pixel, linearly between its pixels' middles. */
    private static float interpolated(Level size, float[] coarse, int x, int y, int colour) {
        float u = (x - 0.5f) / 2;
        float v = (y - 0.5f) / 2;
        int left = (int) Math.floor(u);
        int top = (int) Math.floor(v);
        float upper = mixed(at(size, coarse, left, top, colour), at(size, coarse, left + 1, top, colour), u - left);
        float lower =
                mixed(at(size, coarse, left, top + 1, colour), at(size, coarse, left + 1, top + 1, colour), u - left);
        return mixed(upper, lower, v - top);
    }

    private static float mixed(float a, float b, float share) {
        return a + (b - a) * share;
    }

    private static float at(Level size, float[] values, int x, int y, int colour) {
        int column = Math.clamp(x, 0, size.width - 1);
        int row = Math.clamp(y, 0, size.height - 1);
        return values[COLOURS * (row * size.width + column) + colour];
    }
}
