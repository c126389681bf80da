package studio.sinopia.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.sinopia.engine.run.RunId;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.plot.AxisKind;

/**
 * A plot as it outlives the program.
 *
 * @param base what changes along the axes
 * @param axes X, Y and Z, as far as there are any
 * @param cells in the order of the plot's
 */
public record KeptPlot(Recipe base, List<Along> axes, List<Cell> cells) {

    public KeptPlot {
        axes = List.copyOf(axes);
        cells = List.copyOf(cells);
    }

    /** What changes along an axis, with its values as they were typed. */
    public record Along(AxisKind kind, String values) {}

    /**
     * @param run paints it, or has
     * @param picture where it is kept, if it is painted
     */
    public record Cell(RunId run, Optional<Path> picture) {}

    /** With another cell at a place. */
    public KeptPlot with(int place, Cell cell) {
        List<Cell> changed = new ArrayList<>(cells);
        changed.set(place, cell);
        return new KeptPlot(base, axes, changed);
    }
}
