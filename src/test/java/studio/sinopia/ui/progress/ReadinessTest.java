package studio.sinopia.ui.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.core.Size;
import studio.sinopia.document.Document;
import studio.sinopia.document.Edit;
import studio.sinopia.document.Influence;
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
    void aLayerThatIsOffIsInNobodysWay() {
        Document drawn = Cottage.drawing();
        Document off = drawn.with(new Edit.SetInfluence(drawn.layers().get(1).id(), Influence.STANDARD.turned(false)));
        assertThat(Readiness.missing("a barn", off, Set.of(ConditionKind.LINEART, ConditionKind.SEGMENTS)))
                .isEmpty();
    }
}
