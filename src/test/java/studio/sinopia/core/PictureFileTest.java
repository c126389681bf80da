package studio.sinopia.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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

    /** A picture of two by three fields, each of 16 x 16 pixels, that reads A B C / D E F by its red. */
    @ParameterizedTest(name = "orientation {0} shows {2}")
    @CsvSource({
        "1, II, ABC DEF", "2, MM, CBA FED", "3, II, FED CBA", "4, MM, DEF ABC",
        "5, II, AD BE CF", "6, MM, DA EB FC", "7, II, FC EB DA", "8, MM, CF BE AD",
        "0, II, ABC DEF", "9, MM, ABC DEF"
    })
    void aPhotoStandsUprightHoweverTheCameraWasHeld(int orientation, String byteOrder, String shown) throws Exception {
        var image = new BufferedImage(48, 32, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 48 * 32; i++) {
            int field = i % 48 / 16 + i / 48 / 16 * 3;
            image.setRGB(i % 48, i / 48, (20 + 40 * field) << 16);
        }
        byte[] exif = exif(orientation, byteOrder);
        byte[] jpeg = encoded(image, "jpeg");
        ByteBuffer photo = ByteBuffer.allocate(jpeg.length + exif.length + 10);
        photo.put(jpeg, 0, 2).putShort((short) 0xffe1).putShort((short) (exif.length + 8));
        photo.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(exif).put(jpeg, 2, jpeg.length - 2);
        assertEquals(shown, fields(PictureFile.decode(photo.array(), "photo")));
        byte[] png = encoded(image, "png");
        ByteBuffer scan = ByteBuffer.allocate(png.length + exif.length + 12);
        scan.put(png, 0, 33)
                .putInt(exif.length)
                .put("eXIf".getBytes(StandardCharsets.US_ASCII))
                .put(exif);
        var crc = new CRC32();
        crc.update(scan.array(), 37, exif.length + 4);
        scan.putInt((int) crc.getValue()).put(png, 33, png.length - 33);
        assertEquals(shown, fields(PictureFile.decode(scan.array(), "scan")));
    }

    /** The smallest TIFF structure that notes an orientation, behind an entry of another tag. */
    private static byte[] exif(int orientation, String byteOrder) {
        ByteBuffer tiff = ByteBuffer.allocate(8 + 2 + 2 * 12 + 4);
        tiff.order(byteOrder.equals("II") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        tiff.put(byteOrder.getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 42)
                .putInt(8);
        tiff.putShort((short) 2);
        tiff.putShort((short) 0x0100).putShort((short) 4).putInt(1).putInt(48);
        tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation);
        return tiff.array();
    }

    private static String fields(Raster picture) {
        var text = new StringBuilder();
        for (int y = 8; y < picture.height(); y += 16) {
            for (int x = 8; x < picture.width(); x += 16) {
                text.append((char) ('A' + Math.round(((picture.argb(x, y) >> 16 & 0xff) - 20) / 40.0)));
            }
            text.append(' ');
        }
        return text.toString().strip();
    }

    @Test
    void aDamagedNoteOfTheCameraIsNoReasonToRefuseAPhoto() throws Exception {
        byte[] jpeg = encoded(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "jpeg");
        byte[] exif = exif(6, "II");
        exif[4] = (byte) 0xf0; // the directory would lie behind the end
        ByteBuffer photo = ByteBuffer.allocate(jpeg.length + exif.length + 10);
        photo.put(jpeg, 0, 2).putShort((short) 0xffe1).putShort((short) (exif.length + 8));
        photo.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(exif).put(jpeg, 2, jpeg.length - 2);
        assertEquals(new Size(8, 8), PictureFile.decode(photo.array(), "photo").size());
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
