package studio.sinopia.world;

import java.awt.BasicStroke;
import java.awt.Shape;

/**
 * A kite in the air.
 *
 * @param anchorX where its string ends, in scene units
 * @param anchorY where its string ends, in scene units
 */
record Kite(Place place, Tone cloth, Tone other, double anchorX, double anchorY) implements Thing {

    private static final double SAG = 0.05;
    private static final float STRING = 0.005f;

    static Kite random(Dice dice) {
        double height = dice.between(0.2, 0.26);
        Tone cloth = dice.pick(Tone.RED, Tone.YELLOW, Tone.BLUE, Tone.GREEN, Tone.ORANGE, Tone.PURPLE, Tone.PINK);
        Tone other = dice.pick(Tone.YELLOW, Tone.WHITE, Tone.RED);
        return new Kite(new Place(0, 0, height * 0.74, height), cloth, other == cloth ? Tone.WHITE : other, 0, 0);
    }

    /** Moves the end of the string along. */
    @Override
    public Kite at(Place where) {
        return new Kite(where, cloth, other, where.x() + where.width() * 0.4, where.foot() + where.height() * 0.7);
    }

    /** The same kite with the end of its string here. */
    Kite heldAt(double x, double y) {
        return new Kite(place, cloth, other, x, y);
    }

    @Override
    public Label label() {
        return Label.KITE;
    }

    @Override
    public Home home() {
        return Home.AIR;
    }

    @Override
    public Wording wording() {
        return Wording.of(Words.of("kite")).coloured(cloth).doing(Deed.FLYING);
    }

    @Override
    public void paint(Brush brush) {
        Frame frame = Frame.of(place);
        int far = brush.light().on(other.rgb());
        brush.tint(string(), brush.light().on(0xf4f0e8), 0.9);
        brush.fill(
                frame.polygon(0, 1, 0.5, 0.64, 0, 0, -0.5, 0.64), brush.light().on(cloth.rgb()));
        brush.fill(frame.polygon(0, 1, 0.5, 0.64, 0, 0.64), far);
        brush.fill(frame.polygon(0, 0.64, 0, 0, -0.5, 0.64), far);
    }

    private Shape string() {
        double middle = (place.x() + anchorX) / 2;
        double low = (place.foot() + anchorY) / 2 + SAG;
        return new BasicStroke(STRING)
                .createStrokedShape(Outline.bow(place.x(), place.foot(), middle, low, anchorX, anchorY));
    }
}
