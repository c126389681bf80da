package studio.sinopia.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureFileTest {

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsReadBackWithItsAlpha() throws Exception {
        Path file = folder.resolve("a.png");
        Raster picture = noise(new Size(13, 7), true);
        PictureFile.write(file, picture);
        assertEquals(picture, PictureFile.read(file));
    }

    @Test
    void anOpaquePictureIsWrittenWithoutAnAlphaChannel() throws Exception {
        Raster picture = noise(new Size(9, 5), false);
        byte[] png = PictureFile.encode(picture);
        assertEquals(2, png[25], "PNG colour type 2 is red, green, blue");
        assertEquals(picture, PictureFile.decode(png, "test"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "bmp", "gif"})
    void theUsualFormatsAreRead(String format) throws Exception {
        var image = new BufferedImage(8, 4, BufferedImage.TYPE_INT_RGB);
        image.setRGB(
                0, 0, 8, 4, Raster.filled(new Size(8, 4), new Colour(0, 0, 255)).pixels(), 0, 8);
        Raster read = PictureFile.decode(encoded(image, format), format);
        assertEquals(new Size(8, 4), read.size());
        assertThat(read.argb(3, 2) & 0xff).isGreaterThan(240);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg"})
    void greyLevelsStayAsStored(String format) throws Exception {
        var image = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 64; i++) {
            image.getRaster().setSample(i % 8, i / 8, 0, 128);
        }
        assertEquals(
                0xff808080, PictureFile.decode(encoded(image, format), format).argb(4, 4));
    }

    @Test
    void sixteenBitDepthKeepsItsUpperEightBits() throws Exception {
        var image = new BufferedImage(4, 4, BufferedImage.TYPE_USHORT_GRAY);
        image.getRaster().setSample(1, 1, 0, 0xab12);
        assertEquals(
                0xffababab, PictureFile.decode(encoded(image, "png"), "png").argb(1, 1));
    }

    @Test
    void aFileThatIsNoPictureIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("notes.png"), "these are notes, not pixels");
        assertEquals(
                file + ": The file is not a picture. Choose a PNG, JPEG, BMP or GIF picture.",
                problem(file).line());
    }

    @Test
    void anEmptyFileIsCalledEmpty() throws Exception {
        assertThat(problem(Files.createFile(folder.resolve("a.png"))).what()).isEqualTo("The file is empty.");
    }

    @Test
    void aMissingFileAndAFolderAreRefused() {
        assertThat(problem(folder.resolve("nowhere.png")).what()).isEqualTo("There is no such file.");
        assertThat(problem(folder).what()).contains("folder");
    }

    @ParameterizedTest(name = "{0} x {1}")
    @CsvSource({"1, 1, too small", "1, 500, too small", "30000, 10, 16384", "12000, 12000, 100 million"})
    void whatIsTooSmallOrTooLargeIsRefusedByItsHeader(int width, int height, String said) throws Exception {
        Path file = Files.write(folder.resolve("a.png"), headerOnly(width, height));
        assertThat(problem(file).what()).contains(width + " x " + height).contains(said);
    }

    @Test
    void aTruncatedPictureIsRefused() throws Exception {
        byte[] whole = PictureFile.encode(noise(new Size(64, 64), false));
        Path file = Files.write(folder.resolve("a.png"), Arrays.copyOf(whole, whole.length / 2));
        assertThat(problem(file).what()).contains("damaged");
    }

    @Test
    void noDamagedFileGivesAnythingButAPictureOrAProblem() throws Exception {
        for (String format : new String[] {"png", "jpeg", "bmp", "gif"}) {
            byte[] whole = encoded(
                    noise(new Size(16, 16), false).map(p -> p | 0xff000000).image(), format);
            var random = new Random(7);
            for (int i = 0; i < 300 && whole.length > 0; i++) {
                byte[] hurt = whole.clone();
                for (int k = 0; k < 3; k++) {
                    hurt[random.nextInt(Math.min(hurt.length, 200))] = (byte) random.nextInt(256);
                }
                try {
                    PictureFile.decode(hurt, format);
                } catch (StudioException expected) {
                    assertThat(expected.problem().line()).doesNotContain("\n");
                }
            }
        }
    }

    private static Problem problem(Path file) {
        return assertThrows(StudioException.class, () -> PictureFile.read(file)).problem();
    }

    private static Raster noise(Size size, boolean alpha) {
        var random = new Random(1);
        return Raster.filled(size, Colour.BLACK).map(p -> random.nextInt() | (alpha ? 0 : 0xff000000));
    }

    private static byte[] encoded(BufferedImage image, String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        BufferedImage written = image;
        if (image.getType() == BufferedImage.TYPE_INT_ARGB && !format.equals("png")) {
            written = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
            written.createGraphics().drawImage(image, 0, 0, null);
        }
        assertThat(ImageIO.write(written, format, bytes)).isTrue();
        return bytes.toByteArray();
    }

    /** A PNG that claims a size and ends there. */
    private static byte[] headerOnly(int width, int height) {
        ByteBuffer header = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0});
        var crc = new CRC32();
        crc.update(header.array());
        return ByteBuffer.allocate(33)
                .putLong(0x89504e470d0a1a0aL)
                .putInt(13)
                .put(header.array())
                .putInt((int) crc.getValue())
                .array();
    }
}
