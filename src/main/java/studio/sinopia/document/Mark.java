package studio.sinopia.document;

import java.util.List;
import studio.sinopia.core.Colour;

/**
 * One thing left on a layer by one movement of the hand. Erasing is a stroke in {@link #NOTHING}. Marks are kept as
 * vectors and painted in order, so a layer can be painted again at another size.
 */
public sealed interface Mark {

    /** The colour of what says nothing: black is the ground of every map. */
    Colour NOTHING = Colour.BLACK;

    /** The colour of lines. */
    Colour LINE = Colour.WHITE;

    Colour colour();

    /** The same mark on a canvas that was scaled and shifted. */
    Mark moved(Placement placement);

    /** About how much memory it takes. */
    long bytes();

    /**
     * A brush or eraser stroke: straight pieces with round joints, so short that they look like a curve.
     *
     * @param points at least one
     * @param width of the brush in document pixels at full pressure, greater than 0
     * @param colour what the brush leaves
     */
    record Stroke(List<StrokePoint> points, double width, Colour colour) implements Mark {
        private static final int BYTES_A_POINT = 44;

        public Stroke {
            points = List.copyOf(points);
            if (points.isEmpty() || !(width > 0)) {
                throw new IllegalArgumentException("Stroke needs a point and a width above 0, got %d points, width %s"
                        .formatted(points.size(), width));
            }
        }

        @Override
        public Mark moved(Placement placement) {
            return new Stroke(
                    points.stream()
                            .map(p -> new StrokePoint(placement.x(p.x()), placement.y(p.y()), p.pressure()))
                            .toList(),
                    width * placement.scale(),
                    colour);
        }

        @Override
        public long bytes() {
            return 64 + (long) points.size() * BYTES_A_POINT;
        }
    }

    /**
     * A bucket fill: recolours the area of one colour around a pixel.
     *
     * @param x document pixels from the left
     * @param y document pixels from the top
     */
    record Fill(double x, double y, Colour colour) implements Mark {
        @Override
        public Mark moved(Placement placement) {
            return new Fill(placement.x(x), placement.y(y), colour);
        }

        @Override
        public long bytes() {
            return 48;
        }
    }
}
