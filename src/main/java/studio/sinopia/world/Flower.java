package studio.sinopia.world;

import java.awt.Shape;
import java.util.ArrayList;
import java.util.List;

/** A flower on its stem. */
record Flower(Place place, Tone petals) implements Thing {

    static Flower random(Dice dice) {
        double height = 0.22;
        return new Flower(
                new Place(0, 0, height * 0.56, height),
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
        return Wording.of("flower").coloured(petals);
    }

    @Override
    public void paint(Brush brush) {
        double w = place.width();
        double h = place.height();
        double x = place.x();
        double y = place.top() + w * 0.5;
        int green = brush.light().on(0x4c9440);
        brush.fill(Brush.limb(w * 0.1, x, place.foot() - w * 0.05, x, y), green);
        if (h > 0.12) {
            double leaf = place.foot() - h * 0.22;
            brush.fill(
                    Outline.curved(
                            x,
                            leaf,
                            x + w * 0.14,
                            leaf - h * 0.16,
                            x + w * 0.42,
                            leaf - h * 0.14,
                            x + w * 0.3,
                            leaf,
                            x,
                            leaf),
                    green);
        }
        List<Shape> ring = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            double angle = i * 2 * Math.PI / 5 - Math.PI / 2;
            ring.add(Outline.circle(x + w * 0.27 * Math.cos(angle), y + w * 0.27 * Math.sin(angle), w * 0.215));
        }
        brush.fillTogether(ring, brush.light().on(petals.rgb()));
        int heart = petals == Tone.YELLOW ? 0xc07830 : 0xf8d048;
        brush.fill(Outline.circle(x, y, w * 0.15), brush.light().on(heart));
    }
}
