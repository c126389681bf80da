package studio.sinopia.ui.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.FitMode;
import studio.sinopia.condition.Fitting;
import studio.sinopia.condition.Preprocessor;
import studio.sinopia.condition.classic.ClassicPreprocessors;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.document.Document;
import studio.sinopia.document.Edit;
import studio.sinopia.document.Layer;
import studio.sinopia.ui.canvas.DrawingViewModel;
import studio.sinopia.ui.progress.NoticeViewModel;

class DerivingViewModelTest {

    private static final Size SIZE = new Size(64, 64);
    private static final Raster PHOTO = photo();

    private final DrawingViewModel drawing = new DrawingViewModel(Document.empty(SIZE));
    private final NoticeViewModel notice = new NoticeViewModel();
    private final Deque<Runnable> work = new ArrayDeque<>();
    private final DerivingViewModel deriving = new DerivingViewModel(drawing, notice, work::add, Runnable::run);

    @Test
    void theLayerHasExactlyTheMapThatThePreprocessorGives() {
        begin("canny");
        assertThat(ground()).isEqualTo(map("canny", Map.of(), FitMode.CROP));
        assertThat(drawing.activeKind()).contains(ConditionKind.CANNY);
        assertThat(drawing.painter().paint(drawing.active().orElseThrow(), SIZE).raster())
                .as("what is shown and sent")
                .isEqualTo(ground());
    }

    @Test
    void aDragOfASliderIsShownAtOnceAndIsOneStepOfUndo() {
        begin("canny");
        Raster before = ground();
        deriving.set("low", 20, false);
        deriving.set("high", 40, false);
        workAll();
        Raster wanted = map("canny", Map.of("low", 20.0, "high", 40.0), FitMode.CROP);
        assertThat(wanted).isNotEqualTo(before);
        assertThat(ground(drawing.shownProperty().get())).isEqualTo(wanted);
        assertThat(ground()).as("not yet an edit").isEqualTo(before);
        deriving.set("high", 40, true);
        workAll();
        assertThat(ground()).isEqualTo(wanted);
        drawing.undo();
        assertThat(ground()).isEqualTo(before);
    }

    @Test
    void whatIsOvertakenIsNeverComputed() {
        begin("canny");
        for (int low = 1; low < 30; low++) {
            deriving.set("low", low, low == 12);
        }
        assertThat(work).as("one is under way").hasSize(1);
        work.remove().run();
        assertThat(work).as("and one more: the newest").hasSize(1);
        work.remove().run();
        assertThat(work).isEmpty();
        assertThat(ground())
                .as("a letting go is never overtaken")
                .isEqualTo(map("canny", Map.of("low", 29.0), FitMode.CROP));
    }

    @Test
    void fitModesAreSeenInTheMap() {
        begin("canny");
        deriving.fit(FitMode.PAD);
        workAll();
        assertThat(ground()).isEqualTo(map("canny", Map.of(), FitMode.PAD));
        deriving.fit(FitMode.STRETCH);
        workAll();
        assertThat(ground()).isEqualTo(map("canny", Map.of(), FitMode.STRETCH));
    }

    @Test
    void anotherWayMakesALayerOfItsKindAndKeepsWhatWasDrawnOnIt() {
        begin("canny");
        drawing.apply(new Edit.AddMark(
                drawing.active().orElseThrow().id(),
                new studio.sinopia.document.Mark.Fill(3, 3, studio.sinopia.document.Mark.LINE)));
        deriving.use(way("scribble_xdog"));
        workAll();
        assertThat(drawing.activeKind()).contains(ConditionKind.SCRIBBLE);
        assertThat(((Layer.Painting) drawing.active().orElseThrow()).marks()).hasSize(1);
        assertThat(drawing.document().layers()).hasSize(1);
        assertThat(deriving.currentProperty()
                        .get()
                        .map(each -> each.preprocessor().id()))
                .contains("scribble_xdog");
        drawing.undo();
        assertThat(drawing.activeKind()).contains(ConditionKind.CANNY);
        assertThat(deriving.currentProperty().get())
                .as("the settings come back with it")
                .isPresent();
    }

    @Test
    void aMapForACanvasThatHasChangedMeanwhileIsDropped() {
        begin("canny");
        deriving.again();
        drawing.resize(new Size(32, 64));
        Document resized = drawing.document();
        workAll();
        assertThat(drawing.document()).isEqualTo(resized);
        deriving.again();
        workAll();
        assertThat(ground().size()).isEqualTo(new Size(32, 64));
    }

    private void begin(String id) {
        deriving.begin("photo.jpg", PHOTO);
        workAll();
        deriving.use(way(id));
        workAll();
    }

    private void workAll() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    private static Raster map(String id, Map<String, Double> values, FitMode fit) {
        return way(id).apply(Fitting.picture(PHOTO, SIZE, fit), values, new Cancellation());
    }

    private static Preprocessor way(String id) {
        return ClassicPreprocessors.find(id).orElseThrow();
    }

    private Raster ground() {
        return ground(drawing.document());
    }

    private Raster ground(Document document) {
        Optional<Layer> layer = document.find(drawing.active().orElseThrow().id());
        return ((Layer.Painting) layer.orElseThrow()).ground().orElseThrow();
    }

    /** Wide, with discs of different contrast. */
    private static Raster photo() {
        var size = new Size(150, 100);
        int[] pixels = new int[15_000];
        Arrays.setAll(pixels, i -> {
            int x = i % 150;
            int y = i / 150;
            boolean dark = Math.hypot(x - 40, y - 50) < 25;
            boolean faint = Math.hypot(x - 105, y - 50) < 30;
            return dark ? 0xff203040 : faint ? 0xff98a098 : 0xffb0b0a8;
        });
        return Raster.of(size, pixels);
    }
}
