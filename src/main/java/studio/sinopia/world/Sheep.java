package studio.sinopia.world;

import java.awt.Shape;
import java.util.ArrayList;
import java.util.List;

/** A woolly sheep seen from its side. */
record Sheep(Place place, Tone wool, Build build, boolean toLeft) implements Thing {

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
        Wording.Noun sheep = new Wording.Noun("sheep", "sheep");
        Wording words = build == Build.SMALL ? Wording.of(sheep, sheep, Wording.Noun.of("lamb")) : Wording.of(sheep);
        return words.coloured(wool).sized(build.words()).doing(Deed.STANDING);
    }

    @Override
    public void paint(Brush brush) {
        double h = place.height();
        double w = place.width();
        double front = toLeft ? place.left() : place.right();
        double s = toLeft ? w : -w; // from nose to tail
        double y = place.foot();
        int fleece = brush.light().on(wool == Tone.WHITE ? 0xf4efe4 : wool.rgb());
        int skin = brush.light().on(wool == Tone.WHITE ? 0x4a4248 : 0x2e2a30);
        double leg = w * 0.075;
        brush.shadow(place);
        for (double at : List.of(0.38, 0.5, 0.72, 0.83)) {
            brush.fill(Brush.limb(leg, front + s * at, y - h * 0.4, front + s * at, y - leg / 2), skin);
        }
        List<Shape> curls = new ArrayList<>();
        curls.add(Outline.oval(front + s * 0.6, y - h * 0.56, w * 0.29, h * 0.27));
        for (int i = 0; i < 8; i++) {
            double angle = i * Math.PI / 4;
            curls.add(Outline.circle(
                    front + s * 0.6 + w * 0.27 * Math.cos(angle), y - h * 0.56 - h * 0.24 * Math.sin(angle), h * 0.16));
        }
        brush.fillTogether(curls, fleece);
        brush.tint(Outline.oval(front + s * 0.62, y - h * 0.4, w * 0.28, h * 0.13), 0x303860, 0.12);
        double head = front + s * 0.2;
        brush.fill(Outline.oval(head + s * 0.1, y - h * 0.8, w * 0.075, h * 0.05), skin);
        brush.fill(Outline.oval(head, y - h * 0.7, w * 0.115, h * 0.19), skin);
        brush.fill(Outline.oval(head + s * 0.02, y - h * 0.88, w * 0.09, h * 0.1), fleece);
        brush.tint(
                Outline.circle(head - s * 0.03, y - h * 0.74, h * 0.034),
                brush.light().on(0xfdf8f0),
                1);
        brush.tint(Outline.circle(head - s * 0.036, y - h * 0.74, h * 0.018), 0x201c24, 1);
    }
}
