package studio.sinopia.export;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The texts in JPEG and WebP files: those of EXIF by the names of their tags, an XMP packet as {@value #XMP}, what of it had no room
 * in one segment as {@value #MORE_XMP}, a comment as {@value #COMMENT}. What is damaged ends the reading; what was found before it counts.
 */
public final class FileTexts {

    public static final String XMP = "xmp";
    static final String MORE_XMP = "xmp extension";
    public static final String COMMENT = "comment";

    private static final byte[] EXIF_HEADER = {'E', 'x', 'i', 'f', 0, 0};
    static final byte[] XMP_HEADER = "http://ns.adobe.com/xap/1.0/\0".getBytes(StandardCharsets.US_ASCII);
    static final byte[] MORE_XMP_HEADER = "http://ns.adobe.com/xmp/extension/\0".getBytes(StandardCharsets.US_ASCII);
    private static final int SUM_BYTES = 32; // before each piece of what had no room, saying of what it is a piece
    private static final int START_OF_SCAN = 0xda;
    private static final int APP1 = 0xe1;
    private static final int COM = 0xfe;
    private static final int RIFF_HEADER = 12;

    private FileTexts() {}

    public static boolean isJpeg(byte[] file) {
        return file.length > 3 && (file[0] & 0xff) == 0xff && (file[1] & 0xff) == 0xd8;
    }

    public static boolean isWebp(byte[] file) {
        return file.length >= RIFF_HEADER
                && new String(file, 0, 4, StandardCharsets.ISO_8859_1).equals("RIFF")
                && new String(file, 8, 4, StandardCharsets.ISO_8859_1).equals("WEBP");
    }

    public static Map<String, String> ofJpeg(byte[] file) {
        Map<String, String> texts = new HashMap<>();
        var more = new ByteArrayOutputStream();
        ByteBuffer in = ByteBuffer.wrap(file);
        int at = 2;
        while (at + 4 <= file.length && file[at] == (byte) 0xff) {
            int marker = file[at + 1] & 0xff;
            if (marker == START_OF_SCAN) {
                break;
            }
            int length = Short.toUnsignedInt(in.getShort(at + 2));
            if (length < Short.BYTES || at + 2 + length > file.length) {
                break;
            }
            byte[] content = Arrays.copyOfRange(file, at + 4, at + 2 + length);
            if (marker == APP1 && startsWith(content, MORE_XMP_HEADER)) {
                piece(content, more);
            } else {
                segment(marker, content, texts);
            }
            at += 2 + length;
        }
        if (more.size() > 0) {
            texts.put(MORE_XMP, more.toString(StandardCharsets.UTF_8));
        }
        return texts;
    }

    /** Pieces lie in their order, as all writers put them; one that does not go on where the last ended is left out. */
    private static void piece(byte[] content, ByteArrayOutputStream more) {
        int from = MORE_XMP_HEADER.length + SUM_BYTES + 2 * Integer.BYTES;
        if (content.length > from && ByteBuffer.wrap(content).getInt(from - Integer.BYTES) == more.size()) {
            more.write(content, from, content.length - from);
        }
    }

    private static void segment(int marker, byte[] content, Map<String, String> texts) {
        if (marker == COM) {
            texts.put(COMMENT, new String(content, StandardCharsets.UTF_8));
        } else if (marker == APP1 && startsWith(content, EXIF_HEADER)) {
            texts.putAll(ExifTexts.read(Arrays.copyOfRange(content, EXIF_HEADER.length, content.length)));
        } else if (marker == APP1 && startsWith(content, XMP_HEADER)) {
            texts.put(
                    XMP,
                    new String(content, XMP_HEADER.length, content.length - XMP_HEADER.length, StandardCharsets.UTF_8));
        }
    }

    public static Map<String, String> ofWebp(byte[] file) {
        Map<String, String> texts = new HashMap<>();
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int at = RIFF_HEADER;
        while (at + 8 <= file.length) {
            String type = new String(file, at, 4, StandardCharsets.ISO_8859_1);
            int length = in.getInt(at + 4);
            if (length < 0 || length > file.length - at - 8) {
                break;
            }
            byte[] content = Arrays.copyOfRange(file, at + 8, at + 8 + length);
            if (type.equals("EXIF")) {
                boolean headed = startsWith(content, EXIF_HEADER); // some writers copy it from JPEG
                texts.putAll(ExifTexts.read(
                        headed ? Arrays.copyOfRange(content, EXIF_HEADER.length, content.length) : content));
            } else if (type.equals("XMP ")) {
                texts.put(XMP, new String(content, StandardCharsets.UTF_8));
            }
            at += 8 + length + length % 2;
        }
        return texts;
    }

    private static boolean startsWith(byte[] content, byte[] start) {
        return content.length >= start.length && Arrays.equals(content, 0, start.length, start, 0, start.length);
    }
}
