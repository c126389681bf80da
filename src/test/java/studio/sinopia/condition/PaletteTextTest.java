package studio.sinopia.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.sinopia.core.Colour;
import studio.sinopia.core.StudioException;

class PaletteTextTest {

    @Test
    void coloursAreReadInBothWays() throws StudioException {
        SegmentPalette palette =
                PaletteText.read("# mine\n#06E6E6 sky\n\n4, 200, 3, tree\n[1 2 3] a thing", "own", "own.txt");
        assertThat(palette.classes())
                .containsExactly(
                        new SegmentClass("sky", new Colour(6, 230, 230)),
                        new SegmentClass("tree", new Colour(4, 200, 3)),
                        new SegmentClass("a thing", new Colour(1, 2, 3)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | 0 classes",
                "sky | no class: 'sky'",
                "#12345 sky | no class",
                "300, 1, 1 sky | no class",
                "#010203 a%#040506 a | twice"
            })
    void whatIsNoListIsAProblemWithItsLine(String text, String said) {
        assertThatThrownBy(() -> PaletteText.read(text.replace('%', '\n'), "own", "own.txt"))
                .isInstanceOfSatisfying(
                        StudioException.class,
                        failure -> assertThat(failure.problem().what()).contains(said));
    }

    @Test
    void theKnownListsHaveTheirClassesInTheirColours() {
        SegmentPalette ade = KnownPalettes.ade20k();
        assertThat(ade.classes()).hasSize(150);
        assertThat(ade.classes().get(2)).isEqualTo(new SegmentClass("sky", Colour.hex("#06e6e6")));
        assertThat(ade.classes().getLast()).isEqualTo(new SegmentClass("flag", Colour.hex("#5c00ff")));
        assertThat(KnownPalettes.coco().classes()).hasSize(133);
        assertThat(KnownPalettes.coco().find("person"))
                .map(SegmentClass::colour)
                .contains(Colour.hex("#dc143c"));
    }
}
