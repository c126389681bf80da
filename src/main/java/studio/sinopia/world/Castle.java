package studio.sinopia.world;

import java.awt.Shape;
import java.awt.geom.Path2D;

/** A castle with two towers. */
record Castle(Place place, Tone walls, Tone roofs, Build build) implements Thing {

    static Castle random(Dice dice) {
        Build build = Build.random(dice);
        double height = 0.6 * build.factor();
        return new Castle(
                new Place(0, 0, height * 1.0, height),
                dice.pick(Tone.GREY, Tone.GREY, Tone.GREY, Tone.WHITE, Tone.PINK),
                dice.pick(Tone.RED, Tone.BLUE, Tone.PURPLE, Tone.GREEN),
                build);
    }

    @Override
    public Castle at(Place where) {
        return new Castle(where, walls, roofs, build);
    }

    @Override
    public Label label() {
        return Label.CASTLE;
    }

    @Override
    public Wording wording() {
        return Wording.of("castle")
                .coloured(walls)
                .sized(build.words())
                .with("with " + roofs.word() + " roofs", "with " + roofs.word() + " roofs")
                .with("with two towers", "with towers");
    }

    @Override
    public void paint(Brush brush) {
        int stone = brush.light().on(walls == Tone.GREY ? 0xaaa8b0 : walls.rgb());
        int roof = brush.light().on(roofs.rgb());
        double w = place.width();
        double h = place.height();
        brush.shadow(place);
        brush.fill(battlements(place.left() + w * 0.14, place.right() - w * 0.14, place.foot() - h * 0.42), stone);
        tower(brush, place.left() + w * 0.14, stone, roof);
        tower(brush, place.right() - w * 0.14, stone, roof);
        double gate = w * 0.1;
        double arch = place.foot() - h * 0.16;
        brush.fill(
                Outline.curved(
                        place.x() - gate,
                        place.foot(),
                        place.x() - gate,
                        place.foot(),
                        place.x() - gate,
                        arch,
                        place.x() - gate,
                        arch - gate,
                        place.x(),
                        arch - gate,
                        place.x() + gate,
                        arch - gate,
                        place.x() + gate,
                        arch,
                        place.x() + gate,
                        arch,
                        place.x() + gate,
                        place.foot()),
                brush.light().on(0x5c4030));
    }

    private Shape battlements(double left, double right, double top) {
        var path = new Path2D.Double();
        double notch = place.height() * 0.055;
        double step = (right - left) / 9;
        path.moveTo(left, place.foot());
        for (int i = 0; i < 9; i++) {
            double y = i % 2 == 0 ? top - notch : top;
            path.lineTo(left + i * step, y);
            path.lineTo(left + (i + 1) * step, y);
        }
        path.lineTo(right, place.foot());
        path.closePath();
        return path;
    }

    private void tower(Brush brush, double x, int stone, int roof) {
        double r = place.width() * 0.12;
        double h = place.height();
        double top = place.foot() - h * 0.66;
        brush.fill(Outline.box(x - r, top, x + r, place.foot()), stone);
        double shade = brush.lightSide() < 0 ? x + r * 0.3 : x - r;
        brush.tint(Outline.box(shade, top, shade + r * 0.7, place.foot()), 0x302848, 0.18);
        brush.fill(Outline.polygon(x - r * 1.16, top, x, place.top(), x + r * 1.16, top), roof);
        int glass = brush.light().lampsLit() ? 0xffdc82 : brush.light().on(0x54506a);
        brush.fill(Outline.oval(x, top + h * 0.14, r * 0.28, r * 0.45), glass);
    }
}
