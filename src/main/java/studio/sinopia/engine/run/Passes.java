package studio.sinopia.engine.run;

import java.util.List;
import java.util.Optional;
import studio.sinopia.control.Control;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import studio.sinopia.recipe.HiresPass;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.StartPicture;

/**
 * What is painted in each pass. Maps may be of the size of either; each pass sees them at its own.
 *
 * @param first at the recipe's size
 * @param second at the size of the finished picture, if there is a second pass
 */
record Passes(Recipe first, Optional<Recipe> second) {

    private static final double ROUNDING = 1e-9;

    static Passes of(Recipe recipe) throws StudioException {
        if (recipe.hires().isEmpty()) {
            return new Passes(recipe, Optional.empty());
        }
        HiresPass hires = recipe.hires().get();
        if (recipe.start().flatMap(StartPicture::mask).isPresent()) {
            throw new StudioException(new Problem(
                    "A second pass would paint over what the mask keeps.",
                    "hires",
                    "Leave the second pass out, or let only the masked part be painted at a larger size."));
        }
        int steps = hires.steps() == 0 ? recipe.sampling().steps() : hires.steps();
        Recipe second = fitted(recipe, hires.size(), recipe.size())
                .withSize(hires.size())
                .withStart(Optional.empty())
                .withSampling(recipe.sampling().withSteps(steps));
        return new Passes(fitted(recipe, recipe.size(), hires.size()), Optional.of(second));
    }

    private static Recipe fitted(Recipe recipe, Size size, Size other) {
        List<Control> controls = recipe.controls().stream()
                .map(control -> fitted(control, size, other))
                .toList();
        return recipe.withControls(controls);
    }

    /** A map of a third size stays as it is, to be refused. */
    private static Control fitted(Control control, Size size, Size other) {
        return control instanceof Control.Structure structure
                        && structure.map().raster().size().equals(other)
                ? structure.fitted(size)
                : control;
    }

    /** Steps of the second pass that are not taken; at least one is. */
    int skipped() {
        int steps = second.orElseThrow().sampling().steps();
        double strength = first.hires().orElseThrow().strength();
        return steps - Math.max(1, (int) Math.floor(steps * strength + ROUNDING));
    }
}
