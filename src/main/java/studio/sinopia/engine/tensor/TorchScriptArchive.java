package studio.sinopia.engine.tensor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes the container in which libtorch expects a compiled module: a zip of source text and pickled state. */
final class TorchScriptArchive {

    private static final int EMPTY_TUPLE = ')';
    private static final int NEW_OBJECT = 0x81;
    private static final int EMPTY_DICT = '}';
    private static final int FALSE = 0x89;
    private static final int SET_ITEM = 's';
    private static final int BUILD = 'b';
    private static final int STOP = '.';

    private TorchScriptArchive() {}

    /**
     * @param name the class that {@code source} defines
     * @param source one TorchScript class, in the syntax that libtorch itself writes
     */
    static byte[] of(String name, String source) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            store(zip, "data.pkl", state(name));
            store(zip, "code/__torch__.py", source.getBytes(StandardCharsets.UTF_8));
            store(zip, "constants.pkl", new byte[] {(byte) 0x80, 2, EMPTY_TUPLE, STOP});
            store(zip, "byteorder", "little".getBytes(StandardCharsets.US_ASCII));
            store(zip, "version", "10\n".getBytes(StandardCharsets.US_ASCII));
        }
        return bytes.toByteArray();
    }

    /** The pickle of an object of the class with the one field that every module has. */
    private static byte[] state(String name) throws IOException {
        var pickle = new ByteArrayOutputStream();
        pickle.write(new byte[] {(byte) 0x80, 2});
        pickle.write(("c__torch__\n" + name + "\n").getBytes(StandardCharsets.US_ASCII));
        pickle.write(new byte[] {EMPTY_TUPLE, (byte) NEW_OBJECT, EMPTY_DICT});
        byte[] field = "training".getBytes(StandardCharsets.US_ASCII);
        pickle.write(new byte[] {'X', (byte) field.length, 0, 0, 0});
        pickle.write(field);
        pickle.write(new byte[] {(byte) FALSE, SET_ITEM, BUILD, STOP});
        return pickle.toByteArray();
    }

    private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
        var entry = new ZipEntry("module/" + name);
        var crc = new CRC32();
        crc.update(content);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
