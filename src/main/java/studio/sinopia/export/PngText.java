package studio.sinopia.export;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Text inside PNG files (PNG specification, third edition, 11.3.3): reads tEXt, zTXt and iTXt, writes tEXt where Latin-1
 * is enough and iTXt where it is not, since some readers know only tEXt.
 *
 * @param keyword 1 … 79 printable ASCII characters
 * @param text any text
 */
public record PngText(String keyword, String text) {

    private static final long SIGNATURE = 0x89504e470d0a1a0aL;
    private static final int HEADER_LENGTH = 8 + 25; // signature and IHDR
    private static final int LONGEST = 256 << 20; // bytes; more is no text but an attack on our memory
    private static final int WORTH_COMPRESSING = 4096; // characters

    public PngText {
        if (!keyword.matches("[!-~]([ -~]{0,77}[!-~])?")) {
            throw new IllegalArgumentException("A PNG keyword needs 1 to 79 printable characters, got " + keyword);
        }
    }

    /** Thrown when bytes are no PNG file or break off. */
    public static final class NotPngException extends IOException {
        private static final long serialVersionUID = 1L;

        NotPngException(String message) {
            super(message);
        }
    }

    /** The same picture with {@code texts} before its pixels. */
    static byte[] insert(byte[] png, List<PngText> texts) {
        var bytes = new ByteArrayOutputStream(png.length + 4096);
        try (var out = new DataOutputStream(bytes)) {
            out.write(png, 0, HEADER_LENGTH);
            for (PngText text : texts) {
                text.writeTo(out);
            }
            out.write(png, HEADER_LENGTH, png.length - HEADER_LENGTH);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }

    /** All texts of a PNG stream, in order. A text that is damaged is left out; the pixels are never decoded. */
    public static List<PngText> readAll(InputStream stream) throws IOException {
        var in = new DataInputStream(stream);
        var texts = new ArrayList<PngText>();
        try {
            if (in.readLong() != SIGNATURE) {
                throw new NotPngException("This is not a PNG file.");
            }
            while (true) {
                int length = in.readInt();
                String type = new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
                if (length < 0) {
                    throw new NotPngException("A part of this PNG file claims a length that cannot be.");
                }
                if (type.equals("IEND")) {
                    return texts;
                }
                if (type.endsWith("EXt") || type.endsWith("TXt")) {
                    readOne(in, type, length).ifPresent(texts::add);
                } else {
                    in.skipNBytes(length);
                }
                in.skipNBytes(4); // checksum: a wrong one shows in the content, and pixels are none of our business
            }
        } catch (EOFException cut) {
            throw new NotPngException("This PNG file breaks off.");
        }
    }

    private static Optional<PngText> readOne(DataInputStream in, String type, int length) throws IOException {
        if (length > LONGEST) {
            in.skipNBytes(length);
            return Optional.empty();
        }
        byte[] content = in.readNBytes(length);
        if (content.length < length) {
            throw new EOFException();
        }
        try {
            return Optional.ofNullable(
                    switch (type) {
                        case "tEXt" -> plain(content);
                        case "zTXt" -> compressed(content);
                        case "iTXt" -> international(content);
                        default -> null;
                    });
        } catch (IOException | RuntimeException damaged) {
            return Optional.empty();
        }
    }

    private static PngText plain(byte[] content) {
        int end = zero(content, 0);
        return new PngText(latin(content, 0, end), latin(content, end + 1, content.length));
    }

    private static PngText compressed(byte[] content) throws IOException {
        int end = zero(content, 0);
        byte[] text = inflate(content, end + 2); // one byte says the method, and there is only one
        return new PngText(latin(content, 0, end), new String(text, StandardCharsets.ISO_8859_1));
    }

    private static PngText international(byte[] content) throws IOException {
        int end = zero(content, 0);
        boolean compressed = content[end + 1] == 1;
        int language = zero(content, end + 3);
        int translated = zero(content, language + 1);
        byte[] text = compressed
                ? inflate(content, translated + 1)
                : Arrays.copyOfRange(content, translated + 1, content.length);
        return new PngText(latin(content, 0, end), new String(text, StandardCharsets.UTF_8));
    }

    private static int zero(byte[] content, int from) {
        int i = from;
        while (content[i] != 0) { // runs off the end of a damaged text, which readOne catches
            i++;
        }
        return i;
    }

    private static String latin(byte[] content, int from, int to) {
        return new String(content, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private static byte[] inflate(byte[] content, int from) throws IOException {
        try (var in = new InflaterInputStream(new ByteArrayInputStream(content, from, content.length - from))) {
            byte[] text = in.readNBytes(LONGEST + 1);
            if (text.length > LONGEST) {
                throw new IOException("The text is too long.");
            }
            return text;
        }
    }

    private void writeTo(DataOutputStream out) throws IOException {
        var content = new ByteArrayOutputStream();
        content.write(keyword.getBytes(StandardCharsets.ISO_8859_1));
        content.write(0);
        boolean compress = text.length() > WORTH_COMPRESSING && keyword.equals(RecipePicture.KEYWORD);
        boolean latin = text.chars().allMatch(c -> c == '\n' || (c >= 0x20 && c < 0x7f) || (c >= 0xa0 && c <= 0xff));
        if (latin && !compress) {
            content.write(bytes(StandardCharsets.ISO_8859_1));
            writeChunk(out, "tEXt", content.toByteArray());
            return;
        }
        content.write(compress ? 1 : 0);
        content.write(new byte[3]); // method, no language, no translated keyword
        if (compress) {
            try (OutputStream deflater = new DeflaterOutputStream(content)) {
                deflater.write(bytes(StandardCharsets.UTF_8));
            }
        } else {
            content.write(bytes(StandardCharsets.UTF_8));
        }
        writeChunk(out, "iTXt", content.toByteArray());
    }

    private byte[] bytes(Charset charset) {
        return text.getBytes(charset);
    }

    private static void writeChunk(DataOutputStream out, String type, byte[] content) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
        var crc = new CRC32();
        crc.update(name);
        crc.update(content);
        out.writeInt(content.length);
        out.write(name);
        out.write(content);
        out.writeInt((int) crc.getValue());
    }
}
