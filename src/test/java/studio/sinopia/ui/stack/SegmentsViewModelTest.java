package studio.sinopia.ui.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.SegmentClass;
import studio.sinopia.condition.StorybookPalette;
import studio.sinopia.core.Colour;
import studio.sinopia.core.Size;
import studio.sinopia.document.Document;
import studio.sinopia.document.Edit;
import studio.sinopia.document.Mark;
import studio.sinopia.ui.canvas.DrawingViewModel;
import studio.sinopia.ui.canvas.Instruments;
import studio.sinopia.ui.canvas.ToolViewModel;
import studio.sinopia.ui.progress.NoticeViewModel;

class SegmentsViewModelTest {

    private static final SegmentClass SKY = StorybookPalette.PALETTE.find("sky").orElseThrow();
    private static final SegmentClass TREE =
            StorybookPalette.PALETTE.find("tree").orElseThrow();

    @TempDir
    private Path folder;

    private final DrawingViewModel drawing = new DrawingViewModel(Document.empty(new Size(16, 8)));
    private final ToolViewModel tools =
            Instruments.of(drawing, StorybookPalette.PALETTE, 2).tools();
    private final NoticeViewModel notice = new NoticeViewModel();
    private final SegmentsViewModel segments =
            new SegmentsViewModel(drawing, tools, StorybookPalette.PALETTE, notice, Runnable::run, Runnable::run);

    @Test
    void searchingFindsNamesAndPutsThoseThatBeginSoFirst() {
        segments.use(segments.palettes().get(1));
        segments.searchProperty().set("sea");
        assertThat(segments.found())
                .extracting(SegmentClass::name)
                .startsWith("sea")
                .contains("seat");
        segments.searchProperty().set("zzz");
        assertThat(segments.found()).isEmpty();
    }

    @Test
    void theLegendCountsEveryPixel() {
        drawing.addLayer(ConditionKind.SEGMENTS);
        assertThat(segments.legend()).extracting(SegmentsViewModel.Used::title).containsExactly("not painted");
        fill(SKY);
        assertThat(segments.legend()).hasSize(1);
        assertThat(segments.legend().getFirst().pixels()).isEqualTo(128);
        assertThat(segments.legend().getFirst().title()).isEqualTo("sky");
        assertThat(segments.legend().getFirst().share()).isEqualTo(1);
        drawing.addLayer(ConditionKind.LINEART);
        assertThat(segments.legend()).isEmpty();
    }

    @Test
    void aClassIsReplacedByTheOneInHandInOneStep() {
        drawing.addLayer(ConditionKind.SEGMENTS);
        fill(SKY);
        tools.inkProperty().set(TREE);
        segments.replace(SKY.colour());
        assertThat(segments.legend()).extracting(SegmentsViewModel.Used::title).containsExactly("tree");
        drawing.undo();
        assertThat(segments.legend()).extracting(SegmentsViewModel.Used::title).containsExactly("sky");
    }

    @Test
    void anotherListIsTakenUpAndTheModelIsSaidNotToKnowIt() throws Exception {
        Path file = Files.writeString(folder.resolve("rooms.txt"), "#112233 kitchen\n#445566 hall");
        segments.open(file);
        assertThat(segments.paletteProperty().get().name()).isEqualTo("rooms");
        assertThat(tools.inkProperty().get().name()).isEqualTo("kitchen");
        assertThat(segments.warning())
                .hasValueSatisfying(text -> assertThat(text).contains("rooms"));
        segments.use(segments.palettes().getFirst());
        assertThat(segments.warning()).isEmpty();
        segments.open(Files.writeString(folder.resolve("bad.txt"), "hall"));
        assertThat(notice.problemProperty().get().orElseThrow().where()).isEqualTo("bad.txt, line 1");
    }

    @Test
    void aColourOfNoListHasNoClass() {
        drawing.addLayer(ConditionKind.SEGMENTS);
        var odd = new Colour(1, 2, 3);
        drawing.apply(new Edit.AddMark(drawing.active().orElseThrow().id(), new Mark.Fill(1, 1, odd)));
        assertThat(segments.legend()).extracting(SegmentsViewModel.Used::title).isEqualTo(List.of("no class, #010203"));
    }

    private void fill(SegmentClass segment) {
        drawing.apply(new Edit.AddMark(drawing.active().orElseThrow().id(), new Mark.Fill(1, 1, segment.colour())));
    }
}
