package studio.sinopia.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.ConditionMap;
import studio.sinopia.control.Control;
import studio.sinopia.core.Problem;
import studio.sinopia.document.Influence;
import studio.sinopia.document.Layer;
import studio.sinopia.document.LayerId;
import studio.sinopia.recipe.Recipe;

/** The maps of a recipe as layers that can be drawn on. */
final class RecipeLayers {

    private final List<Layer> drawn = new ArrayList<>();
    private final List<String> left = new ArrayList<>();

    RecipeLayers(Recipe recipe) {
        for (Control control : recipe.controls()) {
            switch (control) {
                case Control.Structure structure -> take(structure, recipe);
                case Control.Placement placement -> left.add("the box for \"" + placement.phrase() + "\"");
            }
        }
        recipe.start().ifPresent(start -> left.add("the picture it began from"));
        recipe.patches().forEach(patch -> left.add("the patch " + patch.file()));
        if (drawn.isEmpty()) {
            drawn.add(Layer.empty(ConditionKind.LINEART));
        }
    }

    private void take(Control.Structure structure, Recipe recipe) {
        ConditionMap map = structure.map();
        if (canBeDrawn(map, recipe)) {
            drawn.add(new Layer.Painting(
                    LayerId.random(), map.kind(), influence(structure), Optional.of(map.raster()), List.of()));
        } else {
            left.add(map.kind().title());
        }
    }

    /** From bottom to top, at least one. */
    List<Layer> drawn() {
        return List.copyOf(drawn);
    }

    /** What else determined the picture and has no place in this window. */
    Optional<Problem> problem() {
        if (left.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Problem(
                "The picture was also made with what this window cannot show: "
                        + left.stream().collect(Collectors.joining(", ")) + ".",
                "",
                "Painted from here it will differ; \"sinopia render\" paints the whole recipe."));
    }

    private static boolean canBeDrawn(ConditionMap map, Recipe recipe) {
        return (map.kind().isLines() || map.kind() == ConditionKind.SEGMENTS)
                && map.raster().size().equals(recipe.size());
    }

    private static Influence influence(Control.Structure control) {
        return new Influence(
                true,
                Math.clamp(control.strength(), 0, Influence.STRONGEST),
                control.window().start(),
                control.window().end());
    }
}
