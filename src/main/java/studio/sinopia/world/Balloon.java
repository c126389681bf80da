package studio.sinopia.world;

/** A hot-air balloon with a basket and two colours. */
record Balloon(Place place, Tone envelope, Tone stripe, Build build) implements Thing {

    static Balloon random(Dice dice) {
        Build build = Build.random(dice);
        double height = 0.34 * build.factor();
        Tone envelope =
                dice.pick(Tone.RED, Tone.RED, Tone.BLUE, Tone.YELLOW, Tone.ORANGE, Tone.GREEN, Tone.PURPLE, Tone.PINK);
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
        return Wording.of(Wording.Noun.of("hot-air balloon"), Wording.Noun.of("balloon"))
                .coloured(envelope)
                .sized(build.words())
                .doing(Deed.FLOATING, Deed.FLYING)
                .with(
                        "with " + Wording.article(stripe.word()) + stripe.word() + " stripe",
                        "with " + stripe.word() + " stripes");
    }

    @Override
    public void paint(Brush brush) {
        double w = place.width();
        double h = place.height();
        double x = place.x();
        double r = w / 2;
        double middle = place.top() + r;
        double neck = place.top() + h * 0.78;
        int cloth = brush.light().on(envelope.rgb());
        double basket = w * 0.11;
        brush.fill(
                Brush.limb(w * 0.02, x - w * 0.1, neck, x - basket, place.foot() - h * 0.1),
                brush.light().on(0x604838));
        brush.fill(
                Brush.limb(w * 0.02, x + w * 0.1, neck, x + basket, place.foot() - h * 0.1),
                brush.light().on(0x604838));
        brush.fill(
                Outline.box(x - basket, place.foot() - h * 0.12, x + basket, place.foot()),
                brush.light().on(0x9a6a40));
        brush.fill(
                Outline.curved(
                        x - r,
                        middle,
                        x - r,
                        place.top(),
                        x,
                        place.top(),
                        x + r,
                        place.top(),
                        x + r,
                        middle,
                        x + r,
                        middle + h * 0.16,
                        x + w * 0.12,
                        neck,
                        x,
                        neck + h * 0.01,
                        x - w * 0.12,
                        neck,
                        x - r,
                        middle + h * 0.16,
                        x - r,
                        middle),
                cloth);
        brush.fill(
                Outline.curved(
                        x,
                        place.top(),
                        x - w * 0.34,
                        middle - h * 0.05,
                        x - w * 0.05,
                        neck,
                        x,
                        neck,
                        x + w * 0.05,
                        neck,
                        x + w * 0.34,
                        middle - h * 0.05,
                        x,
                        place.top()),
                brush.light().on(stripe.rgb()));
        double shade = -brush.lightSide();
        brush.tint(
                Outline.curved(
                        x + shade * w * 0.15,
                        place.top() + h * 0.06,
                        x + shade * w * 0.5,
                        place.top() + h * 0.12,
                        x + shade * w * 0.46,
                        middle + h * 0.06,
                        x + shade * w * 0.36,
                        middle + h * 0.2,
                        x + shade * w * 0.14,
                        neck - h * 0.02,
                        x + shade * w * 0.45,
                        middle,
                        x + shade * w * 0.15,
                        place.top() + h * 0.06),
                0x281848,
                0.15);
    }
}
