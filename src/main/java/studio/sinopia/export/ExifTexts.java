package studio.sinopia.export;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The texts of an EXIF block (a TIFF structure, Exif 2.32): those of the first directory and of the one that the tag
 * {@code ExifIFD} points to. Damage costs the rest of the block, no more.
 */
public final class ExifTexts {

    public static final String USER_COMMENT = "UserComment";
    public static final String SOFTWARE = "Software";
    public static final String MAKER_NOTE = "MakerNote";

    private static final Map<Integer, String> NAMES = Map.of(
            0x010e, "ImageDescription",
            0x010f, "Make",
            0x0110, "Model",
            0x0131, SOFTWARE,
            0x9286, USER_COMMENT,
            0x927c, MAKER_NOTE,
            0x9c9c, "XPComment");
    private static final int EXIF_DIRECTORY = 0x8769;
    private static final int ENTRY_BYTES = 12;
    private static final int MOST_ENTRIES = 500;
    private static final int CODE_BYTES = 8; // before a user comment, saying how it is written
    private static final int BYTE = 1;
    private static final int ASCII = 2;
    private static final int UNDEFINED = 7;

    private final ByteBuffer tiff;
    private final Map<String, String> texts = new HashMap<>();

    private ExifTexts(byte[] block) {
        this.tiff = ByteBuffer.wrap(block);
        tiff.order(block[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    }

    /** The texts by the names of their tags. */
    static Map<String, String> read(byte[] block) {
        if (block.length < CODE_BYTES) {
            return Map.of();
        }
        var exif = new ExifTexts(block);
        try {
            exif.directory(exif.tiff.getInt(4), true);
        } catch (IndexOutOfBoundsException | IllegalArgumentException damaged) {
            return exif.texts; // what stood before the damage
        }
        return exif.texts;
    }

    private void directory(int at, boolean first) {
        int entries = Math.min(MOST_ENTRIES, Short.toUnsignedInt(tiff.getShort(at)));
        for (int i = 0; i < entries; i++) {
            int entry = at + Short.BYTES + i * ENTRY_BYTES;
            int tag = Short.toUnsignedInt(tiff.getShort(entry));
            if (tag == EXIF_DIRECTORY && first) {
                directory(tiff.getInt(entry + 8), false);
            }
            String name = NAMES.get(tag);
            int type = tiff.getShort(entry + 2);
            if (name != null && (type == BYTE || type == ASCII || type == UNDEFINED)) {
                int length = tiff.getInt(entry + 4);
                int from = length <= Integer.BYTES ? entry + 8 : tiff.getInt(entry + 8);
                var content = new byte[Math.clamp(length, 0, tiff.capacity())];
                tiff.get(from, content);
                texts.put(name, text(name, content).replace("\0", "").strip());
            }
        }
    }

    private String text(String name, byte[] content) {
        if (name.equals("XPComment")) {
            return new String(content, StandardCharsets.UTF_16LE);
        }
        if (!name.equals(USER_COMMENT) || content.length < CODE_BYTES) {
            return new String(content, StandardCharsets.UTF_8);
        }
        String code = new String(content, 0, CODE_BYTES, StandardCharsets.ISO_8859_1);
        boolean coded = code.startsWith("UNICODE") || code.startsWith("ASCII") || code.equals("\0".repeat(CODE_BYTES));
        int from = coded ? CODE_BYTES : 0;
        Charset charset = code.startsWith("UNICODE") ? wide(content) : StandardCharsets.UTF_8;
        return new String(content, from, content.length - from, charset);
    }

    /** Writers disagree on the order of bytes: in most texts the high one is zero more often. */
    private static Charset wide(byte[] content) {
        int even = 0;
        int odd = 0;
        for (int i = CODE_BYTES; i + 1 < content.length; i += 2) {
            even += content[i] == 0 ? 1 : 0;
            odd += content[i + 1] == 0 ? 1 : 0;
        }
        return odd > even ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }
}
