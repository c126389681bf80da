package studio.sinopia.ui.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.sinopia.core.Colour;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.ui.FakeRuns;
import studio.sinopia.ui.PictureSaver;
import studio.sinopia.ui.progress.NoticeViewModel;

class ResultsViewModelTest {

    private final NoticeViewModel notice = new NoticeViewModel();
    private final List<String> saved = new ArrayList<>();
    private final ResultsViewModel results =
            results((picture, recipe, file) -> saved.add(recipe.seed() + " " + file.getFileName()));

    @Test
    void theNewestPictureIsInFrontAndChosen() {
        results.add(picture(1));
        results.add(picture(2));
        assertThat(results.pictures()).extracting(each -> each.recipe().seed()).containsExactly(2L, 1L);
        assertThat(results.selectedProperty().get()).contains(picture(2));
    }

    @Test
    void savingTakesTheChosenPicture() {
        results.add(picture(1));
        results.add(picture(2));
        results.select(picture(1));
        results.save(Path.of("barn.png"));
        assertThat(saved).containsExactly("1 barn.png");
        assertThat(results.savedProperty().get()).isEqualTo("Saved barn.png");
    }

    @Test
    void thereIsNothingToSaveBeforeThereIsAPicture() {
        assertThat(results.savableProperty().get()).isFalse();
        results.save(Path.of("barn.png"));
        assertThat(saved).isEmpty();
    }

    @Test
    void aFileThatCannotBeWrittenIsAProblemWithAWayOut() {
        var full = new Problem("The disk is full.", "barn.png", "Choose another folder.");
        ResultsViewModel failing = results((picture, recipe, file) -> {
            throw new StudioException(full);
        });
        failing.add(picture(1));
        failing.save(Path.of("barn.png"));
        assertThat(notice.problemProperty().get()).contains(full);
        assertThat(failing.savedProperty().get()).isEmpty();
    }

    @Test
    void walkingThroughPicturesStopsAtTheEnds() {
        results.add(picture(1));
        results.add(picture(2));
        results.move(1);
        results.move(1);
        assertThat(results.selectedProperty().get()).contains(picture(1));
        results.move(-5);
        assertThat(results.selectedProperty().get()).contains(picture(2));
    }

    @Test
    void theSuggestedNameComesFromPromptAndSeed() {
        assertThat(picture(7).fileName()).isEqualTo("a-red-barn-by-the-sea-7.png");
    }

    private ResultsViewModel results(PictureSaver saver) {
        return new ResultsViewModel(saver, Runnable::run, Runnable::run, notice);
    }

    private static FinishedPicture picture(long seed) {
        return new FinishedPicture(
                Recipe.of("A red barn, by the sea!", new Size(256, 256), seed),
                FakeRuns.picture(new Colour((int) seed, 0, 0)),
                1500,
                Optional.empty());
    }
}
