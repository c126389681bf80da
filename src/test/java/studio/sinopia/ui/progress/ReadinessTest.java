package studio.sinopia.ui.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.core.Colour;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.document.Document;
import studio.sinopia.document.Edit;
import studio.sinopia.document.Influence;
import studio.sinopia.document.Layer;
import studio.sinopia.recipe.Extras;
import studio.sinopia.recipe.HiresPass;
import studio.sinopia.recipe.Precision;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.ui.Cottage;

class ReadinessTest {

    private static final Document BLANK = Document.empty(new Size(64, 64));

    @Test
    void generateIsOffUntilThereIsAPrompt() {
        assertThat(Readiness.missing(" \n", BLANK, Set.of())).isPresent();
        assertThat(Readiness.missing("a barn", BLANK, Set.of())).isEmpty();
    }

    @Test
    void aLayerThatTheModelCannotObeyIsNamedWithTheWayOut() {
        Document drawn = Cottage.drawing();
        assertThat(Readiness.missing("a barn", drawn, Set.of(ConditionKind.LINEART, ConditionKind.SEGMENTS)))
                .hasValueSatisfying(
                        reason -> assertThat(reason).contains("the layer Pose").contains("Turn that layer off"));
    }

    @Test
    void whatDoesNotGoTogetherIsSaidBeforeItIsAskedFor() {
        Layer mask = Layer.empty(ConditionKind.INPAINT);
        Document masked = BLANK.with(new Edit.AddLayer(mask, 0))
                .with(new Edit.SetGround(mask.id(), Optional.of(Raster.filled(BLANK.size(), Colour.WHITE))));
        Recipe twice = Recipe.of("a barn", BLANK.size(), 1).withHires(Optional.of(new HiresPass(new Size(128, 128))));
        assertThat(Readiness.clash(twice, masked))
                .hasValueSatisfying(reason -> assertThat(reason).contains("what the mask keeps"));
        assertThat(Readiness.clash(twice, BLANK)).isEmpty();
        Recipe pattern = Recipe.of("a barn", BLANK.size(), 1).withExtras(new Extras(Map.of("seamless-x", 1.0)));
        assertThat(Readiness.clash(pattern.withPrecision(Precision.BF16), BLANK))
                .isPresent();
        assertThat(Readiness.clash(pattern, BLANK)).isEmpty();
    }

    @Test
    void aLayerThatIsOffIsInNobodysWay() {
        Document drawn = Cottage.drawing();
        Document off = drawn.with(new Edit.SetInfluence(drawn.layers().get(1).id(), Influence.STANDARD.turned(false)));
        assertThat(Readiness.missing("a barn", off, Set.of(ConditionKind.LINEART, ConditionKind.SEGMENTS)))
                .isEmpty();
    }
}
