package studio.sinopia.world;

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
        Wording.Noun cat = Wording.Noun.of("cat");
        Wording words = build == Build.SMALL ? Wording.of(cat, Wording.Noun.of("kitten")) : Wording.of(cat);
        return words.coloured(fur).sized(build.words()).doing(Deed.SITTING);
    }

    @Override
    public void paint(Brush brush) {
        double w = place.width();
        double h = place.height();
        double side = tailLeft ? -1 : 1;
        double x = place.x() - side * w * 0.1;
        double y = place.foot();
        int coat = brush.light().on(fur == Tone.GREY ? 0x8c8c98 : fur.rgb());
        int dark = Pigment.darker(coat, 0.25);
        brush.shadow(place);
        brush.fill(
                Brush.limb(
                        w * 0.13,
                        x + side * w * 0.2,
                        y - w * 0.09,
                        x + side * w * 0.45,
                        y - h * 0.1,
                        x + side * w * 0.5,
                        y - h * 0.26,
                        x + side * w * 0.44,
                        y - h * 0.38),
                dark);
        double head = y - h * 0.7;
        double r = w * 0.31;
        brush.fillTogether(
                List.of(
                        Outline.curved(
                                x - w * 0.16,
                                head,
                                x - w * 0.4,
                                y - h * 0.1,
                                x - w * 0.32,
                                y,
                                x,
                                y,
                                x + w * 0.32,
                                y,
                                x + w * 0.4,
                                y - h * 0.1,
                                x + w * 0.16,
                                head,
                                x,
                                head,
                                x - w * 0.16,
                                head),
                        Outline.oval(x, head, r, r * 0.88),
                        Outline.polygon(
                                x - r * 0.95, head - h * 0.05, x - r * 0.8, place.top(), x - r * 0.1, head - r * 0.75),
                        Outline.polygon(
                                x + r * 0.95, head - h * 0.05, x + r * 0.8, place.top(), x + r * 0.1, head - r * 0.75)),
                coat);
        int belly = Pigment.lighter(coat, fur == Tone.BLACK ? 0.12 : 0.45);
        brush.tint(Outline.oval(x, y - h * 0.22, w * 0.15, h * 0.19), belly, 0.85);
        brush.line(Outline.open(x, y - h * 0.16, x, y - h * 0.01), h * 0.018, dark);
        Face.paint(brush, x, head + r * 0.05, r, fur == Tone.BLACK ? 0xf0e070 : 0x2a2430);
    }
}
