package studio.sinopia.ui.canvas;

/**
 * Where the document lies on the screen.
 *
 * @param scale screen pixels for each document pixel
 * @param x screen position of the document's left edge
 * @param y screen position of the document's top edge
 */
record Viewport(double scale, double x, double y) {

    static final double SMALLEST = 0.01;
    static final double LARGEST = 256;

    /** The largest view at which {@code width} x {@code height} document pixels fit into a part of the screen, centred. */
    static Viewport fitting(double width, double height, Room room) {
        double scale = Math.min(room.width() / width, room.height() / height);
        return centred(width, height, room, Math.clamp(scale, SMALLEST, LARGEST));
    }

    /** In the middle of a part of the screen. */
    static Viewport centred(double width, double height, Room room, double scale) {
        return new Viewport(
                scale,
                Math.round(room.x() + (room.width() - width * scale) / 2),
                Math.round(room.y() + (room.height() - height * scale) / 2));
    }

    /** A part of the screen, in pixels. */
    record Room(double x, double y, double width, double height) {}

    /** Enlarged so that the document point under the screen point stays where it is. */
    Viewport zoomed(double screenX, double screenY, double factor) {
        double next = Math.clamp(scale * factor, SMALLEST, LARGEST);
        return new Viewport(next, screenX - (screenX - x) * next / scale, screenY - (screenY - y) * next / scale);
    }

    Viewport panned(double dx, double dy) {
        return new Viewport(scale, x + dx, y + dy);
    }

    double documentX(double screenX) {
        return (screenX - x) / scale;
    }

    double documentY(double screenY) {
        return (screenY - y) / scale;
    }

    double screenX(double documentX) {
        return x + documentX * scale;
    }

    double screenY(double documentY) {
        return y + documentY * scale;
    }
}
