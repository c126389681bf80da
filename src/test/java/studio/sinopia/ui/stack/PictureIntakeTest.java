package studio.sinopia.ui.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.core.Colour;
import studio.sinopia.core.PictureFile;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.document.Document;
import studio.sinopia.document.Layer;
import studio.sinopia.export.PictureExport;
import studio.sinopia.export.metadata.PictureSettings;
import studio.sinopia.library.ModelHashes;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.ui.canvas.DrawingViewModel;
import studio.sinopia.ui.progress.NoticeViewModel;

class PictureIntakeTest {

    @TempDir
    private Path folder;

    private final DrawingViewModel drawing = new DrawingViewModel(Document.empty(new Size(64, 64)));
    private final NoticeViewModel notice = new NoticeViewModel();
    private final List<Recipe> recipes = new ArrayList<>();
    private final DerivingViewModel deriving = new DerivingViewModel(drawing, notice, Runnable::run, Runnable::run);
    private final List<PictureSettings> settings = new ArrayList<>();
    private final PictureIntake intake = new PictureIntake(drawing, notice, new Taken(), Runnable::run, Runnable::run);

    @Test
    void aPhotoThatIsTracedLiesUnderTheDrawingAndUndoTakesItAway() throws Exception {
        open(halves(3000, 1500));
        intake.trace();
        assertThat(drawing.document().reference()).map(Raster::size).contains(new Size(1024, 512));
        assertThat(intake.openedProperty().get()).isEmpty();
        drawing.undo();
        assertThat(drawing.document().reference()).isEmpty();
    }

    @Test
    void linesAreFoundWhereAPhotoIsDarker() throws Exception {
        int[] paper = new int[64 * 64];
        Arrays.fill(paper, 0xffc8c8c8);
        for (int x = 8; x < 56; x++) {
            paper[32 * 64 + x] = 0xff404040;
        }
        open(Raster.of(new Size(64, 64), paper));
        intake.derive();
        Raster map = ground();
        assertThat(Raster.grey(map.argb(30, 32))).isGreaterThan(100);
        assertThat(Raster.grey(map.argb(30, 10))).isLessThan(20);
        drawing.undo();
        assertThat(drawing.active().orElseThrow().isEmpty()).isTrue();
    }

    @Test
    void aDrawingInBlackOnWhiteBecomesAMap() throws Exception {
        open(Raster.filled(new Size(32, 32), Colour.WHITE));
        assertThat(intake.openedProperty().get().orElseThrow().looksDrawn()).isTrue();
        intake.useAsMap();
        assertThat(ground()).isEqualTo(Raster.filled(new Size(64, 64), Colour.BLACK));
        assertThat(drawing.activeKind()).contains(ConditionKind.LINEART);
    }

    @Test
    void aPictureThatSinopiaMadeBringsItsRecipe() throws Exception {
        Recipe recipe = Recipe.of("a boat", new Size(64, 64), 42);
        Path file = folder.resolve("boat.png");
        new PictureExport(folder, new ModelHashes(folder)).write(file, halves(64, 64), recipe);
        intake.open(file);
        intake.takeUpRecipe();
        assertThat(recipes).containsExactly(recipe);
    }

    @ParameterizedTest(name = "{0} x {1}")
    @CsvSource({"1, 1, too small", "30000, 2, at most"})
    void aPictureOfAnImpossibleSizeIsAProblem(int width, int height, String said) throws Exception {
        Path file = folder.resolve("odd.png");
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY), "png", file.toFile());
        intake.open(file);
        assertThat(notice.problemProperty().get().orElseThrow().what()).contains(said);
        assertThat(intake.openedProperty().get()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'', empty", "notes, not a picture"})
    void aFileThatIsNoPictureIsAProblem(String content, String said) throws Exception {
        intake.open(Files.writeString(folder.resolve("photo.jpg"), content));
        assertThat(notice.problemProperty().get().orElseThrow().what()).contains(said);
    }

    private void open(Raster picture) throws Exception {
        Path file = folder.resolve("picture.png");
        PictureFile.write(file, picture);
        intake.open(file);
    }

    private Raster ground() {
        return ((Layer.Painting) drawing.active().orElseThrow()).ground().orElseThrow();
    }

    private static Raster halves(int width, int height) {
        int[] pixels = new int[width * height];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = i % width < width / 2 ? 0xff884422 : 0xff336699;
        }
        return Raster.of(new Size(width, height), pixels);
    }

    @Test
    void settingsOfAnotherToolAreOfferedAlsoFromWebp() {
        intake.open(Path.of("src/test/resources/foreign/comfyui-4.webp"));
        assertThat(intake.openedProperty().get().orElseThrow().picture().size()).isEqualTo(new Size(8, 8));
        intake.takeUpSettings();
        assertThat(settings).extracting(PictureSettings::prompt).containsExactly("an owl");
    }

    private final class Taken implements PictureIntake.Takers {
        @Override
        public void recipe(Recipe recipe) {
            recipes.add(recipe);
        }

        @Override
        public void settings(PictureSettings found) {
            settings.add(found);
        }

        @Override
        public void use(String name, Raster picture) {
            deriving.take(name, picture);
        }

        @Override
        public void derive(String name, Raster picture) {
            deriving.begin(name, picture);
        }
    }
}
