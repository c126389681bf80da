package studio.sinopia.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.util.Arrays;
import java.util.concurrent.TimeoutException;
import javafx.scene.image.ImageView;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import studio.sinopia.core.Size;
import studio.sinopia.ui.fx.RasterImage;

@Tag("journey")
class ReducedViewTest {

    private static final Size LARGE = new Size(768, 600);
    private static final Size SMALL = new Size(256, 200);
    private static final Rectangle ALL = new Rectangle(768, 600);

    private final RasterImage source = new RasterImage(LARGE);
    private final ReducedView view = new ReducedView();

    @BeforeAll
    static void startTheToolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void eachPixelIsTheMeanOfThoseItCovers() {
        for (int i = 0; i < source.pixels().length; i++) {
            source.pixels()[i] = i % 3 == 0 ? 0xff0000ff : 0; // every third column
        }
        show(ALL, SMALL, 1);
        for (int y = 0; y < SMALL.height(); y++) {
            for (int x = 0; x < SMALL.width(); x++) {
                assertThat(pixel(x, y)).isEqualTo(0x55000055);
            }
        }
    }

    @Test
    void aChangeReachesNoFurtherThanItIs() {
        show(ALL, SMALL, 1);
        Arrays.fill(source.pixels(), 0xffffffff);
        show(new Rectangle(400, 300, 30, 30), SMALL, 1);
        assertThat(pixel(138, 105)).as("inside").isEqualTo(0xffffffff);
        assertThat(pixel(120, 105)).as("in the tile before").isZero();
        assertThat(pixel(138, 150)).as("in the same tile, below").isZero();
        show(new Rectangle(), new Size(255, 199), 1);
        assertThat(pixel(0, 0)).as("another size shows all").isEqualTo(0xffffffff);
    }

    @Test
    void tilesLieSideBySideOnWholePixels() {
        show(ALL, SMALL, 2);
        assertThat(view.getChildren())
                .hasSize(4)
                .extracting(tile -> ((ImageView) tile).getX())
                .containsExactly(0.0, 64.0, 0.0, 64.0);
    }

    /** The toolkit wants such changes on its own thread. */
    private void show(Rectangle changed, Size reduced, double density) {
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> view.show(source, changed, reduced, density));
    }

    /** As it stands in its image, premultiplied. */
    private int pixel(int x, int y) {
        ImageView tile = (ImageView) view.getChildren().get(y / 128 * 2 + x / 128);
        var format = javafx.scene.image.PixelFormat.getIntArgbPreInstance();
        int[] argb = new int[1];
        tile.getImage().getPixelReader().getPixels(x % 128, y % 128, 1, 1, format, argb, 0, 1);
        return argb[0];
    }
}
