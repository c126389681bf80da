package studio.sinopia.world;

import java.awt.Shape;

/** A castle with two towers. */
record Castle(Place place, Tone walls, Tone roofs, Build build) implements Thing {

    static Castle random(Dice dice) {
        Build build = Build.random(dice);
        double height = 0.6 * build.factor();
        return new Castle(
                new Place(0, 0, height, height),
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
        String roofed = "with " + roofs.word() + " roofs";
        return Wording.of(Words.of("castle"))
                .coloured(walls)
                .qualified(build.words())
                .with(roofed, roofed)
                .with("with two towers", "with towers");
    }

    @Override
    public void paint(Brush brush) {
        int stone = brush.light().on(walls == Tone.GREY ? 0xaaa8b0 : walls.rgb());
        int roof = brush.light().on(roofs.rgb());
        Frame frame = Frame.of(place);
        brush.shadow(place);
        brush.fill(battlements(frame), stone);
        paintTower(brush, frame, -0.36, stone, roof);
        paintTower(brush, frame, 0.36, stone, roof);
        brush.fill(gate(frame), brush.light().on(0x5c4030));
    }

    private static Shape battlements(Frame frame) {
        Frame.Pen pen = frame.pen(-0.36, 0);
        int teeth = 9;
        for (int i = 0; i < teeth; i++) {
            double top = i % 2 == 0 ? 0.475 : 0.42;
            pen.line(-0.36 + 0.72 * i / teeth, top).line(-0.36 + 0.72 * (i + 1) / teeth, top);
        }
        return pen.line(0.36, 0).close();
    }

    private static void paintTower(Brush brush, Frame frame, double middle, int stone, int roof) {
        brush.fill(frame.box(middle - 0.12, 0, middle + 0.12, 0.66), stone);
        double shade = brush.lightSide() < 0 ? middle + 0.036 : middle - 0.12;
        brush.tint(frame.box(shade, 0, shade + 0.084, 0.66), 0x302848, 0.18);
        brush.fill(frame.polygon(middle - 0.1392, 0.66, middle, 1, middle + 0.1392, 0.66), roof);
        int glass = brush.light().lampsLit() ? 0xffdc82 : brush.light().on(0x54506a);
        brush.fill(frame.oval(middle, 0.52, 0.0336, 0.054), glass);
    }

    private static Shape gate(Frame frame) {
        return frame.pen(-0.1, 0)
                .bend(-0.1, 0, -0.1, 0.16)
                .bend(-0.1, 0.26, 0, 0.26)
                .bend(0.1, 0.26, 0.1, 0.16)
                .bend(0.1, 0.16, 0.1, 0)
                .close();
    }
}
