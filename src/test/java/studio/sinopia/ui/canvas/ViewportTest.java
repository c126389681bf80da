package studio.sinopia.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import studio.sinopia.core.Size;

class ViewportTest {

    @Property(tries = 200)
    void zoomingKeepsThePointUnderThePointer(
            @ForAll @DoubleRange(min = 0, max = 900) double x,
            @ForAll @DoubleRange(min = 0, max = 900) double y,
            @ForAll @DoubleRange(min = 0.2, max = 4) double factor) {
        var before = new Viewport(2.5, 30, -12);
        Viewport after = before.zoomed(x, y, factor);
        assertThat(after.documentX(x)).isEqualTo(before.documentX(x), within(1e-6));
        assertThat(after.documentY(y)).isEqualTo(before.documentY(y), within(1e-6));
    }

    @Test
    void fittingShowsEverythingInTheMiddle() {
        Viewport view = Viewport.fitting(200, 100, new Viewport.Room(50, 10, 400, 400));
        assertThat(view.scale()).isEqualTo(2);
        assertThat(view.screenX(0)).isEqualTo(50);
        assertThat(view.screenX(200)).isEqualTo(450);
        assertThat(view.screenY(50)).isEqualTo(210);
    }

    @Test
    void zoomHasLimits() {
        assertThat(new Viewport(1, 0, 0).zoomed(0, 0, 1e9).scale()).isEqualTo(Viewport.LARGEST);
        assertThat(new Viewport(1, 0, 0).zoomed(0, 0, 1e-9).scale()).isEqualTo(Viewport.SMALLEST);
    }

    @Test
    void aPlaceOnThePictureIsThatPlaceOnTheDrawing() {
        var sheets = new Sheets(new Size(256, 256), Sheets.Place.RIGHT);
        assertThat(sheets.onSheetX(40)).isEqualTo(40);
        assertThat(sheets.onSheetX(sheets.pictureX() + 40)).isEqualTo(40);
        assertThat(new Sheets(new Size(256, 256), Sheets.Place.OVER).onSheetX(300))
                .isEqualTo(300);
    }

    @Test
    void inANarrowWindowThePictureLiesBelowTheDrawing() {
        var size = new Size(256, 256);
        Sheets narrow = Sheets.of(size, ViewMode.SIDE_BY_SIDE, 408, 534);
        assertThat(narrow.place()).isEqualTo(Sheets.Place.BELOW);
        assertThat(narrow.onSheetY(narrow.pictureY() + 10)).isEqualTo(10);
        assertThat(Sheets.of(size, ViewMode.SIDE_BY_SIDE, 728, 714).place()).isEqualTo(Sheets.Place.RIGHT);
    }
}
