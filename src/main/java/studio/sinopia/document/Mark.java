package studio.sinopia.document;

import java.awt.Rectangle;
import java.util.List;
import studio.sinopia.core.Colour;
import studio.sinopia.core.Raster;

/**
 * One thing left on a layer by one movement of the hand. Erasing a map is a stroke in {@link #NOTHING}; on a colour sketch,
 * where black is a colour, it is {@link Erased}. Marks are kept as vectors and painted in order, so a layer can be painted
 * again at another size.
 */
public sealed interface Mark {

    /** The colour of what says nothing: black is the ground of every map. */
    Colour NOTHING = Colour.BLACK;

    /** The colour of lines. */
    Colour LINE = Colour.WHITE;

    Colour colour();

    /** The same mark on a canvas that was scaled and shifted. */
    Mark moved(Placement placement);

    /** The same mark in another colour. */
    Mark recoloured(Colour newColour);

    /** All pixels that it can change, in document pixels; may reach beyond the canvas. */
    Rectangle bounds();

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
        public Stroke moved(Placement placement) {
            return new Stroke(Outlines.moved(points, placement), width * placement.scale(), colour);
        }

        @Override
        public Stroke recoloured(Colour newColour) {
            return new Stroke(points, width, newColour);
        }

        @Override
        public Rectangle bounds() {
            return Outlines.bounds(points, width / 2);
        }

        @Override
        public long bytes() {
            return 64 + (long) points.size() * BYTES_A_POINT;
        }
    }

    /**
     * A filled area with straight sides: lasso, polygon, rectangle, or an ellipse in short pieces.
     *
     * @param corners at least three; the last is joined to the first
     */
    record Polygon(List<StrokePoint> corners, Colour colour) implements Mark {
        public Polygon {
            corners = List.copyOf(corners);
            if (corners.size() < 3) {
                throw new IllegalArgumentException("Polygon needs three corners, got " + corners.size());
            }
        }

        @Override
        public Polygon moved(Placement placement) {
            return new Polygon(Outlines.moved(corners, placement), colour);
        }

        @Override
        public Polygon recoloured(Colour newColour) {
            return new Polygon(corners, newColour);
        }

        @Override
        public Rectangle bounds() {
            return Outlines.bounds(corners, 0);
        }

        @Override
        public long bytes() {
            return 64 + corners.size() * 44L;
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
        public Fill moved(Placement placement) {
            return new Fill(placement.x(x, y), placement.y(x, y), colour);
        }

        @Override
        public Fill recoloured(Colour newColour) {
            return new Fill(x, y, newColour);
        }

        /** How far it reaches, only the pixels know. */
        @Override
        public Rectangle bounds() {
            return Outlines.EVERYWHERE;
        }

        @Override
        public long bytes() {
            return 48;
        }
    }

    /**
     * Pixels that were found by looking at the canvas, for example the area that the lines of another layer enclose.
     *
     * @param region which pixels
     */
    record Patch(Region region, Colour colour) implements Mark {
        @Override
        public Patch moved(Placement placement) {
            return new Patch(region.moved(placement), colour);
        }

        @Override
        public Patch recoloured(Colour newColour) {
            return new Patch(region, newColour);
        }

        @Override
        public Rectangle bounds() {
            return region.bounds();
        }

        @Override
        public long bytes() {
            return 64 + region.bytes();
        }
    }

    /**
     * A change of colour along a line, over the whole layer.
     *
     * @param from where {@code colour} is
     * @param to where {@code end} is
     */
    record Gradient(StrokePoint from, StrokePoint to, Colour colour, Colour end) implements Mark {
        @Override
        public Gradient moved(Placement placement) {
            List<StrokePoint> ends = Outlines.moved(List.of(from, to), placement);
            return new Gradient(ends.get(0), ends.get(1), colour, end);
        }

        @Override
        public Gradient recoloured(Colour newColour) {
            return new Gradient(from, to, newColour, end);
        }

        @Override
        public Rectangle bounds() {
            return Outlines.EVERYWHERE;
        }

        @Override
        public long bytes() {
            return 128;
        }
    }

    /**
     * Words on the layer.
     *
     * @param text one line
     * @param x of its left end
     * @param y of its base line
     * @param height of the letters in document pixels, above 0
     * @param angle radians clockwise
     */
    record Text(String text, double x, double y, double height, double angle, Colour colour) implements Mark {
        public Text {
            if (text.isBlank() || !(height > 0)) {
                throw new IllegalArgumentException(
                        "Text needs letters of a height above 0, got '%s' of %s".formatted(text, height));
            }
        }

        @Override
        public Text moved(Placement placement) {
            return new Text(
                    text,
                    placement.x(x, y),
                    placement.y(x, y),
                    height * placement.scale(),
                    angle + placement.angle(),
                    colour);
        }

        @Override
        public Text recoloured(Colour newColour) {
            return new Text(text, x, y, height, angle, newColour);
        }

        @Override
        public Rectangle bounds() {
            return Outlines.grown(Letters.outline(this).getBounds2D(), 1);
        }

        @Override
        public long bytes() {
            return 96 + 2L * text.length();
        }
    }

    /**
     * A pasted picture.
     *
     * @param picture transparent where it shows what is below
     * @param placement from its pixels to the canvas
     */
    record Pasted(Raster picture, Placement placement) implements Mark {
        @Override
        public Colour colour() {
            return LINE;
        }

        @Override
        public Pasted moved(Placement further) {
            return new Pasted(picture, placement.then(further));
        }

        @Override
        public Pasted recoloured(Colour newColour) {
            return this;
        }

        @Override
        public Rectangle bounds() {
            var whole = new Rectangle(picture.width(), picture.height());
            return Outlines.grown(
                    placement.transform().createTransformedShape(whole).getBounds2D(), 1);
        }

        @Override
        public long bytes() {
            return 128 + 4 * picture.size().area();
        }
    }

    /**
     * Takes away from a colour sketch what another mark would cover.
     *
     * @param shape whose colour does not matter
     */
    record Erased(Mark shape) implements Mark {
        @Override
        public Colour colour() {
            return NOTHING;
        }

        @Override
        public Erased moved(Placement placement) {
            return new Erased(shape.moved(placement));
        }

        @Override
        public Erased recoloured(Colour newColour) {
            return this;
        }

        @Override
        public Rectangle bounds() {
            return shape.bounds();
        }

        @Override
        public long bytes() {
            return 16 + shape.bytes();
        }
    }
}
