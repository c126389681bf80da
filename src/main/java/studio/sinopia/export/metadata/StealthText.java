package studio.sinopia.export.metadata;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import studio.sinopia.core.Raster;

/**
 * A text in the lowest bits of a picture's pixels, column by column: of the alpha after the signature {@code stealth_pnginfo}, or of
 * red, green and blue after {@code stealth_rgbinfo}; a signature that ends in {@code comp} says that the text is packed with
 * gzip. Behind it stand the length in bits, 32 of them, and the text in UTF-8.
 */
final class StealthText {

    private static final int SIGNATURE_BYTES = 15;
    private static final int LONGEST = 16 << 20; // bytes of text

    private final Raster picture;
    private final boolean alpha;
    private int at; // bits read so far

    private StealthText(Raster picture, boolean alpha) {
        this.picture = picture;
        this.alpha = alpha;
    }

    /** The text, if there is one. */
    static Optional<String> find(Raster picture) {
        return new StealthText(picture, true)
                .read("stealth_png")
                .or(() -> new StealthText(picture, false).read("stealth_rgb"));
    }

    private Optional<String> read(String signature) {
        if (left() < (SIGNATURE_BYTES + Integer.BYTES) * (long) Byte.SIZE) {
            return Optional.empty();
        }
        String found = new String(bytes(SIGNATURE_BYTES), StandardCharsets.ISO_8859_1);
        boolean packed = found.equals(signature + "comp");
        if (!packed && !found.equals(signature + "info")) {
            return Optional.empty();
        }
        long bits = 0;
        for (int i = 0; i < Integer.SIZE; i++) {
            bits = bits << 1 | bit();
        }
        if (bits > left() || bits / Byte.SIZE > LONGEST) {
            return Optional.empty();
        }
        byte[] content = bytes((int) (bits / Byte.SIZE));
        return packed ? unpacked(content) : Optional.of(new String(content, StandardCharsets.UTF_8));
    }

    private static Optional<String> unpacked(byte[] content) {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(content))) {
            return Optional.of(new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8));
        } catch (IOException damaged) {
            return Optional.empty();
        }
    }

    private byte[] bytes(int count) {
        var bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            int value = 0;
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                value = value << 1 | bit();
            }
            bytes[i] = (byte) value;
        }
        return bytes;
    }

    private long left() {
        return picture.size().area() * (alpha ? 1 : 3) - at;
    }

    private int bit() {
        int pixel = alpha ? at : at / 3;
        int argb = picture.argb(pixel / picture.height(), pixel % picture.height());
        int shift = alpha ? 24 : 16 - at % 3 * 8;
        at++;
        return argb >> shift & 1;
    }
}
