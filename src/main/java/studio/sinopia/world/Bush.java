package studio.sinopia.world;

import java.util.List;

/** A low round bush. */
record Bush(Place place, Build build) implements Thing {

    static Bush random(Dice dice) {
        Build build = Build.random(dice);
        double height = 0.17 * build.factor();
        return new Bush(new Place(0, 0, height * 1.5, height), build);
    }

    @Override
    public Bush at(Place where) {
        return new Bush(where, build);
    }

    @Override
    public Label label() {
        return Label.BUSH;
    }

    @Override
    public Wording wording() {
        return Wording.of(new Words("bush", "bushes")).qualified(build.words());
    }

    @Override
    public void paint(Brush brush) {
        boolean snowy = brush.season() == Season.WINTER;
        int leaf = snowy ? 0xc4d4cc : Pigment.darker(brush.season().leaves(), 0.12);
        Frame frame = Frame.of(place);
        brush.shadow(place);
        brush.fillTogether(
                List.of(
                        frame.oval(-0.27, 0.4, 0.23, 0.4),
                        frame.oval(0.27, 0.4, 0.23, 0.4),
                        frame.oval(0, 0.52, 0.3, 0.48)),
                brush.light().on(leaf));
        brush.tint(frame.oval(0.07 * brush.lightSide(), 0.6, 0.2, 0.3), 0xfff6c8, 0.17);
    }
}
