package studio.sinopia.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import javax.imageio.metadata.IIOMetadataNode;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.ConditionMap;
import studio.sinopia.control.Control;
import studio.sinopia.core.Colour;
import studio.sinopia.core.PictureFile;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import studio.sinopia.recipe.AnyRecipe;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.Sampling;
import studio.sinopia.recipe.StartPicture;
import studio.sinopia.recipe.WeightPatch;

class RecipePictureTest {

    private static final Optional<String> NO_HASH = Optional.empty();
    private static final Raster PICTURE = Raster.filled(new Size(16, 8), new Colour(200, 30, 60));

    @TempDir
    Path folder;

    @Provide
    Arbitrary<Recipe> recipes() {
        return AnyRecipe.recipes();
    }

    @Property(tries = 60)
    void anyRecipeIsFoundAgainInItsPicture(@ForAll("recipes") Recipe recipe) throws Exception {
        Path file = Files.createTempFile("sinopia", ".png");
        try {
            RecipePicture.write(file, PICTURE, recipe, NO_HASH);
            assertEquals(recipe, RecipePicture.recipe(file));
            assertEquals(PICTURE, PictureFile.read(file));
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void aLongRecipeIsCompressed() throws Exception {
        var random = new Random(3);
        Raster map = Raster.filled(new Size(64, 64), Colour.BLACK).map(p -> 0xff000000 | random.nextInt());
        Recipe recipe = Recipe.of("a boat", new Size(64, 64), 1)
                .withControls(List.of(new Control.Structure(new ConditionMap(ConditionKind.LINEART, map))));
        Path file = folder.resolve("a.png");
        RecipePicture.write(file, PICTURE, recipe, NO_HASH);
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                .contains("iTXtsinopia\0\1");
        assertEquals(recipe, RecipePicture.recipe(file));
    }

    @Test
    void javaItselfReadsTheTextsSoTheirChecksumsAreRight() throws Exception {
        Path file = folder.resolve("a.png");
        RecipePicture.write(file, PICTURE, Recipe.of("ein Häuschen 🏠", new Size(8, 8), 1), NO_HASH);
        var reader = ImageIO.getImageReadersByFormatName("png").next();
        try (var in = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(in);
            var root = (IIOMetadataNode) reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0");
            assertThat(root.getElementsByTagName("iTXtEntry").getLength()).isEqualTo(1);
            assertThat(((IIOMetadataNode) root.getElementsByTagName("iTXtEntry").item(0)).getAttribute("text"))
                    .startsWith("ein Häuschen 🏠\nSteps: 20");
            assertThat(((IIOMetadataNode) root.getElementsByTagName("tEXtEntry").item(0)).getAttribute("keyword"))
                    .isEqualTo("sinopia");
        } finally {
            reader.dispose();
        }
    }

    @Test
    void thePairsStandInTheOrderThatOtherToolsExpect() throws Exception {
        Recipe recipe = Recipe.of("a red house", new Size(256, 192), 42)
                .withModel("/models/night, blue.safetensors")
                .withNegative("rain")
                .withSampling(new Sampling("DPM++ 2M", "Karras", 25))
                .withGuidance(7.5)
                .withControls(List.of(new Control.Structure(new ConditionMap(ConditionKind.LINEART, PICTURE))))
                .withPatches(List.of(new WeightPatch("loras/ink.safetensors", 0.8)))
                .withStart(Optional.of(new StartPicture(PICTURE, 0.75, Optional.empty())));
        Path file = folder.resolve("a.png");
        RecipePicture.write(file, PICTURE, recipe, Optional.of("6ce0161689"));
        assertThat(RecipePicture.parameters(file).orElseThrow())
                .isEqualTo("a red house<lora:ink:0.8>\n"
                        + "Negative prompt: rain\n"
                        + "Steps: 25, Sampler: DPM++ 2M, Schedule type: Karras, CFG scale: 7.5, Seed: 42, Size: 256x192, "
                        + "Model hash: 6ce0161689, Model: \"night, blue\", Denoising strength: 0.75, RNG: CPU, "
                        + "ControlNet 0: \"Module: none, Model: lineart, Weight: 1, Resize Mode: Just Resize, "
                        + "Processor Res: -1, Threshold A: -1, Threshold B: -1, Guidance Start: 0, Guidance End: 1, "
                        + "Pixel Perfect: False, Control Mode: Balanced\", Version: Sinopia development");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tEXt", "zTXt", "iTXt", "iTXt compressed"})
    void textsOfOtherToolsAreRead(String kind) throws Exception {
        byte[] png = withChunk(kind.substring(0, 4), chunk(kind, "Steps: 1, Größe"));
        assertThat(PngText.readAll(new ByteArrayInputStream(png)))
                .containsExactly(new PngText("parameters", "Steps: 1, Größe"));
    }

    @Test
    void aDamagedTextIsLeftOut() throws Exception {
        byte[] png = withChunk("zTXt", "no zero in here".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(PngText.readAll(new ByteArrayInputStream(png))).isEmpty();
    }

    @Test
    void aPictureWithoutARecipeSaysSo() throws Exception {
        Path file = folder.resolve("a.png");
        PictureFile.write(file, PICTURE);
        assertThat(problem(file)).contains("carries no recipe");
    }

    @Test
    void whatIsNoPngOrBreaksOffIsRefused() throws Exception {
        assertThat(problem(Files.writeString(folder.resolve("a.png"), "hello, this is text")))
                .contains("not a PNG");
        assertThat(problem(folder.resolve("none.png"))).contains("no such file");
        byte[] whole = RecipePicture.encode(PICTURE, Recipe.of("x", new Size(8, 8), 1), NO_HASH);
        for (int length = 8; length < whole.length - 12; length += 5) {
            Path cut = Files.write(folder.resolve("cut.png"), Arrays.copyOf(whole, length));
            assertThat(problem(cut)).contains("breaks off");
        }
    }

    private static String problem(Path file) {
        return assertThrows(StudioException.class, () -> RecipePicture.recipe(file))
                .problem()
                .what();
    }

    private static byte[] chunk(String kind, String text) throws IOException {
        var content = new ByteArrayOutputStream();
        content.write("parameters\0".getBytes(StandardCharsets.ISO_8859_1));
        byte[] latin = text.getBytes(StandardCharsets.ISO_8859_1);
        byte[] utf = text.getBytes(StandardCharsets.UTF_8);
        switch (kind) {
            case "tEXt" -> content.write(latin);
            case "zTXt" -> {
                content.write(0);
                content.write(deflated(latin));
            }
            case "iTXt" -> {
                content.write("\0\0de\0Angaben\0".getBytes(StandardCharsets.UTF_8));
                content.write(utf);
            }
            default -> {
                content.write("\1\0\0\0".getBytes(StandardCharsets.UTF_8));
                content.write(deflated(utf));
            }
        }
        return content.toByteArray();
    }

    private static byte[] deflated(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(out)) {
            deflater.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] withChunk(String type, byte[] content) {
        byte[] png = PictureFile.encode(PICTURE);
        byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
        var crc = new CRC32();
        crc.update(name);
        crc.update(content);
        return ByteBuffer.allocate(png.length + content.length + 12)
                .put(png, 0, 33)
                .putInt(content.length)
                .put(name)
                .put(content)
                .putInt((int) crc.getValue())
                .put(png, 33, png.length - 33)
                .array();
    }
}
