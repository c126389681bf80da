package studio.sinopia.world;

import java.awt.Shape;
import java.util.ArrayList;
import java.util.List;

/** A wooden fence across. */
record Fence(Place place, Tone paint) implements Thing {

    private static final double HEIGHT = 0.13;

    static Fence random(Dice dice) {
        return new Fence(
                new Place(0, 0, HEIGHT * dice.between(3.2, 5), HEIGHT), dice.pick(Tone.WHITE, Tone.BROWN, Tone.BROWN));
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
        return Wording.of(Words.of("fence")).coloured(paint == Tone.BROWN ? "wooden" : paint.word());
    }

    @Override
    public void paint(Brush brush) {
        List<Shape> boards = new ArrayList<>();
        Frame frame = Frame.of(place);
        boards.add(frame.box(-0.5, 0.29, 0.5, 0.43));
        boards.add(frame.box(-0.5, 0.63, 0.5, 0.77));
        double h = place.height();
        int posts = Math.max(3, (int) Math.round(place.width() / h / 0.62));
        for (int i = 0; i < posts; i++) {
            double x = place.left() + 0.1 * h + (place.width() - 0.2 * h) * i / (posts - 1);
            Frame post = new Frame(x, place.foot(), h, h);
            boards.add(post.polygon(-0.1, 0, -0.1, 0.88, 0, 1, 0.1, 0.88, 0.1, 0));
        }
        brush.fillTogether(boards, brush.light().on(paint == Tone.BROWN ? 0xa87848 : paint.rgb()));
    }
}
