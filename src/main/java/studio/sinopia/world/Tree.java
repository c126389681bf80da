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
        Wording.Noun tree = Wording.Noun.of("tree");
        Wording words =
                switch (kind) {
                    case ROUND -> Wording.of(tree).coloured(leaves);
                    case PINE ->
                        Wording.of(Wording.Noun.of("pine tree"), Wording.Noun.of("pine"), tree, Wording.Noun.of("fir"))
                                .coloured(leaves);
                    case BLOSSOM -> Wording.of(tree).coloured(leaves).with("in blossom", "in blossom");
                    case BARE -> Wording.of(Wording.Noun.of("bare tree")).with("without leaves", "without leaves");
                };
        return words.sized(build.uprightWords());
    }

    @Override
    public void paint(Brush brush) {
        brush.shadow(new Place(place.x(), place.foot(), place.width() * 0.7, place.height()));
        int bark = brush.light().on(0x7a5236);
        switch (kind) {
            case ROUND, BLOSSOM -> paintRound(brush, bark);
            case PINE -> paintPine(brush, bark);
            case BARE -> paintBare(brush, bark);
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

    private void paintRound(Brush brush, int bark) {
        double w = place.width();
        double h = place.height();
        double x = place.x();
        double t = w * 0.075;
        brush.fill(
                Outline.polygon(
                        x - t * 1.3,
                        place.foot(),
                        x - t * 0.8,
                        place.foot() - h * 0.5,
                        x + t * 0.8,
                        place.foot() - h * 0.5,
                        x + t * 1.3,
                        place.foot()),
                bark);
        double r = w * 0.3;
        double tall = Math.max(r, h * 0.22);
        int leaf = leafColour(brush);
        double low = place.top() + h * 0.47;
        brush.fillTogether(
                List.of(
                        Outline.oval(x - w * 0.22, low, w * 0.28, tall * 0.8),
                        Outline.oval(x + w * 0.22, low, w * 0.28, tall * 0.8),
                        Outline.oval(x, place.top() + tall, r * 1.1, tall)),
                leaf);
        double side = brush.lightSide();
        brush.tint(Outline.oval(x - side * w * 0.24, low + tall * 0.12, w * 0.22, tall * 0.6), 0x203050, 0.13);
        brush.tint(Outline.oval(x + side * w * 0.09, place.top() + tall * 0.9, r * 0.75, tall * 0.68), 0xfff4c0, 0.16);
    }

    private void paintPine(Brush brush, int bark) {
        double w = place.width();
        double h = place.height();
        double x = place.x();
        brush.fill(Outline.box(x - w * 0.07, place.foot() - h * 0.2, x + w * 0.07, place.foot()), bark);
        int leaf = leafColour(brush);
        List<Shape> tiers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            double half = w * (0.5 - 0.11 * i);
            double base = place.foot() - h * (0.13 + 0.24 * i);
            double tip = i == 2 ? place.top() : base - h * 0.4;
            tiers.add(Outline.polygon(x - half, base, x, tip, x + half, base));
        }
        for (Shape tier : tiers) {
            brush.fill(tier, leaf);
        }
        double side = brush.lightSide();
        brush.tint(
                Outline.polygon(
                        x, place.top(), x - side * w * 0.46, place.foot() - h * 0.14, x, place.foot() - h * 0.14),
                0x182848,
                0.16);
        if (brush.season() == Season.WINTER) {
            int snow = brush.light().on(0xf6fafc);
            for (int i = 0; i < 3; i++) {
                double base = place.foot() - h * (0.13 + 0.24 * i);
                double tip = i == 2 ? place.top() : base - h * 0.34;
                double half = w * (0.5 - 0.11 * i) * 0.42;
                double y = tip + (base - tip) * 0.42;
                brush.tint(
                        Outline.curved(
                                x, tip, x + half, y, x + half, y, x, y - h * 0.05, x - half, y, x - half, y, x, tip),
                        snow,
                        0.9);
            }
        }
    }

    private void paintBare(Brush brush, int bark) {
        double w = place.width();
        double h = place.height();
        double x = place.x();
        double y = place.foot();
        double t = w * 0.09;
        brush.fillTogether(
                List.of(
                        Outline.polygon(x - t, y, x - t * 0.4, y - h * 0.75, x + t * 0.4, y - h * 0.75, x + t, y),
                        Brush.limb(t * 0.8, x, y - h * 0.35, x - w * 0.3, y - h * 0.62, x - w * 0.42, y - h * 0.84),
                        Brush.limb(t * 0.8, x, y - h * 0.45, x + w * 0.28, y - h * 0.68, x + w * 0.4, y - h * 0.9),
                        Brush.limb(t * 0.7, x, y - h * 0.7, x - w * 0.08, y - h * 0.97),
                        Brush.limb(t * 0.6, x - w * 0.3, y - h * 0.62, x - w * 0.46, y - h * 0.62),
                        Brush.limb(t * 0.6, x + w * 0.28, y - h * 0.68, x + w * 0.18, y - h * 0.92)),
                bark);
    }
}
