package studio.sinopia.recipe.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;
import studio.sinopia.recipe.Recipe;

/**
 * A table of pictures that differ along one to three axes.
 *
 * @param cells row by row, one layer of Z after another
 * @param columns labels along X
 * @param rows labels along Y, one empty label if there is no such axis
 * @param layers labels along Z, one empty label if there is no such axis
 */
public record Plot(List<Cell> cells, List<String> columns, List<String> rows, List<String> layers) {

    /** More pictures than so many are not asked for at once. */
    public static final int MOST_CELLS = 1000;

    public Plot {
        cells = List.copyOf(cells);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        layers = List.copyOf(layers);
    }

    /** One picture of a plot and its place, counted from 0. */
    public record Cell(int column, int row, int layer, Recipe recipe) {}

    /**
     * Lays a plot out. Values along Y are set first, then Z, then X, so that where two axes touch the same thing, X decides.
     *
     * @throws StudioException if a value is none for its axis, changes nothing, or there are too many cells
     */
    public static Plot of(Recipe base, Axis x, Optional<Axis> y, Optional<Axis> z) throws StudioException {
        int rows = y.map(axis -> axis.values().size()).orElse(1);
        int layers = z.map(axis -> axis.values().size()).orElse(1);
        long count = (long) x.values().size() * rows * layers;
        if (count > MOST_CELLS) {
            throw new StudioException(new Problem(
                    "The plot has %d pictures; at most %d are painted at once.".formatted(count, MOST_CELLS),
                    "plot",
                    "Leave some values out."));
        }
        List<Cell> cells = new ArrayList<>();
        for (int layer = 0; layer < layers; layer++) {
            for (int row = 0; row < rows; row++) {
                Recipe so = with(with(base, y, row), z, layer);
                for (int column = 0; column < x.values().size(); column++) {
                    cells.add(new Cell(column, row, layer, with(so, Optional.of(x), column)));
                }
            }
        }
        return new Plot(cells, labels(Optional.of(x)), labels(y), labels(z));
    }

    private static Recipe with(Recipe recipe, Optional<Axis> axis, int index) throws StudioException {
        if (axis.isEmpty()) {
            return recipe;
        }
        List<String> values = axis.get().values();
        return axis.get().kind().apply(recipe, values.get(index), values.getFirst());
    }

    /** A label for each row of pictures when the layers stand below one another. */
    public List<String> rowLabels() {
        return layers.stream()
                .flatMap(layer -> rows.stream().map(row -> (layer + " " + row).strip()))
                .toList();
    }

    private static List<String> labels(Optional<Axis> axis) {
        return axis.map(it -> it.values().stream()
                        .map(value -> it.kind().isWords() ? value : it.kind().title() + ": " + value)
                        .toList())
                .orElse(List.of(""));
    }
}
