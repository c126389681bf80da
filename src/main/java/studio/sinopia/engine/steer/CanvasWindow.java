package studio.sinopia.engine.steer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;

/**
 * A part of the canvas, in cells of the latent.
 *
 * @param x left
 * @param y top
 * @param width of the window
 * @param height of the window
 * @param canvasWidth of the whole
 * @param canvasHeight of the whole
 */
public record CanvasWindow(int x, int y, int width, int height, int canvasWidth, int canvasHeight) {

    public CanvasWindow {
        if (x < 0 || y < 0 || width < 1 || height < 1 || x + width > canvasWidth || y + height > canvasHeight) {
            throw new IllegalArgumentException("Window %d,%d %d x %d lies outside the canvas of %d x %d"
                    .formatted(x, y, width, height, canvasWidth, canvasHeight));
        }
    }

    /** The whole canvas. */
    public static CanvasWindow whole(int canvasWidth, int canvasHeight) {
        return new CanvasWindow(0, 0, canvasWidth, canvasHeight, canvasWidth, canvasHeight);
    }

    /** Which cells of a tensor [rows, channels, canvasHeight, canvasWidth] it shows. */
    public NDIndex index() {
        return new NDIndex(":, :, {}:{}, {}:{}", y, y + height, x, x + width);
    }

    /** What of a tensor of the whole canvas it shows. */
    public NDArray cut(NDArray whole) {
        return isWhole() ? whole : whole.get(index());
    }

    public boolean isWhole() {
        return width == canvasWidth && height == canvasHeight;
    }
}
