package studio.sinopia.ui;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.StorybookPalette;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.sample.SamplerCatalogue;
import studio.sinopia.engine.sample.ScheduleCatalogue;
import studio.sinopia.engine.weights.ModelFolder;
import studio.sinopia.library.FewSteps;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.Sampling;
import studio.sinopia.world.Edition;

/** Finds out what can be asked of a model by looking at its folder, without reading weights. */
public final class ModelOffers {

    private static final Size SHIPPED_SIZE = new Size(256, 256);

    private ModelOffers() {}

    /** The model that ships. If its folder is not there it offers no controls; why it does not run, the first run says. */
    public static ModelOffer shipped(Path folder) {
        return new ModelOffer(
                title(folder),
                "",
                SHIPPED_SIZE,
                controls(folder),
                SamplerCatalogue.entries().stream()
                        .map(SamplerCatalogue.Entry::name)
                        .toList(),
                schedules(),
                Sampling.STANDARD,
                Recipe.STANDARD_GUIDANCE,
                StorybookPalette.first(edition(folder).classes()),
                FewSteps.of(folder));
    }

    private static List<String> schedules() {
        return ScheduleCatalogue.names().stream()
                .filter(name -> !name.equals(Sampling.AUTOMATIC))
                .toList();
    }

    private static Set<ConditionKind> controls(Path folder) {
        var kinds = EnumSet.noneOf(ConditionKind.class);
        try {
            ModelFolder.open(folder)
                    .controls()
                    .keySet()
                    .forEach(key -> ConditionKind.find(key).ifPresent(kinds::add));
        } catch (StudioException unreadable) {
            kinds.clear(); // the first run tells what is wrong with the folder, and where
        }
        return kinds;
    }

    private static Edition edition(Path folder) {
        try {
            return Edition.find(ModelFolder.open(folder).edition()).orElse(Edition.FIRST);
        } catch (StudioException unreadable) {
            return Edition.FIRST; // as above
        }
    }

    private static String title(Path folder) {
        String name = folder.getFileName().toString();
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
