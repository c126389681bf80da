package studio.sinopia.world;

import java.awt.Shape;
import java.util.ArrayList;
import java.util.List;

/** A woolly sheep seen from its side. */
record Sheep(Place place, Tone wool, Build build, boolean toLeft) implements Thing {

    private static final int CURLS = 8;

    static Sheep random(Dice dice) {
        Build build = dice.pick(Build.SMALL, Build.USUAL, Build.USUAL, Build.LARGE);
        double height = 0.24 * build.factor();
        return new Sheep(
                new Place(0, 0, height * 1.3, height),
                dice.pick(Tone.WHITE, Tone.WHITE, Tone.WHITE, Tone.WHITE, Tone.BLACK, Tone.BROWN),
                build,
                dice.chance(0.5));
    }

    @Override
    public Sheep at(Place where) {
        return new Sheep(where, wool, build, toLeft);
    }

    @Override
    public Label label() {
        return Label.SHEEP;
    }

    @Override
    public Wording wording() {
        Words sheep = new Words("sheep", "sheep");
        Wording words = build == Build.SMALL ? Wording.of(sheep, sheep, Words.of("lamb")) : Wording.of(sheep);
        return words.coloured(wool).qualified(build.words()).doing(Deed.STANDING);
    }

    @Override
    public void paint(Brush brush) {
        Frame frame = Frame.facing(place, toLeft);
        int fleece = brush.light().on(wool == Tone.WHITE ? 0xf4efe4 : wool.rgb());
        int skin = brush.light().on(wool == Tone.WHITE ? 0x4a4248 : 0x2e2a30);
        double leg = 0.075 * place.width();
        brush.shadow(place);
        for (double at : new double[] {0.38, 0.5, 0.72, 0.83}) {
            brush.fill(frame.limb(leg, at, 0.4, at, leg / 2 / place.height()), skin);
        }
        brush.fillTogether(curls(frame), fleece);
        brush.tint(frame.oval(0.62, 0.4, 0.28, 0.13), 0x303860, 0.12);
        brush.fill(frame.oval(0.3, 0.8, 0.075, 0.05), skin);
        brush.fill(frame.oval(0.2, 0.7, 0.115, 0.19), skin);
        brush.fill(frame.oval(0.22, 0.88, 0.09, 0.1), fleece);
        brush.tint(frame.circle(0.17, 0.74, 0.034), brush.light().on(0xfdf8f0), 1);
        brush.tint(frame.circle(0.164, 0.74, 0.018), 0x201c24, 1);
    }

    private static List<Shape> curls(Frame frame) {
        List<Shape> curls = new ArrayList<>();
        curls.add(frame.oval(0.6, 0.56, 0.29, 0.27));
        for (int i = 0; i < CURLS; i++) {
            double angle = 2 * Math.PI * i / CURLS;
            curls.add(frame.circle(0.6 + 0.27 * Math.cos(angle), 0.56 + 0.24 * Math.sin(angle), 0.16));
        }
        return curls;
    }
}
