package studio.sinopia.world;

import java.awt.Shape;
import java.util.List;

/** A cat that sits and looks at us. */
record Cat(Place place, Tone fur, Build build, boolean tailLeft) implements Thing {

    static Cat random(Dice dice) {
        Build build = dice.pick(Build.SMALL, Build.USUAL, Build.USUAL);
        double height = 0.24 * build.factor();
        return new Cat(
                new Place(0, 0, height * 0.78, height),
                dice.pick(Tone.ORANGE, Tone.ORANGE, Tone.BLACK, Tone.GREY, Tone.WHITE, Tone.BROWN),
                build,
                dice.chance(0.5));
    }

    @Override
    public Cat at(Place where) {
        return new Cat(where, fur, build, tailLeft);
    }

    @Override
    public Label label() {
        return Label.CAT;
    }

    @Override
    public Wording wording() {
        Words cat = Words.of("cat");
        Wording words = build == Build.SMALL ? Wording.of(cat, Words.of("kitten")) : Wording.of(cat);
        return words.coloured(fur).qualified(build.words()).doing(Deed.SITTING);
    }

    @Override
    public void paint(Brush brush) {
        double tail = (tailLeft ? -1 : 1) * place.width();
        Frame frame = new Frame(place.x() - 0.1 * tail, place.foot(), tail, place.height()); // 0 between the paws
        int coat = brush.light().on(fur == Tone.GREY ? 0x8c8c98 : fur.rgb());
        int dark = Pigment.darker(coat, 0.25);
        brush.shadow(place);
        brush.fill(frame.limb(0.13 * place.width(), 0.2, 0.0702, 0.45, 0.1, 0.5, 0.26, 0.44, 0.38), dark);
        brush.fillTogether(
                List.of(
                        body(frame),
                        frame.oval(0, 0.7, 0.31, 0.2128),
                        frame.polygon(-0.2945, 0.75, -0.248, 1, -0.031, 0.8813),
                        frame.polygon(0.2945, 0.75, 0.248, 1, 0.031, 0.8813)),
                coat);
        int belly = Pigment.lighter(coat, fur == Tone.BLACK ? 0.12 : 0.45);
        brush.tint(frame.oval(0, 0.22, 0.15, 0.19), belly, 0.85);
        brush.line(frame.open(0, 0.16, 0, 0.01), 0.018 * place.height(), dark);
        double radius = 0.31 * place.width();
        paintFace(brush, Frame.around(frame.x(), frame.y(0.7) + 0.05 * radius, radius));
    }

    private static Shape body(Frame frame) {
        return frame.pen(-0.16, 0.7)
                .bend(-0.4, 0.1, -0.32, 0)
                .bend(0, 0, 0.32, 0)
                .bend(0.4, 0.1, 0.16, 0.7)
                .bend(0, 0.7, -0.16, 0.7)
                .close();
    }

    private void paintFace(Brush brush, Frame head) {
        int eyes = brush.light().on(fur == Tone.BLACK ? 0xf0e070 : 0x2a2430);
        brush.tint(head.oval(-0.4, 0.1, 0.13, 0.182), eyes, 1);
        brush.tint(head.oval(0.4, 0.1, 0.13, 0.182), eyes, 1);
        brush.tint(
                head.polygon(-0.12, -0.22, 0.12, -0.22, 0, -0.37), brush.light().on(0xd87880), 1);
    }
}
