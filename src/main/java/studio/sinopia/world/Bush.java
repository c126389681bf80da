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
        return Wording.of(new Wording.Noun("bush", "bushes")).sized(build.words());
    }

    @Override
    public void paint(Brush brush) {
        double w = place.width();
        double h = place.height();
        int leaf = brush.light()
                .on(
                        brush.season() == Season.WINTER
                                ? 0xc4d4cc
                                : Pigment.darker(brush.season().leaves(), 0.12));
        brush.shadow(place);
        double y = place.foot() - h * 0.4;
        brush.fillTogether(
                List.of(
                        Outline.oval(place.x() - w * 0.27, y, w * 0.23, h * 0.4),
                        Outline.oval(place.x() + w * 0.27, y, w * 0.23, h * 0.4),
                        Outline.oval(place.x(), place.foot() - h * 0.52, w * 0.3, h * 0.48)),
                leaf);
        double x = place.x() + brush.lightSide() * w * 0.07;
        brush.tint(Outline.oval(x, place.foot() - h * 0.6, w * 0.2, h * 0.3), 0xfff6c8, 0.17);
    }
}
