package studio.sinopia.world;

/**
 * A kite in the air.
 *
 * @param anchorX where its string ends, in scene units
 * @param anchorY where its string ends, in scene units
 */
record Kite(Place place, Tone cloth, Tone other, double anchorX, double anchorY) implements Thing {

    static Kite random(Dice dice) {
        double height = dice.between(0.2, 0.26);
        Tone cloth = dice.pick(Tone.RED, Tone.YELLOW, Tone.BLUE, Tone.GREEN, Tone.ORANGE, Tone.PURPLE, Tone.PINK);
        Tone other = dice.pick(Tone.YELLOW, Tone.WHITE, Tone.RED);
        return new Kite(new Place(0, 0, height * 0.74, height), cloth, other == cloth ? Tone.WHITE : other, 0, 0);
    }

    /** Moves the end of the string along. */
    @Override
    public Kite at(Place where) {
        return new Kite(where, cloth, other, where.x() + where.width() * 0.4, where.foot() + where.height() * 0.7);
    }

    Kite heldAt(double x, double y) {
        return new Kite(place, cloth, other, x, y);
    }

    @Override
    public Label label() {
        return Label.KITE;
    }

    @Override
    public Home home() {
        return Home.AIR;
    }

    @Override
    public Wording wording() {
        return Wording.of("kite").coloured(cloth).doing(Deed.FLYING);
    }

    @Override
    public void paint(Brush brush) {
        double h = place.height();
        double x = place.x();
        double cross = place.top() + h * 0.36;
        double sag = (place.foot() + anchorY) / 2 + 0.05;
        brush.tint(string(x, sag), brush.light().on(0xf4f0e8), 0.9);
        int near = brush.light().on(cloth.rgb());
        int far = brush.light().on(other.rgb());
        brush.fill(Outline.polygon(x, place.top(), place.right(), cross, x, place.foot(), place.left(), cross), near);
        brush.fill(Outline.polygon(x, place.top(), place.right(), cross, x, cross), far);
        brush.fill(Outline.polygon(x, cross, x, place.foot(), place.left(), cross), far);
    }

    private java.awt.Shape string(double x, double sag) {
        return new java.awt.BasicStroke(0.005f)
                .createStrokedShape(Outline.bow(x, place.foot(), (x + anchorX) / 2, sag, anchorX, anchorY));
    }
}
