package studio.sinopia.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import studio.sinopia.core.Size;

/** How one movement of the hand is repeated about the middle of the canvas. */
public enum Symmetry {
    NONE("No symmetry"),
    LEFT_RIGHT("Left and right"),
    TOP_BOTTOM("Top and bottom"),
    FOUR("All four quarters"),
    SIX("Six times around");

    private final String title;

    Symmetry(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** The marks and their images, the marks themselves first. */
    public List<Mark> repeated(List<? extends Mark> marks, Size size) {
        List<Mark> all = new ArrayList<>(marks);
        placements(size).forEach(placement -> marks.forEach(mark -> all.add(mark.moved(placement))));
        return all;
    }

    private List<Placement> placements(Size size) {
        double x = size.width() / 2.0;
        double y = size.height() / 2.0;
        Placement across = Placement.about(x, y, -1, 1, 0);
        Placement down = Placement.about(x, y, 1, -1, 0);
        return switch (this) {
            case NONE -> List.of();
            case LEFT_RIGHT -> List.of(across);
            case TOP_BOTTOM -> List.of(down);
            case FOUR -> List.of(across, down, across.then(down));
            case SIX ->
                IntStream.range(1, 6)
                        .mapToObj(turn -> Placement.about(x, y, 1, 1, turn * Math.PI / 3))
                        .toList();
        };
    }
}
