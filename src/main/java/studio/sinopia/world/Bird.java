package studio.sinopia.world;

import java.awt.Shape;

/** A bird in flight, wing raised. */
record Bird(Place place, Tone feathers, boolean toLeft) implements Thing {

    static Bird random(Dice dice) {
        double height = dice.between(0.13, 0.18);
        return new Bird(
                new Place(0, 0, height * 1.45, height),
                dice.pick(Tone.BLUE, Tone.WHITE, Tone.WHITE, Tone.RED, Tone.YELLOW, Tone.BLACK, Tone.BROWN),
                dice.chance(0.5));
    }

    @Override
    public Bird at(Place where) {
        return new Bird(where, feathers, toLeft);
    }

    @Override
    public Label label() {
        return Label.BIRD;
    }

    @Override
    public Home home() {
        return Home.AIR;
    }

    @Override
    public Wording wording() {
        return Wording.of(Words.of("bird")).coloured(feathers).doing(Deed.FLYING);
    }

    @Override
    public void paint(Brush brush) {
        Frame frame = Frame.facing(place, toLeft);
        int plume = brush.light().on(feathers.rgb());
        brush.fill(frame.polygon(0, 0.34, 0.16, 0.44, 0.16, 0.27), brush.light().on(0xf0a030));
        brush.fill(body(frame), plume);
        brush.fill(wing(frame), Pigment.darker(plume, 0.25));
        brush.tint(frame.circle(0.2, 0.4, 0.035), feathers == Tone.BLACK ? 0xf8f0e0 : 0x201c28, 1);
    }

    private static Shape body(Frame frame) {
        return frame.pen(0.08, 0.36)
                .bend(0.14, 0.6, 0.32, 0.5)
                .bend(0.6, 0.42, 1, 0.46)
                .bend(0.9, 0.3, 0.97, 0.24)
                .bend(0.4, -0.22, 0.08, 0.36)
                .close();
    }

    private static Shape wing(Frame frame) {
        return frame.pen(0.34, 0.36)
                .bend(0.42, 0.85, 0.72, 1)
                .bend(0.78, 0.5, 0.6, 0.28)
                .bend(0.46, 0.22, 0.34, 0.36)
                .close();
    }
}
