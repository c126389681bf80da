package studio.sinopia.recipe.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.ConditionMap;
import studio.sinopia.control.Control;
import studio.sinopia.core.Colour;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.StartPicture;
import studio.sinopia.recipe.WeightPatch;

class PlotTest {

    private static final Size SIZE = new Size(8, 8);
    private static final Raster MAP = Raster.filled(SIZE, Colour.WHITE);
    private static final Recipe HOUSE = Recipe.of("a red house", SIZE, 7);
    private static final Recipe RICH = HOUSE.withControls(
                    List.of(new Control.Structure(new ConditionMap(ConditionKind.LINEART, MAP))))
            .withStart(Optional.of(new StartPicture(MAP, 0.5, Optional.empty())))
            .withPatches(List.of(new WeightPatch("ink", 1)));

    private static Axis axis(String text) throws StudioException {
        return Axis.parse(text);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "steps=10, 20,40; 10 20 40",
                "steps=1-5; 1 2 3 4 5",
                "seed=1-9 (+4); 1 5 9",
                "cfg=2-8 [4]; 2 4 6 8",
                "cfg=1-2 (+0.5),7; 1 1.5 2 7",
                "steps=10-11 [1]; 10",
                "prompt=red,\"blue, dark\"; red blue, dark",
                "sampler=DPM++ 2M,Euler a; DPM++ 2M Euler a"
            })
    void valuesAreListedOrRanged(String text, String values) throws Exception {
        assertThat(String.join(" ", axis(text).values())).isEqualTo(values);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"steps", "colour=red", "steps=", "seed=9-1", "seed=1-5000"})
    void whatIsNoAxisIsRefusedWithAWayOut(String text) {
        assertThatThrownBy(() -> axis(text))
                .isInstanceOfSatisfying(
                        StudioException.class,
                        refused -> assertThat(refused.problem().remedy()).isNotBlank());
    }

    @Test
    void everyCellHasItsValues() throws Exception {
        Plot plot = Plot.of(
                HOUSE, axis("steps=10,20"), Optional.of(axis("prompt=red,blue")), Optional.of(axis("seed=1-3")));
        assertThat(plot.cells()).hasSize(12);
        Recipe last = plot.cells().getLast().recipe();
        assertThat(last.prompt()).isEqualTo("a blue house");
        assertThat(last.seed()).isEqualTo(3);
        assertThat(last.sampling().steps()).isEqualTo(20);
        assertThat(plot.columns()).containsExactly("Steps: 10", "Steps: 20");
        assertThat(plot.rows()).containsExactly("red", "blue");
    }

    @ParameterizedTest
    @EnumSource(AxisKind.class)
    void everyKindChangesTheRecipe(AxisKind kind) throws Exception {
        String values =
                switch (kind) {
                    case PROMPT -> "red,blue";
                    case WHOLE_PROMPT -> "a red house,a boat";
                    case SEED -> "7,8";
                    case STEPS -> "20,9";
                    case GUIDANCE -> "4,9";
                    case SAMPLER -> "Euler,LCM";
                    case SCHEDULE -> "Karras,Normal";
                    case CONTROL_WEIGHT -> "1,0.4";
                    case CONTROL_END -> "1,0.4";
                    case STRENGTH -> "0.5,0.9";
                    case SIZE -> "8x8,16x16";
                    case MODEL -> "storybook,other";
                    case LORA_WEIGHT -> "1,0.4";
                };
        Recipe base = kind == AxisKind.SIZE ? HOUSE : RICH;
        Plot plot = Plot.of(base, Axis.parse(kind, values), Optional.empty(), Optional.empty());
        Set<Recipe> different =
                new HashSet<>(plot.cells().stream().map(Plot.Cell::recipe).toList());
        assertThat(different).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"control-weight=1", "lora-weight=1", "strength=0.5", "prompt=green", "steps=0", "cfg=many", "seed=1-101"
    })
    void whatWouldChangeNothingOrCannotBeIsRefused(String text) {
        assertThatThrownBy(() -> Plot.of(HOUSE, axis(text), Optional.empty(), Optional.empty()))
                .isInstanceOf(StudioException.class);
    }

    @Test
    void tooManyPicturesAreRefused() {
        assertThatThrownBy(() -> Plot.of(HOUSE, axis("seed=1-100"), Optional.of(axis("steps=1-100")), Optional.empty()))
                .hasMessageContaining("10000 pictures");
    }

    @Test
    void aMatrixHasEveryCombinationOfTheLaterParts() throws Exception {
        assertThat(PromptMatrix.prompts("a house|at night|in [rain|snow]"))
                .containsExactly(
                        "a house", "a house, at night", "a house, in [rain|snow]", "a house, at night, in [rain|snow]");
        assertThat(PromptMatrix.fits("a [cat|dog]")).isFalse();
        assertThatThrownBy(() -> PromptMatrix.prompts("a|b|c|d|e|f|g|h|i|j|k")).hasMessageContaining("1024 pictures");
    }

    private static List<String> lines(String name) throws StudioException {
        return switch (name) {
            case "animal" -> List.of("cat", "{big|small} dog");
            case "endless" -> List.of("__endless__");
            default -> throw new StudioException(new Problem("There is no list " + name + ".", "prompt", "Write one."));
        };
    }

    private final OpenChoices choices = new OpenChoices(PlotTest::lines);

    @Property(tries = 300)
    void whatIsOpenIsDecidedTheSameWayForOneSeed(@ForAll long seed) throws Exception {
        String prompt = "a {red|blue} house, {2$$sun|moon|stars}, __animal__";
        String decided = choices.decide(prompt, seed);
        assertThat(decided).isEqualTo(choices.decide(prompt, seed));
        assertThat(decided).matches("a (red|blue) house, (sun|moon|stars), (sun|moon|stars), (cat|(big|small) dog)");
    }

    @Test
    void allChoicesComeUpAndAPlainPromptStays() throws Exception {
        Set<String> seen = new HashSet<>();
        for (long seed = 0; seed < 40; seed++) {
            seen.add(choices.decide("{a|b|c}", seed));
        }
        assertThat(seen).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(choices.decide("(a:1.2), [b|c], snake__case", 1)).isEqualTo("(a:1.2), [b|c], snake__case");
    }

    @Test
    void aMissingListAndAnEndlessOneAreProblems() {
        assertThatThrownBy(() -> choices.decide("__tree__", 1)).hasMessageContaining("no list tree");
        assertThatThrownBy(() -> choices.decide("__endless__", 1)).hasMessageContaining("without end");
    }
}
