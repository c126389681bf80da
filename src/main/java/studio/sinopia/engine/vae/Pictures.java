package studio.sinopia.engine.vae;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;

/** Between tensors and rows of pixels: the only place of the engine where the two meet. */
public final class Pictures {

    private static final int OPAQUE = 0xff000000;
    private static final int HALF = 128;

    private Pictures() {}

    /**
     * One row of a batch of pictures.
     *
     * @param pictures [rows, 3, height, width], -1 … 1; values outside are clamped, what is not a number becomes black
     */
    public static Raster raster(NDArray pictures, int row) {
        Shape shape = pictures.getShape();
        int height = Math.toIntExact(shape.get(2));
        int width = Math.toIntExact(shape.get(3));
        float[] values = pictures.get(row).toFloatArray();
        int area = height * width;
        int[] pixels = new int[area];
        for (int i = 0; i < area; i++) {
            pixels[i] = OPAQUE | level(values[i]) << 16 | level(values[area + i]) << 8 | level(values[2 * area + i]);
        }
        return Raster.of(new Size(width, height), pixels);
    }

    private static int level(float value) {
        return Math.round(Math.clamp((value + 1) * 127.5f, 0, 255));
    }

    /** A picture for an encoder, [1, 3, height, width], -1 … 1. Transparency is ignored. */
    public static NDArray picture(NDManager manager, Raster raster) {
        return tensor(manager, raster, 2f / 255, -1);
    }

    /** A hint for an adapter, [1, 3, height, width], 0 … 1. Transparency is ignored. */
    public static NDArray hint(NDManager manager, Raster raster) {
        return tensor(manager, raster, 1f / 255, 0);
    }

    /** As {@link #hint}, with -1 where the picture is more transparent than not, as ControlNets for inpainting read it. */
    public static NDArray hintWithHoles(NDManager manager, Raster raster) {
        float[] values = hint(manager, raster).toFloatArray();
        int[] pixels = raster.pixels();
        for (int i = 0; i < values.length; i++) {
            values[i] = pixels[i % pixels.length] >>> 24 < HALF ? -1 : values[i];
        }
        return manager.create(values, new Shape(1, 3, raster.height(), raster.width()));
    }

    private static NDArray tensor(NDManager manager, Raster raster, float factor, float offset) {
        int[] pixels = raster.pixels();
        int area = pixels.length;
        float[] values = new float[3 * area];
        for (int i = 0; i < area; i++) {
            values[i] = (pixels[i] >> 16 & 0xff) * factor + offset;
            values[area + i] = (pixels[i] >> 8 & 0xff) * factor + offset;
            values[2 * area + i] = (pixels[i] & 0xff) * factor + offset;
        }
        return manager.create(values, new Shape(1, 3, raster.height(), raster.width()));
    }
}
