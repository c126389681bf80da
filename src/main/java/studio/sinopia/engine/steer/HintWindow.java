package studio.sinopia.engine.steer;

import ai.djl.ndarray.NDArray;

/**
 * A hint as an adapter adds it to its first features, seen through windows of the canvas.
 *
 * @param embedded [1, channels, height, width] in cells of the latent
 */
record HintWindow(NDArray embedded) {

    NDArray seen(CanvasWindow window) {
        return window.cut(embedded);
    }
}
