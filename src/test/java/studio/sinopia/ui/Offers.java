package studio.sinopia.ui;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.StorybookPalette;
import studio.sinopia.core.Size;
import studio.sinopia.library.FewSteps;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.Sampling;

/** What the model of the tests can do. */
public final class Offers {

    public static final ModelOffer STORYBOOK =
            offer(Set.of(ConditionKind.LINEART, ConditionKind.SCRIBBLE, ConditionKind.SEGMENTS, ConditionKind.POSE));

    private Offers() {}

    public static ModelOffer offer(Set<ConditionKind> controls) {
        return new ModelOffer(
                "Storybook",
                "",
                new Size(256, 256),
                controls,
                List.of("Euler", "Euler a", "Heun", "DDIM", "DPM++ 2M", "DPM++ 2M SDE", "UniPC", "LCM"),
                List.of("Normal", "Karras", "Exponential", "SGM Uniform", "Trailing"),
                Sampling.STANDARD,
                Recipe.STANDARD_GUIDANCE,
                StorybookPalette.PALETTE,
                new FewSteps(Optional.empty()));
    }
}
