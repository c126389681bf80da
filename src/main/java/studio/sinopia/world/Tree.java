package studio.sinopia.world;

import java.awt.Shape;
import java.util.ArrayList;
import java.util.List;

/** A tree of one of four kinds. */
record Tree(Place place, Kind kind, Tone leaves, Build build) implements Thing {

    /** How it grows. */
    enum Kind {
        ROUND,
        PINE,
        BLOSSOM,
        BARE
    }

    static Tree random(Dice dice, Season season) {
        Build build = dice.pick(Build.SMALL, Build.USUAL, Build.LARGE, Build.LARGE);
        Kind kind =
                switch (season) {
                    case SPRING -> dice.pick(Kind.ROUND, Kind.ROUND, Kind.PINE, Kind.BLOSSOM);
                    case SUMMER -> dice.pick(Kind.ROUND, Kind.ROUND, Kind.ROUND, Kind.PINE);
                    case AUTUMN -> dice.pick(Kind.ROUND, Kind.ROUND, Kind.ROUND, Kind.PINE, Kind.BARE);
                    case WINTER -> dice.pick(Kind.PINE, Kind.PINE, Kind.BARE);
                };
        Tone leaves =
                switch (kind) {
                    case ROUND -> season == Season.AUTUMN ? dice.pick(Tone.ORANGE, Tone.RED, Tone.YELLOW) : Tone.GREEN;
                    case BLOSSOM -> dice.pick(Tone.PINK, Tone.PINK, Tone.WHITE);
                    case PINE -> Tone.GREEN;
                    case BARE -> Tone.BROWN;
                };
        double height = 0.56 * build.factor();
        double slim = kind == Kind.PINE ? 0.5 : build == Build.LARGE ? 0.56 : 0.66;
        return new Tree(new Place(0, 0, height * slim, height), kind, leaves, build);
    }

    @Override
    public Tree at(Place where) {
        return new Tree(where, kind, leaves, build);
    }

    @Override
    public Label label() {
        return Label.TREE;
    }

    @Override
    public Wording wording() {
        Words tree = Words.of("tree");
        Wording words =
                switch (kind) {
                    case ROUND -> Wording.of(tree).coloured(leaves);
                    case PINE ->
                        Wording.of(Words.of("pine tree"), Words.of("pine"), tree, Words.of("fir"))
                                .coloured(leaves);
                    case BLOSSOM -> Wording.of(tree).coloured(leaves).with("in blossom", "in blossom");
                    case BARE -> Wording.of(Words.of("bare tree")).with("without leaves", "without leaves");
                };
        return words.qualified(build.uprightWords());
    }

    @Override
    public void paint(Brush brush) {
        brush.shadow(new Place(place.x(), place.foot(), place.width() * 0.7, place.height()));
        Frame frame = Frame.of(place);
        int bark = brush.light().on(0x7a5236);
        switch (kind) {
            case ROUND, BLOSSOM -> paintRound(brush, frame, bark);
            case PINE -> paintPine(brush, frame, bark);
            case BARE -> paintBare(brush, frame, bark);
        }
    }

    private int leafColour(Brush brush) {
        int green = brush.season() == Season.WINTER ? 0x4f8a62 : brush.season().leaves();
        return brush.light()
                .on(
                        switch (leaves) {
                            case GREEN -> kind == Kind.PINE ? 0x3d7d55 : green;
                            case PINK -> 0xf4b0c8;
                            case WHITE -> 0xf4eef0;
                            default -> leaves.rgb();
                        });
    }

    private void paintRound(Brush brush, Frame frame, int bark) {
        brush.fill(frame.polygon(-0.0975, 0, -0.06, 0.5, 0.06, 0.5, 0.0975, 0), bark);
        double tall = Math.max(0.3 * place.width() / place.height(), 0.22); // half the height of the crown's top
        brush.fillTogether(
                List.of(
                        frame.oval(-0.22, 0.53, 0.28, 0.8 * tall),
                        frame.oval(0.22, 0.53, 0.28, 0.8 * tall),
                        frame.oval(0, 1 - tall, 0.33, tall)),
                leafColour(brush));
        double side = brush.lightSide();
        brush.tint(frame.oval(-0.24 * side, 0.53 - 0.12 * tall, 0.22, 0.6 * tall), 0x203050, 0.13);
        brush.tint(frame.oval(0.09 * side, 1 - 0.9 * tall, 0.225, 0.68 * tall), 0xfff4c0, 0.16);
    }

    private void paintPine(Brush brush, Frame frame, int bark) {
        brush.fill(frame.box(-0.07, 0, 0.07, 0.2), bark);
        int leaf = leafColour(brush);
        List<Shape> snow = new ArrayList<>();
        for (int tier = 0; tier < 3; tier++) {
            double half = 0.5 - 0.11 * tier;
            double base = 0.13 + 0.24 * tier;
            brush.fill(frame.polygon(-half, base, 0, tier == 2 ? 1 : base + 0.4, half, base), leaf);
            snow.add(snow(frame, 0.42 * half, base, tier == 2 ? 1 : base + 0.34));
        }
        brush.tint(frame.polygon(0, 1, -0.46 * brush.lightSide(), 0.14, 0, 0.14), 0x182848, 0.16);
        if (brush.season() == Season.WINTER) {
            int white = brush.light().on(0xf6fafc);
            snow.forEach(shape -> brush.tint(shape, white, 0.9));
        }
    }

    private static Shape snow(Frame frame, double half, double base, double tip) {
        double low = tip - (tip - base) * 0.42;
        return frame.pen(0, tip)
                .bend(half, low, half, low)
                .bend(0, low + 0.05, -half, low)
                .bend(-half, low, 0, tip)
                .close();
    }

    private void paintBare(Brush brush, Frame frame, int bark) {
        double t = place.width() * 0.09;
        brush.fillTogether(
                List.of(
                        frame.polygon(-0.09, 0, -0.036, 0.75, 0.036, 0.75, 0.09, 0),
                        frame.limb(t * 0.8, 0, 0.35, -0.3, 0.62, -0.42, 0.84),
                        frame.limb(t * 0.8, 0, 0.45, 0.28, 0.68, 0.4, 0.9),
                        frame.limb(t * 0.7, 0, 0.7, -0.08, 0.97),
                        frame.limb(t * 0.6, -0.3, 0.62, -0.46, 0.62),
                        frame.limb(t * 0.6, 0.28, 0.68, 0.18, 0.92)),
                bark);
    }
}
