package studio.sinopia.ui.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.FitMode;
import studio.sinopia.core.Colour;
import studio.sinopia.core.PictureFile;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.document.Document;
import studio.sinopia.document.Layer;
import studio.sinopia.ui.canvas.DrawingViewModel;
import studio.sinopia.ui.progress.NoticeViewModel;

class MapFileTest {

    @TempDir
    private Path folder;

    private final DrawingViewModel drawing = new DrawingViewModel(Document.empty(new Size(64, 64)));
    private final NoticeViewModel notice = new NoticeViewModel();
    private final DerivingViewModel deriving = new DerivingViewModel(drawing, notice, Runnable::run, Runnable::run);
    private final MapFile maps = new MapFile(deriving, notice, Runnable::run, Runnable::run);

    @Test
    void blackLinesOnWhiteAreTurnedToWhiteOnBlack() throws Exception {
        int[] paper = new int[64 * 64];
        Arrays.fill(paper, 0xffffffff);
        paper[10 * 64 + 10] = 0xff000000;
        Raster map = opened(ConditionKind.LINEART, Raster.of(new Size(64, 64), paper));
        assertThat(map.argb(10, 10)).isEqualTo(0xffffffff);
        assertThat(map.argb(0, 0)).isEqualTo(0xff000000);
    }

    @Test
    void segmentsOfAnotherSizeKeepTheirExactColours() throws Exception {
        Colour sky = new Colour(0x78, 0xb4, 0xff);
        int[] halves = new int[200 * 100];
        for (int i = 0; i < halves.length; i++) {
            halves[i] = i % 200 < 100 ? sky.argb() : 0xff005028;
        }
        Raster map = opened(ConditionKind.SEGMENTS, Raster.of(new Size(200, 100), halves));
        assertThat(Arrays.stream(map.pixels()).distinct().toArray()).containsExactlyInAnyOrder(sky.argb(), 0xff005028);
    }

    @Test
    void howAMapIsFittedCanBeChangedAfterwards() throws Exception {
        int[] wide = new int[128 * 32];
        Arrays.fill(wide, 0xffffffff);
        Raster cropped = opened(ConditionKind.DEPTH, Raster.of(new Size(128, 32), wide));
        assertThat(cropped).isEqualTo(Raster.filled(new Size(64, 64), Colour.WHITE));
        deriving.fit(FitMode.PAD);
        Raster padded =
                ((Layer.Painting) drawing.active().orElseThrow()).ground().orElseThrow();
        assertThat(padded.argb(32, 4)).isEqualTo(0xff000000);
        assertThat(padded.argb(32, 32)).isEqualTo(0xffffffff);
    }

    @Test
    void whatIsNoPictureIsAProblem() throws Exception {
        drawing.addLayer(ConditionKind.LINEART);
        Path file = Files.writeString(folder.resolve("notes.png"), "not a picture");
        maps.open(file, drawing.active().orElseThrow().id());
        assertThat(notice.problemProperty().get()).isPresent();
        assertThat(drawing.active().orElseThrow().isEmpty()).isTrue();
    }

    private Raster opened(ConditionKind kind, Raster picture) throws Exception {
        drawing.addLayer(kind);
        Path file = folder.resolve("map.png");
        PictureFile.write(file, picture);
        maps.open(file, drawing.active().orElseThrow().id());
        return ((Layer.Painting) drawing.active().orElseThrow()).ground().orElseThrow();
    }
}
