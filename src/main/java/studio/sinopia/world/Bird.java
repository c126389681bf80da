package studio.sinopia.world;

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
        return Wording.of("bird").coloured(feathers).doing(Deed.FLYING);
    }

    @Override
    public void paint(Brush brush) {
        double h = place.height();
        double w = place.width();
        double front = toLeft ? place.left() : place.right();
        double s = toLeft ? w : -w; // from beak to tail
        double y = place.foot() - h * 0.3;
        int plume = brush.light().on(feathers.rgb());
        int dark = Pigment.darker(plume, 0.25);
        brush.fill(
                Outline.polygon(front, y - h * 0.04, front + s * 0.16, y - h * 0.14, front + s * 0.16, y + h * 0.03),
                brush.light().on(0xf0a030));
        brush.fill(
                Outline.curved(
                        front + s * 0.08,
                        y - h * 0.06,
                        front + s * 0.14,
                        y - h * 0.3,
                        front + s * 0.32,
                        y - h * 0.2,
                        front + s * 0.6,
                        y - h * 0.12,
                        front + s,
                        y - h * 0.16,
                        front + s * 0.9,
                        y,
                        front + s * 0.97,
                        y + h * 0.06,
                        front + s * 0.4,
                        y + h * 0.52,
                        front + s * 0.08,
                        y - h * 0.06),
                plume);
        brush.fill(
                Outline.curved(
                        front + s * 0.34,
                        y - h * 0.06,
                        front + s * 0.42,
                        y - h * 0.55,
                        front + s * 0.72,
                        y - h * 0.7,
                        front + s * 0.78,
                        y - h * 0.2,
                        front + s * 0.6,
                        y + h * 0.02,
                        front + s * 0.46,
                        y + h * 0.08,
                        front + s * 0.34,
                        y - h * 0.06),
                dark);
        int ink = feathers == Tone.BLACK ? 0xf8f0e0 : 0x201c28;
        brush.tint(Outline.circle(front + s * 0.2, y - h * 0.1, h * 0.035), ink, 1);
    }
}
