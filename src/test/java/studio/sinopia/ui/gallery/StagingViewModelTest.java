package studio.sinopia.ui.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.sinopia.core.Colour;
import studio.sinopia.core.Size;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.ui.FakeRuns;
import studio.sinopia.ui.progress.NoticeViewModel;

class StagingViewModelTest {

    private final ResultsViewModel results =
            new ResultsViewModel((picture, recipe, file) -> {}, Runnable::run, Runnable::run, new NoticeViewModel());
    private final List<FinishedPicture> drawn = new ArrayList<>();
    private final List<Path> trashed = new ArrayList<>();
    private final StagingViewModel staging = new StagingViewModel(results, drawn::add, trashed::addAll);

    private FinishedPicture arrives(int seed) {
        var picture = new FinishedPicture(
                Recipe.of("a", new Size(256, 256), seed),
                FakeRuns.picture(new Colour(seed, 0, 0)),
                1,
                Optional.of(Path.of(seed + ".png")));
        results.add(picture);
        staging.add(picture);
        return picture;
    }

    @Test
    void newPicturesAreLookedThroughRoundAndRound() {
        arrives(1);
        arrives(2);
        FinishedPicture third = arrives(3);
        assertThat(staging.positionProperty().get()).isEqualTo("New 3 of 3");
        staging.move(1);
        assertThat(staging.positionProperty().get()).isEqualTo("New 1 of 3");
        staging.move(-1);
        assertThat(results.selectedProperty().get()).contains(third);
    }

    @Test
    void theAcceptedOneGoesIntoTheDrawingAndTheOthersStay() {
        arrives(1);
        FinishedPicture second = arrives(2);
        staging.accept();
        assertThat(drawn).containsExactly(second);
        assertThat(staging.positionProperty().get()).isEmpty();
        assertThat(results.pictures()).hasSize(2);
        assertThat(trashed).isEmpty();
    }

    @Test
    void theDiscardedOneGoesIntoTheTrashAndTheNextIsShown() {
        FinishedPicture first = arrives(1);
        arrives(2);
        staging.discard();
        assertThat(trashed).containsExactly(Path.of("2.png"));
        assertThat(results.pictures()).containsExactly(first);
        assertThat(results.selectedProperty().get()).contains(first);
        staging.discard();
        assertThat(results.selectedProperty().get()).isEmpty();
        assertThat(results.savableProperty().get()).isFalse();
    }
}
