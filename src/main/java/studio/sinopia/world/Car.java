package studio.sinopia.world;

import java.awt.Shape;
import java.util.Optional;

/** A car seen from its side. */
record Car(Place place, Tone body, Build build, boolean toLeft) implements Thing {

    private static final Odds<Tone> BODIES =
            Odds.of(2, Tone.RED, Tone.BLUE).and(1, Tone.YELLOW, Tone.GREEN, Tone.WHITE, Tone.ORANGE, Tone.PURPLE);

    static Car random(Dice dice) {
        Build build = Build.random(dice);
        double height =
                switch (build) {
                    case SMALL -> 0.2;
                    case USUAL -> 0.25;
                    case LARGE -> 0.3;
                };
        return new Car(new Place(0, 0, height * 1.95, height), BODIES.pick(dice), build, dice.chance(0.5));
    }

    @Override
    public Car at(Place where) {
        return new Car(where, body, build, toLeft);
    }

    @Override
    public Optional<Place> seat() {
        double x = place.x() + (toLeft ? 0.08 : -0.08) * place.width();
        return Optional.of(new Place(x, place.top() + 0.01, 0.3 * place.width(), place.height()));
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
        return Wording.of(Words.of("car"))
                .coloured(body)
                .qualified(build.words())
                .doing(Deed.DRIVING);
    }

    @Override
    public void paint(Brush brush) {
        Light light = brush.light();
        int glass = light.on(light.lampsLit() ? 0xf0dc98 : 0xbfe0ee);
        Frame frame = Frame.facing(place, toLeft);
        brush.shadow(place);
        brush.fill(bodywork(frame), light.on(body.rgb()));
        brush.tint(frame.box(0, 0.16, 1, 0.29), 0x201838, 0.16);
        brush.fill(frame.polygon(0.34, 0.58, 0.44, 0.9, 0.56, 0.9, 0.56, 0.58), glass);
        brush.fill(frame.polygon(0.6, 0.58, 0.6, 0.9, 0.72, 0.9, 0.79, 0.58), glass);
        brush.fill(frame.circle(0.04, 0.41, 0.06), 0xfff0a8);
        for (double wheel : new double[] {0.24, 0.78}) {
            brush.fill(frame.circle(wheel, 0.18, 0.18), light.on(0x35333c));
            brush.fill(frame.circle(wheel, 0.18, 0.08), light.on(0xc8c8cc));
        }
    }

    private static Shape bodywork(Frame frame) {
        return frame.pen(0, 0.16)
                .bend(0, 0.52, 0.1, 0.58)
                .bend(0.22, 0.6, 0.27, 0.61)
                .bend(0.36, 1, 0.48, 1)
                .bend(0.64, 1, 0.72, 1)
                .bend(0.84, 0.98, 0.88, 0.58)
                .bend(1, 0.56, 1, 0.16)
                .bend(0.5, 0.16, 0, 0.16)
                .close();
    }
}
