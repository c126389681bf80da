package studio.sinopia.world;

import java.awt.Shape;
import java.util.List;

/**
 * A house seen from the front.
 *
 * @param storeys 1 or 2
 */
record House(Place place, Tone walls, Tone roof, Build build, int storeys, boolean chimney, boolean gable)
        implements Thing {

    static House random(Dice dice) {
        Tone walls = dice.pick(
                Tone.RED,
                Tone.RED,
                Tone.RED,
                Tone.BLUE,
                Tone.BLUE,
                Tone.YELLOW,
                Tone.YELLOW,
                Tone.WHITE,
                Tone.WHITE,
                Tone.GREEN,
                Tone.PINK,
                Tone.ORANGE,
                Tone.PURPLE,
                Tone.BROWN);
        Tone roof = dice.pick(Tone.RED, Tone.BROWN, Tone.BROWN, Tone.GREY, Tone.GREY, Tone.BLUE, Tone.ORANGE);
        if (roof == walls) {
            roof = walls == Tone.BROWN ? Tone.RED : Tone.BROWN;
        }
        Build build = Build.random(dice);
        int storeys = build == Build.SMALL ? 1 : dice.pick(1, 1, 2);
        boolean gable = storeys == 2 ? dice.chance(0.7) : dice.chance(0.45);
        double height = (storeys == 2 ? 0.56 : 0.46) * build.factor();
        double width = height * (storeys == 2 ? 0.8 : gable ? 0.95 : 1.2);
        return new House(new Place(0, 0, width, height), walls, roof, build, storeys, dice.chance(0.6), gable);
    }

    @Override
    public House at(Place where) {
        return new House(where, walls, roof, build, storeys, chimney, gable);
    }

    @Override
    public Label label() {
        return Label.HOUSE;
    }

    @Override
    public Wording wording() {
        Wording.Noun house = Wording.Noun.of("house");
        Wording words = build == Build.SMALL
                ? Wording.of(house, house, Wording.Noun.of("cottage"), new Wording.Noun("hut", "huts"))
                : Wording.of(house, house, house, Wording.Noun.of("home"));
        return words.coloured(walls)
                .sized(build.words())
                .with("with " + Wording.article(roof.word()) + roof.word() + " roof", "with " + roof.word() + " roofs");
    }

    @Override
    public void paint(Brush brush) {
        Light light = brush.light();
        double w = place.width();
        double h = place.height();
        double left = place.left() + w * 0.07;
        double right = place.right() - w * 0.07;
        double eaves = place.foot() - h * (storeys == 2 ? 0.64 : 0.54);
        int wall = light.on(walls.rgb());
        int tiles = light.on(roof == Tone.GREY ? 0x6c6a78 : roof == Tone.BROWN ? 0x7c4c34 : roof.rgb());
        brush.shadow(place);
        if (chimney) {
            paintChimney(brush, tiles);
        }
        brush.fill(Outline.box(left, eaves - h * 0.02, right, place.foot()), wall);
        double shade = brush.lightSide() < 0 ? right - w * 0.13 : left;
        brush.tint(Outline.box(shade, eaves, shade + w * 0.13, place.foot()), 0x302040, 0.11);
        if (gable) {
            brush.fill(Outline.polygon(left, eaves, place.x(), place.top() + h * 0.06, right, eaves), wall);
            brush.fill(gableRoof(eaves), tiles);
        } else {
            brush.fill(roofShape(eaves), tiles);
        }
        if (brush.season() == Season.WINTER) {
            brush.tint(snow(eaves), light.on(0xf4f8fc), 0.92);
        }
        paintDoorAndWindows(brush, left, right, eaves);
    }

    private Shape roofShape(double eaves) {
        double w = place.width();
        return Outline.polygon(
                place.left(),
                eaves,
                place.left() + w * 0.17,
                place.top(),
                place.right() - w * 0.17,
                place.top(),
                place.right(),
                eaves);
    }

    private Shape gableRoof(double eaves) {
        double t = place.height() * 0.1;
        double x = place.x();
        return Outline.polygon(
                place.left(),
                eaves + t * 0.45,
                place.left(),
                eaves - t * 0.4,
                x,
                place.top(),
                place.right(),
                eaves - t * 0.4,
                place.right(),
                eaves + t * 0.45,
                x,
                place.top() + t * 1.15);
    }

    private Shape snow(double eaves) {
        double w = place.width();
        double h = place.height();
        double x = place.x();
        if (gable) {
            return Outline.polygon(
                    place.left() + w * 0.02,
                    eaves - h * 0.05,
                    x,
                    place.top(),
                    place.right() - w * 0.02,
                    eaves - h * 0.05,
                    x,
                    place.top() + h * 0.055);
        }
        double low = place.top() + h * 0.2;
        return Outline.curved(
                place.left() + w * 0.17,
                place.top(),
                x,
                place.top(),
                place.right() - w * 0.17,
                place.top(),
                place.right() - w * 0.12,
                low,
                place.right() - w * 0.2,
                low,
                x,
                low * 0.5 + place.top() * 0.5,
                place.left() + w * 0.2,
                low,
                place.left() + w * 0.12,
                low,
                place.left() + w * 0.17,
                place.top());
    }

    private void paintChimney(Brush brush, int tiles) {
        double w = place.width();
        double x = place.x() + w * 0.2;
        double top = place.top() - (gable ? -0.02 : 0.06) * place.height();
        brush.fill(
                Outline.box(x, Math.max(0.002, top), x + w * 0.1, place.top() + place.height() * 0.3),
                Pigment.mix(tiles, brush.light().on(0xa06850), 0.6));
    }

    private void paintDoorAndWindows(Brush brush, double left, double right, double eaves) {
        double w = right - left;
        double floor = (place.foot() - eaves) / storeys;
        int glass = brush.light().lampsLit() ? 0xffdc82 : brush.light().on(0xb9dcee);
        int door = brush.light().on(walls == Tone.BROWN || walls == Tone.RED ? 0x5c3a2a : 0x8a5230);
        double doorTop = place.foot() - floor * 0.68;
        brush.fill(Outline.box(place.x() - w * 0.1, doorTop, place.x() + w * 0.1, place.foot()), door);
        double size = Math.min(w * 0.17, floor * 0.4);
        for (double x : List.of(left + w * 0.2, right - w * 0.2)) {
            window(brush, x, place.foot() - floor * 0.52, size, glass);
        }
        if (storeys == 2) {
            for (double x : List.of(left + w * 0.25, right - w * 0.25)) {
                window(brush, x, place.foot() - floor * 1.45, size, glass);
            }
        } else if (gable) {
            brush.fill(Outline.circle(place.x(), eaves - place.height() * 0.14, size * 0.42), glass);
        }
    }

    private static void window(Brush brush, double x, double y, double size, int glass) {
        double r = size / 2;
        if (brush.light().lampsLit()) {
            brush.tint(Outline.circle(x, y, size * 1.15), 0xffd070, 0.11);
        }
        brush.fill(Outline.box(x - r, y - r, x + r, y + r), glass);
        int frame = brush.light().on(0xfdf8ee);
        brush.line(Outline.open(x, y - r, x, y + r), 0.005, frame);
        brush.line(Outline.open(x - r, y, x + r, y), 0.005, frame);
    }
}
