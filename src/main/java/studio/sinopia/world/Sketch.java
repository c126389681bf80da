package studio.sinopia.world;

import java.awt.Shape;
import java.util.List;

/**
 * A thing while it is drawn: its frame, its colours in the light of the scene, and short words for what the brush does. In
 * the frame {@code u} runs from -0.5 at the front to 0.5 at the back, {@code v} from 0 at the foot to 1 at the top; radii of
 * circles and widths of lines are in heights.
 */
final class Sketch {

    static final int WOOD = 0x8a5c38;
    static final int STONE = 0xa8a6ae;
    static final int DARK = 0x35333c;
    private static final int INK = 0x2a2430;

    private final Brush brush;
    private final Item item;
    private final Frame frame;

    Sketch(Brush brush, Item item) {
        this.brush = brush;
        this.item = item;
        Place place = item.place();
        frame = new Frame(place.x(), place.foot(), item.toLeft() ? place.width() : -place.width(), place.height());
    }

    Frame frame() {
        return frame;
    }

    Brush brush() {
        return brush;
    }

    /** How a colour looks here. */
    int on(int rgb) {
        return brush.light().on(rgb);
    }

    /** The colour that captions name. */
    int main() {
        return on(item.main().rgb());
    }

    /** The other colour. */
    int second() {
        return on(item.second().rgb());
    }

    int dark() {
        return Pigment.darker(main(), 0.28);
    }

    int pale() {
        return Pigment.lighter(main(), item.main() == Tone.BLACK ? 0.14 : 0.5);
    }

    /** Windows by day or lit. */
    int glass() {
        return brush.light().lampsLit() ? 0xffdc82 : on(0xb9dcee);
    }

    void shadow() {
        brush.shadow(item.place());
    }

    /** Water on the ground under the thing. */
    void poolBelow(Shape shape) {
        brush.under(Label.WATER, () -> brush.fill(shape, on(0x4a92cc)));
    }

    /** A railway that crosses the picture. */
    void rails() {
        double left = -frame.x() - 0.2;
        brush.under(Label.ROAD, () -> {
            brush.fill(Outline.box(left, frame.y(0.1), 2.6, frame.y(-0.08)), on(0x9c8468));
            brush.tint(Outline.box(left, frame.y(0.05), 2.6, frame.y(0)), on(0x55525c), 1);
        });
    }

    void oval(int rgb, double u, double v, double ru, double rv) {
        brush.fill(frame.oval(u, v, ru, rv), rgb);
    }

    void circle(int rgb, double u, double v, double radius) {
        brush.fill(frame.circle(u, v, radius), rgb);
    }

    void box(int rgb, double left, double low, double right, double high) {
        brush.fill(frame.box(left, low, right, high), rgb);
    }

    void polygon(int rgb, double... points) {
        brush.fill(frame.polygon(points), rgb);
    }

    void fill(int rgb, Shape shape) {
        brush.fill(shape, rgb);
    }

    /** A thick line. */
    void limb(int rgb, double width, double... points) {
        brush.fill(limb(width, points), rgb);
    }

    Shape limb(double width, double... points) {
        return frame.limb(width * frame.up(), points);
    }

    /** An upright leg whose round end reaches the ground. */
    Shape leg(double width, double u, double v, double footU) {
        return limb(width, u, v, footU, width / 2);
    }

    void together(int rgb, Shape... shapes) {
        brush.fillTogether(List.of(shapes), rgb);
    }

    /** No outline, only in the picture. */
    void tint(int rgb, Shape shape) {
        brush.tint(shape, rgb, 1);
    }

    /** A darker part of what was painted. */
    void shade(Shape shape) {
        brush.tint(shape, 0x281c40, 0.15);
    }

    void line(int rgb, double width, double... points) {
        brush.line(frame.open(points), width * frame.up(), rgb);
    }

    void eye(double u, double v, double radius) {
        tint(on(item.main() == Tone.BLACK ? 0xf4ecc0 : INK), frame.circle(u, v, radius));
    }

    /** A wheel with its hub. */
    void wheel(double u, double radius) {
        circle(on(DARK), u, radius, radius);
        circle(on(0xc8c8cc), u, radius, 0.45 * radius);
    }
}
