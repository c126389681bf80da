package studio.sinopia.world;

/** A sailing boat. */
record Boat(Place place, Tone hull, Tone sail, Build build, boolean toLeft) implements Thing {

    static Boat random(Dice dice) {
        Build build = Build.random(dice);
        double height = 0.4 * build.factor();
        Tone hull = dice.pick(Tone.RED, Tone.BROWN, Tone.BLUE, Tone.WHITE, Tone.GREEN, Tone.YELLOW);
        Tone sail = dice.pick(Tone.WHITE, Tone.WHITE, Tone.WHITE, Tone.RED, Tone.YELLOW, Tone.ORANGE);
        return new Boat(
                new Place(0, 0, height * 0.86, height),
                hull,
                sail == hull ? Tone.ORANGE : sail,
                build,
                dice.chance(0.5));
    }

    @Override
    public Boat at(Place where) {
        return new Boat(where, hull, sail, build, toLeft);
    }

    @Override
    public Label label() {
        return Label.BOAT;
    }

    @Override
    public Home home() {
        return Home.WATER;
    }

    @Override
    public Wording wording() {
        Wording.Noun boat = Wording.Noun.of("boat");
        return Wording.of(boat, boat, Wording.Noun.of("sailing boat"), Wording.Noun.of("sailboat"))
                .coloured(hull)
                .sized(build.words())
                .with("with " + Wording.article(sail.word()) + sail.word() + " sail", "with " + sail.word() + " sails")
                .doing(Deed.SAILING, Deed.FLOATING);
    }

    @Override
    public void paint(Brush brush) {
        double w = place.width();
        double h = place.height();
        double x = place.x();
        double side = toLeft ? -1 : 1;
        double deck = place.foot() - h * 0.24;
        Light light = brush.light();
        brush.tint(Outline.oval(x, place.foot(), w * 0.5, h * 0.05), 0x102850, 0.22);
        double mast = w * 0.022;
        brush.fill(Outline.box(x - mast, place.top(), x + mast, deck + h * 0.02), light.on(0x6e4a32));
        int cloth = light.on(sail.rgb());
        double m = side * mast * 1.4;
        brush.fill(
                Outline.curved(
                        x + m,
                        place.top() + h * 0.03,
                        x + side * w * 0.3,
                        place.foot() - h * 0.6,
                        x + side * w * 0.42,
                        deck - h * 0.05,
                        x + m,
                        deck - h * 0.05,
                        x + m,
                        deck - h * 0.05),
                cloth);
        brush.fill(
                Outline.polygon(
                        x - m, place.top() + h * 0.16, x - side * w * 0.32, deck - h * 0.05, x - m, deck - h * 0.05),
                Pigment.darker(cloth, 0.12));
        brush.fill(
                Outline.curved(
                        x - w * 0.5,
                        deck,
                        x,
                        deck + h * 0.03,
                        x + w * 0.5,
                        deck,
                        x + w * 0.42,
                        place.foot(),
                        x + w * 0.28,
                        place.foot(),
                        x,
                        place.foot(),
                        x - w * 0.28,
                        place.foot(),
                        x - w * 0.42,
                        place.foot(),
                        x - w * 0.5,
                        deck),
                light.on(hull.rgb()));
        brush.tint(
                Outline.curved(
                        x - w * 0.38,
                        place.foot() - h * 0.09,
                        x,
                        place.foot() - h * 0.07,
                        x + w * 0.38,
                        place.foot() - h * 0.09,
                        x + w * 0.34,
                        place.foot(),
                        x + w * 0.28,
                        place.foot(),
                        x,
                        place.foot(),
                        x - w * 0.28,
                        place.foot(),
                        x - w * 0.34,
                        place.foot(),
                        x - w * 0.38,
                        place.foot() - h * 0.09),
                0x201838,
                0.2);
    }
}
