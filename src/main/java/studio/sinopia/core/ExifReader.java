package studio.sinopia.core;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import javax.imageio.stream.ImageInputStream;

/**
 * Finds the orientation that a camera noted in a JPEG file (segment APP1) or a PNG file (chunk eXIf). It is advice: where it is
 * missing or damaged, the picture is taken as it is stored.
 */
final class ExifReader {

    private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};
    private static final int JPEG = 0xffd8;
    private static final int APP1 = 0xffe1;
    private static final int FIRST_MARKER = 0xffc0;
    private static final int LAST_MARKER = 0xfffe;
    private static final int START_OF_SCAN = 0xffda;
    private static final long PNG = 0x89504e470d0a1a0aL;
    private static final int PNG_EXIF = 0x65584966;
    private static final int PNG_PIXELS = 0x49444154;

    private static final int LONGEST = 1 << 20; // bytes; cameras write less than 64 KiB
    private static final int TIFF = 42;
    private static final int ORIENTATION = 0x0112;
    private static final int SHORT = 3;
    private static final int ENTRY_BYTES = 12;

    private ExifReader() {}

    /** Reads ahead and leaves {@code in} where it was. */
    static Orientation orientation(ImageInputStream in) throws IOException {
        long start = in.getStreamPosition();
        ByteOrder order = in.getByteOrder();
        try {
            in.setByteOrder(ByteOrder.BIG_ENDIAN);
            return Orientation.numbered(number(block(in)));
        } catch (IOException | RuntimeException damaged) {
            return Orientation.AS_STORED;
        } finally {
            in.setByteOrder(order);
            in.seek(start);
        }
    }

    /** The TIFF structure in which EXIF stands; empty if there is none. */
    private static byte[] block(ImageInputStream in) throws IOException {
        if (in.readUnsignedShort() == JPEG) {
            return jpegBlock(in);
        }
        in.seek(in.getStreamPosition() - Short.BYTES);
        return in.readLong() == PNG ? pngBlock(in) : new byte[0];
    }

    private static byte[] jpegBlock(ImageInputStream in) throws IOException {
        for (int marker = in.readUnsignedShort(); isSegment(marker); marker = in.readUnsignedShort()) {
            int length = in.readUnsignedShort() - Short.BYTES;
            long next = in.getStreamPosition() + length;
            if (marker == APP1 && length > EXIF.length && Arrays.equals(read(in, EXIF.length), EXIF)) {
                return read(in, length - EXIF.length);
            }
            in.seek(next);
        }
        return new byte[0];
    }

    /** What stands before the pixels and says its own length. */
    private static boolean isSegment(int marker) {
        return marker != START_OF_SCAN && marker >= FIRST_MARKER && marker <= LAST_MARKER;
    }

    private static byte[] pngBlock(ImageInputStream in) throws IOException {
        while (true) {
            long length = in.readUnsignedInt();
            int type = in.readInt();
            if (type == PNG_EXIF) {
                return read(in, (int) Math.min(length, LONGEST));
            }
            if (type == PNG_PIXELS) {
                return new byte[0];
            }
            in.seek(in.getStreamPosition() + length + Integer.BYTES); // and its checksum
        }
    }

    private static byte[] read(ImageInputStream in, int length) throws IOException {
        var bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }

    /** The orientation in the first directory of a TIFF structure, 0 if it is not there. */
    private static int number(byte[] block) {
        if (block.length == 0) {
            return 0;
        }
        ByteBuffer tiff = ByteBuffer.wrap(block);
        tiff.order(block[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        if (tiff.getShort(2) != TIFF) {
            return 0;
        }
        int directory = tiff.getInt(4);
        int entries = Short.toUnsignedInt(tiff.getShort(directory));
        for (int i = 0; i < entries; i++) {
            int entry = directory + Short.BYTES + i * ENTRY_BYTES;
            if (tiff.getShort(entry) == ORIENTATION && tiff.getShort(entry + 2) == SHORT) {
                return tiff.getShort(entry + 8);
            }
        }
        return 0;
    }
}
