package studio.sinopia.ui.canvas;

import studio.sinopia.core.Size;

/**
 * How the sheets lie on the desk, in document pixels: the drawing at the origin and, side by side, the picture to the
 * right of it.
 *
 * @param size of each sheet
 */
record Sheets(Size size, ViewMode mode) {

    private static final double GAP = 0.03; // of the width of a sheet
    private static final double LEFT = 72; // screen pixels for the tools
    private static final double TOP = 66; // for their options
    private static final double RIGHT = 20;
    private static final double BOTTOM = 60; // for zoom

    double width() {
        return mode == ViewMode.SIDE_BY_SIDE ? size.width() + pictureX() : size.width();
    }

    double height() {
        return size.height();
    }

    /** Where the sheet of the picture begins. */
    double pictureX() {
        return mode == ViewMode.SIDE_BY_SIDE ? Math.round(size.width() * (1 + GAP)) : 0;
    }

    /** The part of the canvas that the bars floating over it leave free. */
    static Viewport.Room free(double canvasWidth, double canvasHeight) {
        return new Viewport.Room(LEFT, TOP, canvasWidth - LEFT - RIGHT, canvasHeight - TOP - BOTTOM);
    }

    /** The place on the drawing for a place on the desk: one can draw on the picture too. */
    double onSheet(double x) {
        return mode == ViewMode.SIDE_BY_SIDE && x >= pictureX() - (pictureX() - size.width()) / 2 ? x - pictureX() : x;
    }
}
