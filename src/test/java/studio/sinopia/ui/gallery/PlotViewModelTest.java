package studio.sinopia.ui.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.sinopia.core.Colour;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.engine.run.RunId;
import studio.sinopia.export.PictureExport;
import studio.sinopia.library.ModelHashes;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.plot.AxisKind;
import studio.sinopia.session.KeptPlot;
import studio.sinopia.session.StateJournal;
import studio.sinopia.ui.FakeRuns;
import studio.sinopia.ui.TestParts;
import studio.sinopia.ui.progress.NoticeViewModel;

class PlotViewModelTest {

    private static final Recipe BASE = Recipe.of("a red barn", new Size(256, 256), 5);
    private static final Raster GREEN = FakeRuns.picture(new Colour(20, 120, 40));
    private static final Raster BLUE = FakeRuns.picture(new Colour(20, 40, 120));

    @TempDir
    private Path folder;

    private final FakeRuns runs = new FakeRuns();
    private final NoticeViewModel notice = new NoticeViewModel();

    @Test
    void aTableIsThereAgainAfterARestartAndGoesOnFilling() throws Exception {
        try (StateJournal<KeptPlot> keeper = open()) {
            PlotViewModel first = plot(keeper);
            first.axes().getFirst().kindProperty().set(Optional.of(AxisKind.PROMPT));
            first.axes().getFirst().valuesProperty().set("red, blue, old");
            first.axes().get(1).kindProperty().set(Optional.empty());
            first.paint();
            new PictureExport(folder, new ModelHashes(folder)).write(file(runs.id(0)), GREEN, runs.asked.getFirst());
            runs.finishes(0, GREEN);
            runs.fails(2, new Problem("Memory ran out.", "worker", "Try again."));
            first.close();
        }
        try (StateJournal<KeptPlot> keeper = open()) {
            PlotViewModel again = plot(keeper);
            assertThat(again.axes().getFirst().valuesProperty().get()).isEqualTo("red, blue, old");
            assertThat(again.plotProperty().get().orElseThrow().columns()).containsExactly("red", "blue", "old");
            assertThat(again.contents().getFirst())
                    .isInstanceOfSatisfying(PlotViewModel.Content.Painted.class, painted -> {
                        assertThat(painted.picture().picture()).isEqualTo(GREEN);
                        assertThat(painted.picture().recipe()).isEqualTo(runs.asked.getFirst());
                    });
            assertThat(again.contents().get(1)).isInstanceOf(PlotViewModel.Content.Waiting.class);
            runs.finishes(1, BLUE);
            assertThat(again.summaryProperty().get()).startsWith("2 ");
            again.repaint(2);
            assertThat(runs.asked.getLast().prompt()).isEqualTo("a old barn");
            again.close();
        }
        try (StateJournal<KeptPlot> keeper = open()) {
            assertThat(keeper.last().orElseThrow().cells().get(2).run()).isEqualTo(runs.id(3));
        }
        assertThat(notice.problemProperty().get()).isEmpty();
    }

    private StateJournal<KeptPlot> open() throws Exception {
        return StateJournal.plot(folder, Runnable::run, failure -> {
            throw new AssertionError(failure);
        });
    }

    private Path file(RunId run) {
        return folder.resolve(run + ".png");
    }

    private PlotViewModel plot(StateJournal<KeptPlot> keeper) throws Exception {
        var results = new ResultsViewModel((picture, recipe, file) -> {}, Runnable::run, Runnable::run, notice);
        return new PlotViewModel(
                runs,
                () -> Optional.of(BASE),
                results,
                notice,
                new PlotViewModel.Keeping(
                        keeper.last(), keeper, run -> Optional.of(file(run)), TestParts.shelf(folder)),
                Runnable::run,
                Runnable::run);
    }
}
