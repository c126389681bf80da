package studio.sinopia.document;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.core.Colour;
import studio.sinopia.core.Size;

/** Small drawings that the tests of this package share. */
final class Drawings {

    static final Size SIZE = new Size(64, 48);

    private Drawings() {}

    static Layer.Painting layer(ConditionKind kind, Mark... marks) {
        return new Layer.Painting(LayerId.random(), kind, Influence.STANDARD, Optional.empty(), List.of(marks));
    }

    static Mark.Stroke stroke(Colour colour, double width, double... xy) {
        var points = new StrokePoint[xy.length / 2];
        Arrays.setAll(points, i -> new StrokePoint(xy[2 * i], xy[2 * i + 1]));
        return new Mark.Stroke(List.of(points), width, colour);
    }
}
