package studio.sinopia.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A text as EXIF user comment (tag 0x9286, Exif 2.32) in JPEG and WebP files, written as UTF-16 behind the code {@code UNICODE}, where
 * other tools look for it.
 */
final class ExifBlock {

    private static final byte[] CODE = "UNICODE\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] JPEG_HEADER = {'E', 'x', 'i', 'f', 0, 0};
    private static final short EXIF_DIRECTORY = (short) 0x8769;
    private static final short USER_COMMENT = (short) 0x9286;
    private static final short LONG = 4;
    private static final short UNDEFINED = 7;
    private static final int DIRECTORY_BYTES = 2 + 12 + 4; // count, one entry, no next directory
    private static final int LONGEST_SEGMENT = 0xffff - 2;
    private static final int RIFF_HEADER = 12;
    private static final int EXTENDED_BYTES = 10;
    private static final int HAS_EXIF = 0x08;
    private static final int HAS_XMP = 0x04;

    private ExifBlock() {}

    /** A TIFF structure that holds nothing but the comment. */
    static byte[] of(String comment) {
        byte[] text = comment.getBytes(StandardCharsets.UTF_16BE);
        int first = 8;
        int second = first + DIRECTORY_BYTES;
        int content = second + DIRECTORY_BYTES;
        ByteBuffer tiff = ByteBuffer.allocate(content + CODE.length + text.length);
        tiff.put((byte) 'M').put((byte) 'M').putShort((short) 42).putInt(first);
        directory(tiff, EXIF_DIRECTORY, LONG, 1, second);
        directory(tiff, USER_COMMENT, UNDEFINED, CODE.length + text.length, content);
        return tiff.put(CODE).put(text).array();
    }

    private static void directory(ByteBuffer tiff, short tag, short type, int count, int value) {
        tiff.putShort((short) 1);
        tiff.putShort(tag).putShort(type).putInt(count).putInt(value);
        tiff.putInt(0);
    }

    /**
     * The JPEG file with the comment behind its first marker; a comment too long for a segment is cut.
     *
     * @param xmp segments to stand behind the comment's
     */
    static byte[] intoJpeg(byte[] jpeg, String comment, byte[] xmp) {
        int most = (LONGEST_SEGMENT - JPEG_HEADER.length - 8 - 2 * DIRECTORY_BYTES - CODE.length) / 2;
        byte[] block = of(comment.length() > most ? comment.substring(0, most) : comment);
        return ByteBuffer.allocate(jpeg.length + 4 + JPEG_HEADER.length + block.length + xmp.length)
                .put(jpeg, 0, 2)
                .putShort((short) 0xffe1)
                .putShort((short) (2 + JPEG_HEADER.length + block.length))
                .put(JPEG_HEADER)
                .put(block)
                .put(xmp)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    /**
     * The WebP file with the comment in a chunk of its own, which needs the extended form of the file.
     *
     * @param webp of the simple form, one chunk
     * @param xmp a packet to stand behind the comment; may be empty
     */
    static byte[] intoWebp(byte[] webp, int width, int height, String comment, byte[] xmp) {
        byte[] block = of(comment);
        var bytes = new ByteArrayOutputStream();
        try {
            bytes.write("WEBP".getBytes(StandardCharsets.US_ASCII));
            bytes.write(chunk("VP8X", extended(width, height, xmp.length > 0 ? HAS_EXIF | HAS_XMP : HAS_EXIF)));
            bytes.write(webp, RIFF_HEADER, webp.length - RIFF_HEADER);
            bytes.write(chunk("EXIF", block));
            if (xmp.length > 0) {
                bytes.write(chunk("XMP ", xmp));
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return chunk("RIFF", bytes.toByteArray());
    }

    private static byte[] extended(int width, int height, int has) {
        ByteBuffer extended = ByteBuffer.allocate(EXTENDED_BYTES + 2).order(ByteOrder.LITTLE_ENDIAN);
        extended.putInt(0, has);
        extended.putInt(4, width - 1);
        extended.putInt(7, height - 1); // 24 bits each; the next one overwrites the byte too many
        return java.util.Arrays.copyOf(extended.array(), EXTENDED_BYTES);
    }

    private static byte[] chunk(String name, byte[] content) {
        int padding = content.length % 2;
        return ByteBuffer.allocate(8 + content.length + padding)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .putInt(content.length)
                .put(content)
                .array();
    }
}
