package studio.sinopia.world;

import java.awt.Shape;

/** A hot-air balloon with a basket and two colours. */
record Balloon(Place place, Tone envelope, Tone stripe, Build build) implements Thing {

    /** Where the round part is widest: its height is its width, which is 0.7 of the whole height. */
    private static final double MIDDLE = 0.65;

    private static final Odds<Tone> ENVELOPES =
            Odds.of(2, Tone.RED).and(1, Tone.BLUE, Tone.YELLOW, Tone.ORANGE, Tone.GREEN, Tone.PURPLE, Tone.PINK);

    static Balloon random(Dice dice) {
        Build build = Build.random(dice);
        double height = 0.34 * build.factor();
        Tone envelope = ENVELOPES.pick(dice);
        Tone stripe = dice.pick(Tone.WHITE, Tone.YELLOW, Tone.ORANGE, Tone.BLUE);
        return new Balloon(
                new Place(0, 0, height * 0.7, height), envelope, stripe == envelope ? Tone.WHITE : stripe, build);
    }

    @Override
    public Balloon at(Place where) {
        return new Balloon(where, envelope, stripe, build);
    }

    @Override
    public Label label() {
        return Label.BALLOON;
    }

    @Override
    public Home home() {
        return Home.AIR;
    }

    @Override
    public Wording wording() {
        return Wording.of(Words.of("hot-air balloon"), Words.of("balloon"))
                .coloured(envelope)
                .qualified(build.words())
                .doing(Deed.FLOATING, Deed.FLYING)
                .with("with " + stripe.oneWord() + " stripe", "with " + stripe.word() + " stripes");
    }

    @Override
    public void paint(Brush brush) {
        Light light = brush.light();
        Frame frame = Frame.of(place);
        double rope = 0.02 * place.width();
        brush.fill(frame.limb(rope, -0.1, 0.22, -0.11, 0.1), light.on(0x604838));
        brush.fill(frame.limb(rope, 0.1, 0.22, 0.11, 0.1), light.on(0x604838));
        brush.fill(frame.box(-0.11, 0, 0.11, 0.12), light.on(0x9a6a40));
        brush.fill(envelope(frame), light.on(envelope.rgb()));
        brush.fill(stripe(frame), light.on(stripe.rgb()));
        double away = -brush.lightSide() * place.width();
        brush.tint(shade(new Frame(place.x(), place.foot(), away, place.height())), 0x281848, 0.15);
    }

    private static Shape envelope(Frame frame) {
        return frame.pen(-0.5, MIDDLE)
                .bend(-0.5, 1, 0, 1)
                .bend(0.5, 1, 0.5, MIDDLE)
                .bend(0.5, MIDDLE - 0.16, 0.12, 0.22)
                .bend(0, 0.21, -0.12, 0.22)
                .bend(-0.5, MIDDLE - 0.16, -0.5, MIDDLE)
                .close();
    }

    private static Shape stripe(Frame frame) {
        return frame.pen(0, 1)
                .bend(-0.34, MIDDLE + 0.05, -0.05, 0.22)
                .bend(0, 0.22, 0.05, 0.22)
                .bend(0.34, MIDDLE + 0.05, 0, 1)
                .close();
    }

    private static Shape shade(Frame frame) {
        return frame.pen(0.15, 0.94)
                .bend(0.5, 0.88, 0.46, MIDDLE - 0.06)
                .bend(0.36, MIDDLE - 0.2, 0.14, 0.24)
                .bend(0.45, MIDDLE, 0.15, 0.94)
                .close();
    }
}
