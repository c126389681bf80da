package studio.sinopia.ui.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import studio.sinopia.core.Size;
import studio.sinopia.recipe.Inpainting;
import studio.sinopia.recipe.MaskedContent;
import studio.sinopia.recipe.Precision;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.Request;
import studio.sinopia.recipe.Sampling;
import studio.sinopia.recipe.SeedPolicy;
import studio.sinopia.recipe.Upscaler;
import studio.sinopia.recipe.Wording;
import studio.sinopia.settings.Appearance;
import studio.sinopia.settings.Settings;
import studio.sinopia.ui.Offers;

class SettingsViewModelTest {

    private final SettingsViewModel settings = new SettingsViewModel(Offers.STORYBOOK, Settings.STANDARD);

    @Test
    void beginsWithWhatSuitsTheModel() {
        Recipe recipe = freeze(1);
        assertThat(recipe.sampling()).isEqualTo(Offers.STORYBOOK.sampling());
        assertThat(recipe.guidance()).isEqualTo(Offers.STORYBOOK.guidance());
    }

    @Test
    void aRandomSeedIsResolvedAndCanBeKept() {
        assertThat(freeze(77).seed()).isEqualTo(77);
        assertThat(settings.lastSeedProperty().get()).contains(77L);
        settings.reuseSeed();
        assertThat(freeze(78).seed()).isEqualTo(77);
    }

    @Test
    void sixtyFourBitSeedsSurvive() {
        settings.seedProperty().set(Long.MAX_VALUE);
        assertThat(freeze(1).seed()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void whatTheModelDoesNotOfferGivesWayToTheUsual() {
        var old = new Settings(
                Appearance.DARK,
                studio.sinopia.settings.Language.SYSTEM,
                2,
                "",
                new Size(256, 256),
                new Sampling("PLMS", "Beta", 12),
                6,
                "a boat",
                "rain",
                java.util.Map.of());
        Recipe recipe = new SettingsViewModel(Offers.STORYBOOK, old)
                .freeze(new Size(256, 256), List.of(), 1)
                .getFirst();
        assertThat(recipe.sampling()).isEqualTo(new Sampling("DPM++ 2M", Sampling.AUTOMATIC, 12));
        assertThat(recipe.guidance()).isEqualTo(6);
        assertThat(recipe.negative()).isEqualTo("rain");
    }

    @Test
    void recallingARecipeAsksForItAgain() {
        settings.promptProperty().set("a barn");
        settings.negativeProperty().set("rain");
        settings.stepsProperty().set(33);
        settings.guidanceProperty().set(9.5);
        settings.samplerProperty().set("Heun");
        settings.scheduleProperty().set("Karras");
        settings.hires().onProperty().set(true);
        settings.hires().factorProperty().set(1.75);
        settings.hires().upscalerProperty().set(Upscaler.LANCZOS);
        settings.advanced().precisionProperty().set(Precision.FP32);
        settings.advanced().syntaxProperty().set(Wording.Syntax.FORGIVING);
        settings.advanced().noiseProperty().set("GPU");
        settings.advanced().seamlessProperty().set(Seamless.SIDES);
        Recipe first = freeze(5);
        var others = new SettingsViewModel(Offers.STORYBOOK, Settings.STANDARD);
        others.recall(first);
        assertThat(others.freeze(first.size(), List.of(), 99)).containsExactly(first);
        assertThat(first.hires().orElseThrow().size()).isEqualTo(new Size(448, 448));
        assertThat(first.extras().values()).containsOnly(entry("seamless-x", 1.0), entry("seamless-y", 0.0));
    }

    @Test
    void whatIsSetOfMasksIsAskedForAgain() {
        var closeUp = new Inpainting(9, MaskedContent.FILL, OptionalInt.of(48));
        settings.inpainting().recall(closeUp);
        Request request = settings.request(new Size(256, 256));
        assertThat(request.inpainting()).isEqualTo(closeUp);
        settings.inpainting().recall(Inpainting.STANDARD);
        settings.restore(request);
        assertThat(settings.inpainting().inpainting()).isEqualTo(closeUp);
    }

    @Test
    void whatIsNotAsUsualIsSaidInTheTitleOfFoldedFields() {
        assertThat(settings.advanced().summary()).isEmpty();
        assertThat(settings.hires().summary()).isEmpty();
        settings.advanced().seamlessProperty().set(Seamless.ALL);
        settings.advanced().precisionProperty().set(Precision.BF16);
        settings.hires().onProperty().set(true);
        assertThat(settings.advanced().summary()).isEqualTo("seamless, BF16");
        assertThat(settings.hires().summary()).isEqualTo("2 ×");
    }

    @Test
    void severalPicturesHaveSeedsThatFollowOneAnotherAndTheNextTimeGoesOnBehindThem() {
        settings.seedProperty().set(10);
        settings.seedsProperty().set(SeedPolicy.INCREMENT);
        settings.countProperty().set(3);
        assertThat(settings.freeze(new Size(256, 256), List.of(), 1))
                .extracting(Recipe::seed)
                .containsExactly(10L, 11L, 12L);
        assertThat(settings.seedProperty().get()).isEqualTo(13);
        assertThat(settings.lastSeedProperty().get()).contains(12L);
    }

    private Recipe freeze(long fresh) {
        return settings.freeze(new Size(256, 256), List.of(), fresh).getFirst();
    }
}
