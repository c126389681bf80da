package studio.sinopia.ui.canvas;

import studio.sinopia.core.Size;

/**
 * How the sheets lie on the desk, in document pixels: the drawing at the origin, the picture where there is room for it.
 *
 * @param size of each sheet
 * @param place of the picture
 */
record Sheets(Size size, Place place) {

    /** Where the picture lies. */
    enum Place {
        /** On the drawing. */
        OVER,
        RIGHT,
        BELOW
    }

    private static final double GAP = 0.03; // of the width of a sheet
    private static final double WORTH_STACKING = 1.15; // how much larger sheets must get to lie below each other
    private static final double LEFT = 72; // screen pixels for the tools
    private static final double TOP = 66; // for their options
    private static final double RIGHT = 20;
    private static final double BOTTOM = 60; // for zoom and caption
    private static final double BOTTOM_BELOW = 88; // where the caption reaches into the corner of the zoom

    /** Side by side, the picture lies to the right, or below where the window is so narrow that both get larger. */
    static Sheets of(Size size, ViewMode mode, double canvasWidth, double canvasHeight) {
        if (mode != ViewMode.SIDE_BY_SIDE) {
            return new Sheets(size, Place.OVER);
        }
        var right = new Sheets(size, Place.RIGHT);
        var below = new Sheets(size, Place.BELOW);
        double larger = below.scaleIn(below.free(canvasWidth, canvasHeight))
                / right.scaleIn(right.free(canvasWidth, canvasHeight));
        return larger > WORTH_STACKING ? below : right;
    }

    double width() {
        return place == Place.RIGHT ? size.width() + pictureX() : size.width();
    }

    double height() {
        return place == Place.BELOW ? size.height() + pictureY() : size.height();
    }

    /** Where the sheet of the picture begins. */
    double pictureX() {
        return place == Place.RIGHT ? Math.round(size.width() * (1 + GAP)) : 0;
    }

    double pictureY() {
        return place == Place.BELOW ? Math.round(size.height() + size.width() * GAP) : 0;
    }

    /** The part of the canvas that the bars floating over it leave free. */
    Viewport.Room free(double canvasWidth, double canvasHeight) {
        double bottom = place == Place.BELOW ? BOTTOM_BELOW : BOTTOM;
        return new Viewport.Room(LEFT, TOP, canvasWidth - LEFT - RIGHT, canvasHeight - TOP - bottom);
    }

    /** The place on the drawing for a place on the desk: one can draw on the picture too. */
    double onSheetX(double x) {
        return place == Place.RIGHT ? onSheet(x, size.width(), pictureX()) : x;
    }

    /** As {@link #onSheetX}, from top to bottom. */
    double onSheetY(double y) {
        return place == Place.BELOW ? onSheet(y, size.height(), pictureY()) : y;
    }

    private static double onSheet(double at, int side, double picture) {
        return at >= picture - (picture - side) / 2 ? at - picture : at;
    }

    private double scaleIn(Viewport.Room room) {
        return Math.min(room.width() / width(), room.height() / height());
    }
}
