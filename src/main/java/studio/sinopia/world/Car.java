package studio.sinopia.world;

/** A car seen from its side. */
record Car(Place place, Tone body, Build build, boolean toLeft) implements Thing {

    static Car random(Dice dice) {
        Build build = Build.random(dice);
        double height = 0.25 * (build == Build.SMALL ? 0.8 : build == Build.LARGE ? 1.2 : 1);
        return new Car(
                new Place(0, 0, height * 1.95, height),
                dice.pick(
                        Tone.RED,
                        Tone.RED,
                        Tone.BLUE,
                        Tone.BLUE,
                        Tone.YELLOW,
                        Tone.GREEN,
                        Tone.WHITE,
                        Tone.ORANGE,
                        Tone.PURPLE),
                build,
                dice.chance(0.5));
    }

    @Override
    public Car at(Place where) {
        return new Car(where, body, build, toLeft);
    }

    @Override
    public Label label() {
        return Label.CAR;
    }

    @Override
    public Home home() {
        return Home.ROAD;
    }

    @Override
    public Wording wording() {
        return Wording.of("car").coloured(body).sized(build.words()).doing(Deed.DRIVING);
    }

    @Override
    public void paint(Brush brush) {
        double h = place.height();
        double front = toLeft ? place.left() : place.right();
        double s = toLeft ? place.width() : -place.width(); // from the front to the back
        int paint = brush.light().on(body.rgb());
        int glass = brush.light().lampsLit()
                ? brush.light().on(0xf0dc98)
                : brush.light().on(0xbfe0ee);
        double base = place.foot() - h * 0.16;
        double bonnet = place.foot() - h * 0.58;
        brush.shadow(place);
        brush.fill(
                Outline.curved(
                        front,
                        base,
                        front,
                        bonnet + h * 0.06,
                        front + s * 0.1,
                        bonnet,
                        front + s * 0.22,
                        bonnet - h * 0.02,
                        front + s * 0.27,
                        bonnet - h * 0.03,
                        front + s * 0.36,
                        place.top(),
                        front + s * 0.48,
                        place.top(),
                        front + s * 0.64,
                        place.top(),
                        front + s * 0.72,
                        place.top(),
                        front + s * 0.84,
                        place.top() + h * 0.02,
                        front + s * 0.88,
                        bonnet,
                        front + s,
                        bonnet + h * 0.02,
                        front + s,
                        base,
                        front + s * 0.5,
                        base,
                        front,
                        base),
                paint);
        brush.tint(
                Outline.box(Math.min(front, front + s), base - h * 0.13, Math.max(front, front + s), base),
                0x201838,
                0.16);
        brush.fill(
                Outline.polygon(
                        front + s * 0.34,
                        bonnet,
                        front + s * 0.44,
                        place.top() + h * 0.1,
                        front + s * 0.56,
                        place.top() + h * 0.1,
                        front + s * 0.56,
                        bonnet),
                glass);
        brush.fill(
                Outline.polygon(
                        front + s * 0.6,
                        bonnet,
                        front + s * 0.6,
                        place.top() + h * 0.1,
                        front + s * 0.72,
                        place.top() + h * 0.1,
                        front + s * 0.79,
                        bonnet),
                glass);
        brush.fill(Outline.circle(front + s * 0.04, bonnet + h * 0.17, h * 0.06), 0xfff0a8);
        for (double x : new double[] {front + s * 0.24, front + s * 0.78}) {
            brush.fill(
                    Outline.circle(x, place.foot() - h * 0.18, h * 0.18),
                    brush.light().on(0x35333c));
            brush.fill(
                    Outline.circle(x, place.foot() - h * 0.18, h * 0.08),
                    brush.light().on(0xc8c8cc));
        }
    }
}
