package studio.sinopia.world;

import java.awt.Shape;
import java.util.ArrayList;
import java.util.List;

/** A flower on its stem. */
record Flower(Place place, Tone petals) implements Thing {

    private static final double HEIGHT = 0.22;
    private static final int PETALS = 5;

    /** Below this height, in scene units, a leaf would only be a speck. */
    private static final double LEAFLESS = 0.12;

    static Flower random(Dice dice) {
        return new Flower(
                new Place(0, 0, HEIGHT * 0.56, HEIGHT),
                dice.pick(Tone.RED, Tone.YELLOW, Tone.PINK, Tone.WHITE, Tone.PURPLE, Tone.ORANGE, Tone.BLUE));
    }

    @Override
    public Flower at(Place where) {
        return new Flower(where, petals);
    }

    @Override
    public Label label() {
        return Label.FLOWER;
    }

    @Override
    public Wording wording() {
        return Wording.of(Words.of("flower")).coloured(petals);
    }

    @Override
    public void paint(Brush brush) {
        double width = place.width();
        Frame stem = Frame.of(place);
        Frame blossom = Frame.around(place.x(), place.top() + width / 2, width);
        int green = brush.light().on(0x4c9440);
        brush.fill(
                Outline.limb(0.1 * width, place.x(), place.foot() - 0.05 * width, blossom.x(), blossom.foot()), green);
        if (place.height() > LEAFLESS) {
            brush.fill(
                    stem.pen(0, 0.22)
                            .bend(0.14, 0.38, 0.42, 0.36)
                            .bend(0.3, 0.22, 0, 0.22)
                            .close(),
                    green);
        }
        List<Shape> ring = new ArrayList<>();
        for (int i = 0; i < PETALS; i++) {
            double angle = i * 2 * Math.PI / PETALS + Math.PI / 2;
            ring.add(blossom.circle(0.27 * Math.cos(angle), 0.27 * Math.sin(angle), 0.215));
        }
        brush.fillTogether(ring, brush.light().on(petals.rgb()));
        brush.fill(blossom.circle(0, 0, 0.15), brush.light().on(petals == Tone.YELLOW ? 0xc07830 : 0xf8d048));
    }
}
