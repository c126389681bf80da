package studio.sinopia.worker;

import io.grpc.Metadata;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * 256 random bits that the two processes of one launch share. They pass through the child's standard input, never the
 * command line or the environment, where other programs could read them.
 */
final class Secret {

    static final Metadata.Key<String> HEADER = Metadata.Key.of("sinopia-secret", Metadata.ASCII_STRING_MARSHALLER);

    private static final int BYTES = 32;
    private final String text;

    private Secret(String text) {
        this.text = text;
    }

    static Secret random() {
        byte[] bits = new byte[BYTES];
        new SecureRandom().nextBytes(bits);
        return new Secret(HexFormat.of().formatHex(bits));
    }

    /** @throws IllegalArgumentException if {@code text} is not 64 hexadecimal digits */
    static Secret parse(String text) {
        if (HexFormat.of().parseHex(text).length != BYTES) {
            throw new IllegalArgumentException("A secret needs %d bytes".formatted(BYTES));
        }
        return new Secret(text);
    }

    /** 64 hexadecimal digits; only for the header and the child's standard input. */
    String reveal() {
        return text;
    }

    /** Compares in a time that does not depend on where the two differ. */
    boolean matches(@Nullable String offered) {
        byte[] expected = text.getBytes(StandardCharsets.US_ASCII);
        byte[] given = offered == null ? new byte[0] : offered.getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(expected, given);
    }

    @Override
    public String toString() {
        return "Secret"; // so that no log ever holds it
    }
}
