package studio.sinopia.world;

import java.awt.Shape;

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
        Words boat = Words.of("boat");
        return Wording.of(boat, boat, Words.of("sailing boat"), Words.of("sailboat"))
                .coloured(hull)
                .qualified(build.words())
                .with("with " + sail.oneWord() + " sail", "with " + sail.word() + " sails")
                .doing(Deed.SAILING, Deed.FLOATING);
    }

    @Override
    public void paint(Brush brush) {
        Light light = brush.light();
        int cloth = light.on(sail.rgb());
        double bow = toLeft ? -1 : 1;
        Frame frame = new Frame(place.x(), place.foot(), bow * place.width(), place.height());
        brush.tint(frame.oval(0, 0, 0.5, 0.05), 0x102850, 0.22);
        brush.fill(frame.box(-0.022, 0.22, 0.022, 1), light.on(0x6e4a32));
        brush.fill(mainsail(frame), cloth);
        brush.fill(frame.polygon(-0.0308, 0.84, -0.32, 0.29, -0.0308, 0.29), Pigment.darker(cloth, 0.12));
        brush.fill(hull(frame), light.on(hull.rgb()));
        brush.tint(waterline(frame), 0x201838, 0.2);
    }

    private static Shape mainsail(Frame frame) {
        return frame.pen(0.0308, 0.97)
                .bend(0.3, 0.6, 0.42, 0.29)
                .bend(0.0308, 0.29, 0.0308, 0.29)
                .close();
    }

    private static Shape hull(Frame frame) {
        return frame.pen(-0.5, 0.24)
                .bend(0, 0.21, 0.5, 0.24)
                .bend(0.42, 0, 0.28, 0)
                .bend(0, 0, -0.28, 0)
                .bend(-0.42, 0, -0.5, 0.24)
                .close();
    }

    private static Shape waterline(Frame frame) {
        return frame.pen(-0.38, 0.09)
                .bend(0, 0.07, 0.38, 0.09)
                .bend(0.34, 0, 0.28, 0)
                .bend(0, 0, -0.28, 0)
                .bend(-0.34, 0, -0.38, 0.09)
                .close();
    }
}
