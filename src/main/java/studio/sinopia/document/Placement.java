package studio.sinopia.document;

import studio.sinopia.core.Size;

/**
 * Where an old canvas lies on a new one: shrunk or enlarged without changing its shape, then centred.
 *
 * @param scale new pixels for each old one
 * @param dx new pixels from the left edge to the old canvas
 * @param dy new pixels from the top edge to the old canvas
 */
record Placement(double scale, double dx, double dy) {

    /** The largest placement at which all of {@code from} stays inside {@code to}. */
    static Placement inside(Size from, Size to) {
        double scale = Math.min((double) to.width() / from.width(), (double) to.height() / from.height());
        return new Placement(scale, (to.width() - scale * from.width()) / 2, (to.height() - scale * from.height()) / 2);
    }

    double x(double oldX) {
        return oldX * scale + dx;
    }

    double y(double oldY) {
        return oldY * scale + dy;
    }
}
