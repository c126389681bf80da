package studio.sinopia.world;

import java.awt.Shape;
import java.util.ArrayList;
import java.util.List;

/** A wooden fence across. */
record Fence(Place place, Tone paint) implements Thing {

    static Fence random(Dice dice) {
        double height = 0.13;
        return new Fence(
                new Place(0, 0, height * dice.between(3.2, 5), height), dice.pick(Tone.WHITE, Tone.BROWN, Tone.BROWN));
    }

    @Override
    public Fence at(Place where) {
        return new Fence(where, paint);
    }

    @Override
    public Label label() {
        return Label.FENCE;
    }

    @Override
    public Wording wording() {
        return new Wording(
                List.of(Wording.Noun.of("fence")),
                List.of(),
                List.of(paint == Tone.BROWN ? "wooden" : paint.word()),
                List.of(),
                List.of());
    }

    @Override
    public void paint(Brush brush) {
        double h = place.height();
        int wood = brush.light().on(paint == Tone.BROWN ? 0xa87848 : paint.rgb());
        List<Shape> boards = new ArrayList<>();
        for (double y : List.of(0.36, 0.7)) {
            boards.add(Outline.box(
                    place.left(), place.foot() - h * (y + 0.07), place.right(), place.foot() - h * (y - 0.07)));
        }
        int posts = Math.max(3, (int) Math.round(place.width() / h / 0.62));
        double r = h * 0.1;
        for (int i = 0; i < posts; i++) {
            double x = place.left() + r + (place.width() - 2 * r) * i / (posts - 1);
            boards.add(Outline.polygon(
                    x - r,
                    place.foot(),
                    x - r,
                    place.top() + h * 0.12,
                    x,
                    place.top(),
                    x + r,
                    place.top() + h * 0.12,
                    x + r,
                    place.foot()));
        }
        brush.fillTogether(boards, wood);
    }
}
