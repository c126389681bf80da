package studio.sinopia.world;

import java.util.List;

/** A dog that stands sideways. */
record Dog(Place place, Tone fur, Build build, boolean toLeft) implements Thing {

    static Dog random(Dice dice) {
        Build build = dice.pick(Build.SMALL, Build.USUAL, Build.USUAL, Build.LARGE);
        double height = 0.25 * build.factor();
        return new Dog(
                new Place(0, 0, height * 1.18, height),
                dice.pick(Tone.BROWN, Tone.BROWN, Tone.BLACK, Tone.WHITE, Tone.GREY, Tone.ORANGE),
                build,
                dice.chance(0.5));
    }

    @Override
    public Dog at(Place where) {
        return new Dog(where, fur, build, toLeft);
    }

    @Override
    public Label label() {
        return Label.DOG;
    }

    @Override
    public Wording wording() {
        Wording.Noun dog = Wording.Noun.of("dog");
        Wording words = build == Build.SMALL ? Wording.of(dog, new Wording.Noun("puppy", "puppies")) : Wording.of(dog);
        return words.coloured(fur).sized(build.words()).doing(Deed.STANDING);
    }

    @Override
    public void paint(Brush brush) {
        double h = place.height();
        double front = toLeft ? place.left() : place.right();
        double s = toLeft ? place.width() : -place.width(); // from nose to tail
        double y = place.foot();
        int coat = brush.light().on(fur.rgb());
        int dark = Pigment.darker(coat, 0.3);
        double leg = Math.abs(s) * 0.1;
        brush.shadow(place);
        brush.fill(Brush.limb(leg, front + s * 0.42, y - h * 0.35, front + s * 0.42, y - leg / 2), dark);
        brush.fill(Brush.limb(leg, front + s * 0.76, y - h * 0.35, front + s * 0.76, y - leg / 2), dark);
        double back = y - h * 0.42;
        brush.fillTogether(
                List.of(
                        Brush.limb(h * 0.3, front + s * 0.42, back, front + s * 0.74, back),
                        Brush.limb(leg, front + s * 0.35, y - h * 0.35, front + s * 0.34, y - leg / 2),
                        Brush.limb(leg, front + s * 0.83, y - h * 0.35, front + s * 0.85, y - leg / 2),
                        Brush.limb(
                                leg * 0.75,
                                front + s * 0.84,
                                back - h * 0.06,
                                front + s * 0.93,
                                back - h * 0.22,
                                front + s * 0.96,
                                back - h * 0.34),
                        Brush.limb(h * 0.2, front + s * 0.38, back, front + s * 0.28, y - h * 0.7),
                        Outline.oval(front + s * 0.27, y - h * 0.79, Math.abs(s) * 0.15, h * 0.2),
                        Brush.limb(h * 0.16, front + s * 0.24, y - h * 0.74, front + s * 0.08, y - h * 0.72)),
                coat);
        brush.fill(Outline.oval(front + s * 0.36, y - h * 0.76, Math.abs(s) * 0.065, h * 0.17), dark);
        int ink = brush.light().on(fur == Tone.BLACK ? 0xf0e8d8 : 0x2a2430);
        brush.tint(Outline.circle(front + s * 0.22, y - h * 0.83, h * 0.028), ink, 1);
        brush.tint(
                Outline.circle(front + s * 0.035, y - h * 0.75, h * 0.042),
                brush.light().on(0x2a2430),
                1);
        brush.line(
                Outline.open(front + s * 0.36, y - h * 0.55, front + s * 0.25, y - h * 0.58),
                h * 0.045,
                brush.light().on(Tone.RED.rgb()));
    }
}
