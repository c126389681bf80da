package studio.sinopia.export;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * The whole recipe as a property of an XMP packet (ISO 16684-1), for JPEG and WebP. In JPEG what does not fit into one segment is
 * split as Adobe's "XMP Specification Part 3" (2016), 1.1.3.1, says: a main packet that names the MD5 sum of a second one, which
 * follows in pieces.
 */
final class XmpBlock {

    private static final String NAMESPACE = "urn:studio.sinopia:recipe:1";
    private static final String OPEN = "<sinopia:recipe>";
    private static final String CLOSE = "</sinopia:recipe>";
    private static final String PACKET = """
            <x:xmpmeta xmlns:x="adobe:ns:meta/">\
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\
            <rdf:Description rdf:about="" %s</rdf:Description></rdf:RDF></x:xmpmeta>""";
    private static final short APP1 = (short) 0xffe1;
    private static final int LONGEST_SEGMENT = 0xffff - Short.BYTES;

    private XmpBlock() {}

    /** The packet that holds a recipe. */
    static byte[] of(String recipe) {
        String escaped = recipe.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return PACKET.formatted("xmlns:sinopia=\"" + NAMESPACE + "\">" + OPEN + escaped + CLOSE)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The recipe in a packet, if it holds one. */
    static Optional<String> recipe(String packet) {
        int from = packet.indexOf(OPEN);
        int to = packet.indexOf(CLOSE);
        return from < 0 || to < from
                ? Optional.empty()
                : Optional.of(packet.substring(from + OPEN.length(), to)
                        .replace("&gt;", ">")
                        .replace("&lt;", "<")
                        .replace("&amp;", "&"));
    }

    /** The segments of a JPEG file that hold a recipe. */
    static byte[] segments(String recipe) {
        byte[] packet = of(recipe);
        var segments = new ByteArrayOutputStream();
        if (FileTexts.XMP_HEADER.length + packet.length <= LONGEST_SEGMENT) {
            segments.writeBytes(segment(FileTexts.XMP_HEADER, packet));
            return segments.toByteArray();
        }
        String sum = sum(packet);
        String main = PACKET.formatted(
                "xmlns:xmpNote=\"http://ns.adobe.com/xmp/note/\" xmpNote:HasExtendedXMP=\"%s\">".formatted(sum));
        segments.writeBytes(segment(FileTexts.XMP_HEADER, main.getBytes(StandardCharsets.UTF_8)));
        int header = FileTexts.MORE_XMP_HEADER.length + sum.length() + 2 * Integer.BYTES;
        int most = LONGEST_SEGMENT - header;
        for (int at = 0; at < packet.length; at += most) {
            int length = Math.min(most, packet.length - at);
            byte[] start = ByteBuffer.allocate(header)
                    .put(FileTexts.MORE_XMP_HEADER)
                    .put(sum.getBytes(StandardCharsets.US_ASCII))
                    .putInt(packet.length)
                    .putInt(at)
                    .array();
            segments.writeBytes(segment(start, java.util.Arrays.copyOfRange(packet, at, at + length)));
        }
        return segments.toByteArray();
    }

    private static byte[] segment(byte[] header, byte[] content) {
        int length = Short.BYTES + header.length + content.length;
        return ByteBuffer.allocate(Short.BYTES + length)
                .putShort(APP1)
                .putShort((short) length)
                .put(header)
                .put(content)
                .array();
    }

    private static String sum(byte[] packet) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(packet))
                    .toUpperCase(Locale.ROOT);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
