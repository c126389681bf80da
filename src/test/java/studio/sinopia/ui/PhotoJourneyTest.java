package studio.sinopia.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.sinopia.ui.JourneyWindow.until;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Slider;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import studio.sinopia.condition.FitMode;
import studio.sinopia.condition.Fitting;
import studio.sinopia.condition.Preprocessor;
import studio.sinopia.condition.classic.ClassicPreprocessors;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.PictureFile;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.document.Document;
import studio.sinopia.document.Layer;
import studio.sinopia.ui.fx.RasterImage;

/** Somebody opens a photo, derives a map from it with sliders, and gets the picture of exactly that map; pastes another. */
@Tag("journey")
class PhotoJourneyTest {

    private static final Size SIZE = new Size(256, 256);
    private static final Path PHOTO = RealStudio.EXAMPLES.resolve("cottage-segments.png");

    @RegisterExtension
    final JourneyWindow window = new JourneyWindow(JourneyWindow.blank(), new Photo());

    @Test
    void aPhotoBecomesAMapBecomesAPicture(FxRobot robot) throws Exception {
        Raster photo = PictureFile.read(PHOTO);
        robot.clickOn("#open-picture");
        until(() -> robot.lookup("#intake").query().isVisible());
        robot.clickOn("#intake-derive");
        until(() -> robot.lookup("#derive-panel").query().isVisible());
        assertThat(window.text("#derive-state")).startsWith("Sent as 256 × 256");

        choose(robot, "scribble_xdog");
        until(() -> robot.lookup("#derive-threshold").tryQuery().isPresent());
        Slider threshold = robot.lookup("#derive-threshold").queryAs(Slider.class);
        robot.interact(() -> {
            threshold.setValueChanging(true);
            threshold.setValue(12);
        });
        Raster wanted = map("scribble_xdog", photo, Map.of("threshold", 12.0));
        until(() -> ground(window.studio.drawing().shownProperty().get()).equals(Optional.of(wanted)));
        robot.interact(() -> threshold.setValueChanging(false));
        until(() -> ground(window.studio.drawing().document()).equals(Optional.of(wanted)));

        robot.clickOn("#prompt").write("a cottage");
        robot.clickOn("#generate");
        until(() -> window.runs.asked.size() == 1);
        assertThat(window.map(0)).isEqualTo(wanted);

        robot.clickOn("#undo");
        until(() ->
                ground(window.studio.drawing().document()).equals(Optional.of(map("scribble_xdog", photo, Map.of()))));
    }

    @Test
    void aPictureFromTheClipboardIsAskedAboutAndAMapIsCopiedToIt(FxRobot robot) throws Exception {
        Raster photo = PictureFile.read(PHOTO);
        robot.interact(() -> {
            var content = new ClipboardContent();
            content.putImage(RasterImage.of(photo));
            Clipboard.getSystemClipboard().setContent(content);
            window.view.canvas().requestFocus();
        });
        robot.press(KeyCode.SHORTCUT).type(KeyCode.V).release(KeyCode.SHORTCUT);
        until(() -> robot.lookup("#intake").query().isVisible());
        assertThat(window.text("#intake-name")).startsWith("clipboard");
        robot.clickOn("#intake-derive");
        until(() -> ground(window.studio.drawing().document()).isPresent());
        Raster map = ground(window.studio.drawing().document()).orElseThrow();

        robot.interact(() -> window.view.canvas().requestFocus());
        robot.press(KeyCode.SHORTCUT).type(KeyCode.C).release(KeyCode.SHORTCUT);
        robot.interact(() -> assertThat(
                        RasterImage.raster(Clipboard.getSystemClipboard().getImage()))
                .isEqualTo(map));
    }

    @SuppressWarnings("unchecked")
    private static void choose(FxRobot robot, String id) {
        ComboBox<Preprocessor> ways = robot.lookup("#derive-kind").queryAs(ComboBox.class);
        Preprocessor way = ways.getItems().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
        robot.interact(() -> ways.setValue(way));
    }

    private static Raster map(String id, Raster photo, Map<String, Double> values) {
        Raster fitted = Fitting.picture(photo, SIZE, FitMode.CROP);
        return ClassicPreprocessors.find(id).orElseThrow().apply(fitted, values, new Cancellation());
    }

    private Optional<Raster> ground(Document document) {
        return window.studio
                .drawing()
                .active()
                .flatMap(layer -> document.find(layer.id()))
                .flatMap(layer -> ((Layer.Painting) layer).ground());
    }

    private final class Photo extends NoFiles {
        @Override
        public void openPicture() {
            window.studio.intake().open(PHOTO);
        }
    }
}
