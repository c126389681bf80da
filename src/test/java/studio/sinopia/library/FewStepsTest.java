package studio.sinopia.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.sinopia.core.Size;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.WeightPatch;

class FewStepsTest {

    private static final Recipe RECIPE = Recipe.of("a boat", new Size(256, 256), 3);

    @TempDir
    private Path model;

    @Test
    void aModelWithoutAPatchIsSketchedInSixGuidedSteps() {
        Recipe few = FewSteps.of(model).of(RECIPE);
        assertThat(few.sampling().steps()).isEqualTo(6);
        assertThat(few.guidance()).isEqualTo(RECIPE.guidance());
        assertThat(few.patches()).isEmpty();
    }

    @Test
    void aModelsOwnPatchPaintsInFourWithoutGuidance() throws Exception {
        Files.createDirectories(model.resolve("lora"));
        Path file = Files.createFile(model.resolve(FewSteps.FILE));
        Recipe few = FewSteps.of(model).of(RECIPE);
        assertThat(few.sampling().steps()).isEqualTo(4);
        assertThat(few.guidance()).isEqualTo(1);
        assertThat(few.patches()).containsExactly(new WeightPatch(file.toString(), 1));
        assertThat(few.prompt()).isEqualTo(RECIPE.prompt());
    }
}
