package studio.sinopia.engine.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The printable character that stands for each byte in vocabularies of byte pair encodings (Radford et al. 2019): printable
 * Latin-1 characters stand for themselves, the rest for characters from 256 on.
 */
final class ByteSymbols {

    private static final char[] SYMBOL = new char[256];
    private static final List<String> IN_ORDER = new ArrayList<>();

    static {
        List<Integer> printable = new ArrayList<>();
        addRange(printable, '!', '~');
        addRange(printable, 0xA1, 0xAC);
        addRange(printable, 0xAE, 0xFF);
        printable.forEach(b -> put(b, (char) b.intValue()));
        char next = 256;
        for (int b = 0; b < 256; b++) {
            if (!printable.contains(b)) {
                put(b, next++);
            }
        }
    }

    private ByteSymbols() {}

    private static void addRange(List<Integer> bytes, int first, int last) {
        for (int b = first; b <= last; b++) {
            bytes.add(b);
        }
    }

    private static void put(int b, char symbol) {
        SYMBOL[b] = symbol;
        IN_ORDER.add(String.valueOf(symbol));
    }

    /** All 256, in the order in which vocabularies number them. */
    static List<String> inOrder() {
        return List.copyOf(IN_ORDER);
    }

    /** One symbol for each UTF-8 byte of a word. */
    static List<String> of(String word) {
        List<String> symbols = new ArrayList<>();
        for (byte b : word.getBytes(StandardCharsets.UTF_8)) {
            symbols.add(String.valueOf(SYMBOL[b & 0xff]));
        }
        return symbols;
    }

    /** The text that symbols stand for; bytes that are no text show as the replacement character. */
    static String text(String symbols) {
        byte[] bytes = new byte[symbols.length()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.max(0, byteOf(symbols.charAt(i)));
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static int byteOf(char symbol) {
        for (int b = 0; b < 256; b++) {
            if (SYMBOL[b] == symbol) {
                return b;
            }
        }
        return -1;
    }
}
