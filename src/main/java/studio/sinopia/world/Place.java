package studio.sinopia.world;

/**
 * Where a thing stands. Lengths are fractions of the picture's height, so {@code x} runs from 0 to the aspect ratio.
 *
 * @param x the middle
 * @param foot where it touches the ground, 0 at the top of the picture
 * @param width greater than 0
 * @param height greater than 0
 */
record Place(double x, double foot, double width, double height) {

    double left() {
        return x - width / 2;
    }

    double right() {
        return x + width / 2;
    }

    double top() {
        return foot - height;
    }

    /** The shared area as a fraction of the smaller of both. */
    double cover(Place other) {
        double w = Math.min(right(), other.right()) - Math.max(left(), other.left());
        double h = Math.min(foot, other.foot) - Math.max(top(), other.top());
        if (w <= 0 || h <= 0) {
            return 0;
        }
        return w * h / Math.min(width * height, other.width * other.height);
    }
}
