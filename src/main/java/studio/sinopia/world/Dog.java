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
        Words dog = Words.of("dog");
        Wording words = build == Build.SMALL ? Wording.of(dog, new Words("puppy", "puppies")) : Wording.of(dog);
        return words.coloured(fur).qualified(build.words()).doing(Deed.STANDING);
    }

    @Override
    public void paint(Brush brush) {
        Frame frame = Frame.facing(place, toLeft);
        double h = place.height();
        double leg = 0.1 * place.width();
        double paw = leg / 2 / h; // round ends reach the ground
        int coat = brush.light().on(fur.rgb());
        int dark = Pigment.darker(coat, 0.3);
        brush.shadow(place);
        brush.fill(frame.limb(leg, 0.42, 0.35, 0.42, paw), dark);
        brush.fill(frame.limb(leg, 0.76, 0.35, 0.76, paw), dark);
        brush.fillTogether(
                List.of(
                        frame.limb(0.3 * h, 0.42, 0.42, 0.74, 0.42),
                        frame.limb(leg, 0.35, 0.35, 0.34, paw),
                        frame.limb(leg, 0.83, 0.35, 0.85, paw),
                        frame.limb(0.75 * leg, 0.84, 0.48, 0.93, 0.64, 0.96, 0.76),
                        frame.limb(0.2 * h, 0.38, 0.42, 0.28, 0.7),
                        frame.oval(0.27, 0.79, 0.15, 0.2),
                        frame.limb(0.16 * h, 0.24, 0.74, 0.08, 0.72)),
                coat);
        brush.fill(frame.oval(0.36, 0.76, 0.065, 0.17), dark);
        brush.tint(frame.circle(0.22, 0.83, 0.028), brush.light().on(fur == Tone.BLACK ? 0xf0e8d8 : 0x2a2430), 1);
        brush.tint(frame.circle(0.035, 0.75, 0.042), brush.light().on(0x2a2430), 1);
        brush.line(frame.open(0.36, 0.55, 0.25, 0.58), 0.045 * h, brush.light().on(Tone.RED.rgb()));
    }
}
