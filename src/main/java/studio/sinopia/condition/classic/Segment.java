package studio.sinopia.condition.classic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opencv.core.Mat;

/** A straight line between two points of a picture, in pixels. */
record Segment(double x0, double y0, double x1, double y1) {

    private static final double STRAIGHT = Math.cos(Math.toRadians(4)); // as one direction counts what differs by less
    private static final double BESIDE = 4; // two edges of one stroke lie closer than this, pixels
    private static final double GAP = 0.15; // of the longer piece: what may be missing between two pieces

    double length() {
        return Math.hypot(x1 - x0, y1 - y0);
    }

    /**
     * The same lines in fewer pieces.
     *
     * @param segments longest first
     */
    static List<Segment> joined(List<Segment> segments) {
        List<Segment> current = segments;
        int before;
        do {
            before = current.size();
            List<Segment> next = new ArrayList<>();
            for (Segment each : current) {
                add(each, next);
            }
            current = next;
        } while (current.size() < before);
        return current;
    }

    private static void add(Segment segment, List<Segment> to) {
        for (int i = 0; i < to.size(); i++) {
            Optional<Segment> both = to.get(i).joinedWith(segment);
            if (both.isPresent()) {
                to.set(i, both.get());
                return;
            }
        }
        to.add(segment);
    }

    /** One line instead of two if {@code shorter} goes on with this one, or runs just beside it. */
    private Optional<Segment> joinedWith(Segment shorter) {
        double length = length();
        double ux = (x1 - x0) / length;
        double uy = (y1 - y0) / length;
        double cosine = (ux * (shorter.x1 - shorter.x0) + uy * (shorter.y1 - shorter.y0)) / shorter.length();
        if (!(Math.abs(cosine) >= STRAIGHT)) {
            return Optional.empty();
        }
        double from = Math.min(along(shorter.x0, shorter.y0, ux, uy), along(shorter.x1, shorter.y1, ux, uy));
        double to = Math.max(along(shorter.x0, shorter.y0, ux, uy), along(shorter.x1, shorter.y1, ux, uy));
        double beside = Math.max(across(shorter.x0, shorter.y0, ux, uy), across(shorter.x1, shorter.y1, ux, uy));
        if (beside > BESIDE || from > length * (1 + GAP) || to < -length * GAP) {
            return Optional.empty();
        }
        double start = Math.min(0, from);
        double end = Math.max(length, to);
        return Optional.of(new Segment(x0 + ux * start, y0 + uy * start, x0 + ux * end, y0 + uy * end));
    }

    private double along(double x, double y, double ux, double uy) {
        return (x - x0) * ux + (y - y0) * uy;
    }

    private double across(double x, double y, double ux, double uy) {
        return Math.abs((y - y0) * ux - (x - x0) * uy);
    }

    /** The mean difference of lightness between both sides, 0 … 1. */
    double contrast(Mat grey) {
        int samples = (int) Math.max(2, length() / 2);
        double nx = -(y1 - y0) / length();
        double ny = (x1 - x0) / length();
        double sum = 0;
        for (int i = 0; i < samples; i++) {
            double x = x0 + (x1 - x0) * (i + 0.5) / samples;
            double y = y0 + (y1 - y0) * (i + 0.5) / samples;
            sum += Math.abs(at(grey, x + 2 * nx, y + 2 * ny) - at(grey, x - 2 * nx, y - 2 * ny));
        }
        return sum / samples / 255;
    }

    private static double at(Mat grey, double x, double y) {
        int column = (int) Math.clamp(Math.rint(x), 0, grey.cols() - 1);
        int row = (int) Math.clamp(Math.rint(y), 0, grey.rows() - 1);
        return grey.get(row, column)[0];
    }
}
