package studio.sinopia.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.ConditionMap;
import studio.sinopia.control.Control;
import studio.sinopia.control.ControlMode;
import studio.sinopia.control.StepWindow;
import studio.sinopia.core.Box;
import studio.sinopia.core.Colour;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.document.Document;
import studio.sinopia.document.Influence;
import studio.sinopia.document.Layer;
import studio.sinopia.export.PictureExport;
import studio.sinopia.library.ModelHashes;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.Sampling;
import studio.sinopia.settings.Appearance;
import studio.sinopia.ui.Cottage;
import studio.sinopia.ui.FakeRuns;
import studio.sinopia.ui.TestParts;

class StudioViewModelTest {

    private static final Document BLANK = Document.empty(new Size(64, 64));

    @TempDir
    private Path folder;

    private final FakeRuns runs = new FakeRuns();

    @Test
    void aSavedPictureBringsBackEverythingThatMadeIt() throws Exception {
        Recipe made = asked();
        Path file = folder.resolve("made.png");
        new PictureExport(folder, new ModelHashes(folder)).write(file, Raster.filled(Cottage.SIZE, Colour.WHITE), made);

        StudioViewModel other = studio(BLANK);
        other.intake().open(file);
        other.intake().takeUpRecipe();
        other.generation().generate();
        assertThat(runs.asked.getLast()).isEqualTo(made);
        assertThat(other.notice().problemProperty().get()).isEmpty();
        other.drawing().undo();
        assertThat(other.drawing().document()).isEqualTo(BLANK);
    }

    @Test
    void whatHasNoPlaceInTheWindowIsNamed() {
        StudioViewModel studio = studio(BLANK);
        var box = new Control.Placement("a cat", new Box(0.1, 0.1, 0.5, 0.5), 1, new StepWindow(0, 1));
        var pose = new Control.Structure(
                new ConditionMap(ConditionKind.POSE, Raster.filled(new Size(64, 64), Colour.BLACK)),
                1,
                new StepWindow(0, 1),
                ControlMode.BALANCED);
        studio.takeUp(Recipe.of("a cat", new Size(64, 64), 1).withControls(List.of(box, pose)));
        assertThat(studio.notice().problemProperty().get().orElseThrow().what()).contains(ConditionKind.POSE.title());
        assertThat(studio.drawing().document().layers())
                .as("the box can be drawn on")
                .singleElement()
                .isInstanceOf(Layer.Boxes.class);
        studio.generation().generate();
        assertThat(runs.asked.getLast().controls()).containsExactly(box);
    }

    @Test
    void thePromptIsThereAgainAtTheNextStart() {
        StudioViewModel studio = studio(BLANK);
        studio.settings().promptProperty().set("a barn ");
        assertThat(studio.lasting(Appearance.DARK).prompt()).isEqualTo("a barn");
    }

    @Test
    void theExampleCanBePaintedAtOnce() {
        StudioViewModel studio = studio(BLANK);
        studio.openExample(Example.COTTAGE);
        studio.generation().generate();
        assertThat(runs.asked.getLast().controls()).hasSize(2);
        assertThat(runs.asked.getLast().prompt()).isNotBlank();
    }

    @Test
    void everyExampleShowsWhatItDrawsBeforeItIsOpened() {
        StudioViewModel studio = studio(BLANK);
        for (Example example : Example.values()) {
            Document shown = studio.example(example).getValue().orElseThrow();
            studio.openExample(example);
            assertThat(studio.drawing().document().layers())
                    .extracting(Layer::kind)
                    .isEqualTo(shown.layers().stream().map(Layer::kind).toList());
        }
    }

    private StudioViewModel drawnStudio() {
        Document cottage = Cottage.drawing();
        Layer segments = cottage.layers().getFirst().withInfluence(new Influence(true, 0.55, 0.1, 0.8));
        List<Layer> layers = List.of(segments, cottage.layers().getLast());
        return studio(new Document(Cottage.SIZE, layers, Optional.empty()));
    }

    /** Of a drawing with settings that are not the usual ones. */
    private Recipe asked() {
        StudioViewModel studio = drawnStudio();
        studio.settings().promptProperty().set("a red house, at (sunset:1.2)");
        studio.settings().negativeProperty().set("rain");
        studio.settings().stepsProperty().set(12);
        studio.settings().guidanceProperty().set(6.5);
        studio.settings().samplerProperty().set("Heun");
        studio.settings().scheduleProperty().set("Karras");
        studio.generation().generate();
        Recipe asked = runs.asked.getLast();
        assertThat(asked.sampling()).isEqualTo(new Sampling("Heun", "Karras", 12));
        return asked;
    }

    private StudioViewModel studio(Document document) {
        return new StudioViewModel(
                TestParts.of(runs, (picture, recipe, file) -> {}, document), Runnable::run, () -> 4711);
    }
}
