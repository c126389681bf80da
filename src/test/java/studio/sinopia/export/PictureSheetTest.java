package studio.sinopia.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.sinopia.core.Colour;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;

class PictureSheetTest {

    private static final Raster RED = Raster.filled(new Size(96, 64), new Colour(200, 0, 0));
    private static final Raster BLUE = Raster.filled(new Size(96, 64), new Colour(0, 0, 200));

    @Test
    void aTableHasItsPicturesInRowsAndWordsAround() throws Exception {
        List<PictureSheet.Place> places = List.of(
                new PictureSheet.Place.Filled(RED),
                new PictureSheet.Place.Filled(BLUE),
                new PictureSheet.Place.Empty(),
                new PictureSheet.Place.Filled(RED));
        Raster sheet = PictureSheet.table(places, List.of("Steps: 10", "Steps: 20"), List.of("red", "blue"));
        long red = count(sheet, 0xffc80000);
        long blue = count(sheet, 0xff0000c8);
        assertThat(red).isEqualTo(2 * 96 * 64);
        assertThat(blue).isEqualTo(96 * 64);
        assertThat(count(sheet, 0xff282420)).as("ink of the words").isPositive();
        Raster bare = PictureSheet.table(places, List.of("", ""), List.of("", ""));
        assertThat(bare.height()).isLessThan(sheet.height());
        assertThat(bare.width()).isLessThan(sheet.width());
    }

    @Test
    void aContactSheetBreaksItsRows() throws Exception {
        Raster sheet = PictureSheet.contacts(Collections.nCopies(5, RED), Collections.nCopies(5, "a.png"), 2, 48);
        assertThat(sheet.height()).isGreaterThan(3 * 48);
        assertThat(sheet.width()).isBetween(2 * 48, 3 * 48);
        assertThat(count(sheet, 0xffc80000)).isBetween(5L * 48 * 30, 5L * 48 * 34);
    }

    @Test
    void aSheetThatNobodyCouldOpenIsRefused() {
        Raster large = Raster.filled(new Size(2048, 2048), Colour.WHITE);
        List<PictureSheet.Place> places = Collections.nCopies(40, new PictureSheet.Place.Filled(large));
        assertThatThrownBy(() -> PictureSheet.table(places, Collections.nCopies(40, "x"), List.of("")))
                .isInstanceOf(StudioException.class);
    }

    private static long count(Raster sheet, int argb) {
        return java.util.Arrays.stream(sheet.pixels())
                .filter(pixel -> pixel == argb)
                .count();
    }
}
