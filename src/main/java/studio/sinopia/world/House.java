package studio.sinopia.world;

import java.awt.Shape;
import java.util.Optional;

/**
 * A house seen from the front.
 *
 * @param storeys 1 or 2
 * @param gable whether the roof's end faces us
 */
record House(Place place, Tone walls, Tone roof, Build build, int storeys, boolean chimney, boolean gable)
        implements Thing {

    /** Half the width of the walls; the roof reaches beyond them. */
    private static final double WALL = 0.43;

    private static final Odds<Tone> WALLS = Odds.of(3, Tone.RED)
            .and(2, Tone.BLUE, Tone.YELLOW, Tone.WHITE)
            .and(1, Tone.GREEN, Tone.PINK, Tone.ORANGE, Tone.PURPLE, Tone.BROWN);

    static House random(Dice dice) {
        Tone walls = WALLS.pick(dice);
        Tone roof = dice.pick(Tone.RED, Tone.BROWN, Tone.BROWN, Tone.GREY, Tone.GREY, Tone.BLUE, Tone.ORANGE);
        if (roof == walls) {
            roof = walls == Tone.BROWN ? Tone.RED : Tone.BROWN;
        }
        Build build = Build.random(dice);
        int storeys = build == Build.SMALL ? 1 : dice.pick(1, 1, 2);
        boolean gable = dice.chance(storeys == 2 ? 0.7 : 0.45);
        double height = (storeys == 2 ? 0.56 : 0.46) * build.factor();
        double width = height * (storeys == 2 ? 0.8 : gable ? 0.95 : 1.2);
        return new House(new Place(0, 0, width, height), walls, roof, build, storeys, dice.chance(0.6), gable);
    }

    @Override
    public House at(Place where) {
        return new House(where, walls, roof, build, storeys, chimney, gable);
    }

    /** The ridge of a hipped roof. */
    @Override
    public Optional<Place> seat() {
        return gable
                ? Optional.empty()
                : Optional.of(new Place(place.x(), place.top(), 0.6 * place.width(), place.height()));
    }

    @Override
    public Label label() {
        return Label.HOUSE;
    }

    @Override
    public Wording wording() {
        Words house = Words.of("house");
        Wording words = build == Build.SMALL
                ? Wording.of(house, house, Words.of("cottage"), Words.of("hut"))
                : Wording.of(house, house, house, Words.of("home"));
        return words.coloured(walls)
                .qualified(build.words())
                .with("with " + roof.oneWord() + " roof", "with " + roof.word() + " roofs");
    }

    @Override
    public void paint(Brush brush) {
        Light light = brush.light();
        Frame frame = Frame.of(place);
        double eaves = storeys == 2 ? 0.64 : 0.54;
        int wall = light.on(walls.rgb());
        int tiles = light.on(
                switch (roof) {
                    case GREY -> 0x6c6a78;
                    case BROWN -> 0x7c4c34;
                    default -> roof.rgb();
                });
        brush.shadow(place);
        if (chimney) {
            paintChimney(brush, frame, tiles);
        }
        brush.fill(frame.box(-WALL, 0, WALL, eaves + 0.02), wall);
        double shade = brush.lightSide() < 0 ? WALL - 0.13 : -WALL;
        brush.tint(frame.box(shade, 0, shade + 0.13, eaves), 0x302040, 0.11);
        if (gable) {
            brush.fill(frame.polygon(-WALL, eaves, 0, 0.94, WALL, eaves), wall);
        }
        brush.fill(gable ? gableRoof(frame, eaves) : hipRoof(frame, eaves), tiles);
        if (brush.season() == Season.WINTER) {
            brush.tint(gable ? gableSnow(frame, eaves) : hipSnow(frame), light.on(0xf4f8fc), 0.92);
        }
        paintOpenings(brush, frame, eaves);
    }

    private static Shape gableRoof(Frame frame, double eaves) {
        return frame.pen(-0.5, eaves - 0.045)
                .line(-0.5, eaves + 0.04)
                .line(0, 1)
                .line(0.5, eaves + 0.04)
                .line(0.5, eaves - 0.045)
                .line(0, 0.885)
                .close();
    }

    private static Shape hipRoof(Frame frame, double eaves) {
        return frame.polygon(-0.5, eaves, -0.33, 1, 0.33, 1, 0.5, eaves);
    }

    private static Shape gableSnow(Frame frame, double eaves) {
        return frame.polygon(-0.48, eaves + 0.05, 0, 1, 0.48, eaves + 0.05, 0, 0.945);
    }

    private static Shape hipSnow(Frame frame) {
        return frame.pen(-0.33, 1)
                .bend(0, 1, 0.33, 1)
                .bend(0.38, 0.8, 0.3, 0.8)
                .bend(0, 0.9, -0.3, 0.8)
                .bend(-0.38, 0.8, -0.33, 1)
                .close();
    }

    private void paintChimney(Brush brush, Frame frame, int tiles) {
        double ceiling = (place.foot() - 0.002) / place.height(); // the upper edge of the picture
        double top = Math.min(gable ? 0.98 : 1.06, ceiling);
        brush.fill(
                frame.box(0.2, 0.7, 0.3, top), Pigment.mix(tiles, brush.light().on(0xa06850), 0.6));
    }

    private void paintOpenings(Brush brush, Frame frame, double eaves) {
        double floor = eaves / storeys;
        int door = brush.light().on(walls == Tone.BROWN || walls == Tone.RED ? 0x5c3a2a : 0x8a5230);
        brush.fill(frame.box(-0.086, 0, 0.086, 0.68 * floor), door);
        double size = Math.min(0.1462 * place.width(), 0.4 * floor * place.height());
        paintWindow(brush, frame.x(-0.258), frame.y(0.52 * floor), size);
        paintWindow(brush, frame.x(0.258), frame.y(0.52 * floor), size);
        if (storeys == 2) {
            paintWindow(brush, frame.x(-0.215), frame.y(1.45 * floor), size);
            paintWindow(brush, frame.x(0.215), frame.y(1.45 * floor), size);
        } else if (gable) {
            brush.fill(Outline.circle(place.x(), frame.y(eaves + 0.14), 0.42 * size), glass(brush.light()));
        }
    }

    private static int glass(Light light) {
        return light.lampsLit() ? 0xffdc82 : light.on(0xb9dcee);
    }

    private static void paintWindow(Brush brush, double x, double y, double size) {
        Frame frame = Frame.around(x, y, size);
        if (brush.light().lampsLit()) {
            brush.tint(frame.circle(0, 0, 1.15), 0xffd070, 0.11);
        }
        brush.fill(frame.box(-0.5, -0.5, 0.5, 0.5), glass(brush.light()));
        int wood = brush.light().on(0xfdf8ee);
        brush.line(frame.open(0, 0.5, 0, -0.5), 0.005, wood);
        brush.line(frame.open(-0.5, 0, 0.5, 0), 0.005, wood);
    }
}
