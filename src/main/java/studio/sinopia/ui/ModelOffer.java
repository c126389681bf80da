package studio.sinopia.ui;

import java.util.List;
import java.util.Set;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.SegmentPalette;
import studio.sinopia.core.Size;
import studio.sinopia.library.FewSteps;
import studio.sinopia.recipe.Sampling;

/**
 * What can be asked of the open model.
 *
 * @param title name to show
 * @param location folder or file as a recipe names it; empty for the model that ships
 * @param size the one it was trained for
 * @param controls the kinds it can obey
 * @param samplers names in the order to show
 * @param schedules names in the order to show, {@link Sampling#AUTOMATIC} not among them
 * @param sampling what suits it
 * @param guidance CFG scale that suits it
 * @param palette the classes its segments are made of
 * @param few how it paints while somebody draws
 */
public record ModelOffer(
        String title,
        String location,
        Size size,
        Set<ConditionKind> controls,
        List<String> samplers,
        List<String> schedules,
        Sampling sampling,
        double guidance,
        SegmentPalette palette,
        FewSteps few) {

    public ModelOffer {
        controls = Set.copyOf(controls);
        samplers = List.copyOf(samplers);
        schedules = List.copyOf(schedules);
    }
}
