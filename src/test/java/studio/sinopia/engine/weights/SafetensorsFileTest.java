package studio.sinopia.engine.weights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.tensor.TensorScope;
import studio.sinopia.engine.tensor.Torch;

class SafetensorsFileTest {

    @TempDir
    Path folder;

    private Path file(long headerLength, String header, int dataBytes) throws IOException {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes =
                ByteBuffer.allocate(Long.BYTES + json.length + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(headerLength).put(json);
        return Files.write(folder.resolve("file.safetensors"), bytes.array());
    }

    private Path file(String header, int dataBytes) throws IOException {
        return file(header.getBytes(StandardCharsets.UTF_8).length, header, dataBytes);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}} | lies at bytes 0 to 8",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,400]}} | lies at bytes 0 to 400",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}} | does not fill its 4 bytes",
                "{\"a\":{\"dtype\":\"F99\",\"shape\":[1],\"data_offsets\":[0,4]}} | unknown type 'F99'",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,4]}} | not a whole number",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296],\"data_offsets\":[0,4]}} | impossible size",
                "{\"a\":{\"dtype\":\"F32\",\"data_offsets\":[0,4]}} | no shape or no range",
                "{\"a\":{\"dtype\":\"U8\",\"shape\":[3],\"data_offsets\":[0,3]},"
                        + "\"b\":{\"dtype\":\"U8\",\"shape\":[2],\"data_offsets\":[2,4]}} | overlaps",
                "{\"a\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[0,1]},"
                        + "\"b\":{\"dtype\":\"U8\",\"shape\":[2],\"data_offsets\":[2,4]}} | hole before tensor 'b'",
                "{\"a\":{\"dtype\":\"U8\",\"shape\":[2],\"data_offsets\":[0,2]},"
                        + "\"a\":{\"dtype\":\"U8\",\"shape\":[2],\"data_offsets\":[2,4]}} | not valid JSON",
                "{\"__metadata__\":{\"a\":1}} | something other than texts",
                "[1, 2] | not a JSON object",
                "{\"a\": | not valid JSON"
            })
    void anUntrueHeaderIsRefusedWithItsReason(String header, String reason) throws IOException {
        Path file = file(header, 4);
        var refusal = assertThrows(StudioException.class, () -> SafetensorsFile.open(file));
        assertTrue(refusal.toString().contains(reason), refusal.toString());
        assertTrue(refusal.toString().contains("file.safetensors"), refusal.toString());
    }

    @ParameterizedTest(name = "header of {0} bytes")
    @CsvSource({"0", "1", "3000", "9223372036854775807", "-1"})
    void aHeaderLengthThatCannotBeIsRefused(long length) throws IOException {
        Path file = file(length, "{}", 4);
        var refusal = assertThrows(StudioException.class, () -> SafetensorsFile.open(file));
        assertTrue(refusal.toString().contains("its header claims"), refusal.toString());
    }

    @Test
    void aHeaderLongerThanAnyNeedsIsRefusedBeforeItIsRead() throws Exception {
        Path file = folder.resolve("huge.safetensors");
        try (var sparse = new java.io.RandomAccessFile(file.toFile(), "rw")) {
            sparse.write(ByteBuffer.allocate(Long.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(200_000_000)
                    .array());
            sparse.setLength(200_000_008);
        }
        var refusal = assertThrows(StudioException.class, () -> SafetensorsFile.open(file));
        assertTrue(refusal.toString().contains("none needs more"), refusal.toString());
    }

    @Test
    void anUnknownTypeIsToBeConvertedNotFetchedAgain() throws Exception {
        Path file = file("{\"a\":{\"dtype\":\"Q4_K\",\"shape\":[4],\"data_offsets\":[0,4]}}", 4);
        var refusal = assertThrows(StudioException.class, () -> SafetensorsFile.open(file));
        assertTrue(refusal.problem().remedy().contains("Convert it to F32"), refusal.toString());
    }

    @Test
    void aFileCutAnywhereIsRefused() throws Exception {
        byte[] whole = Files.readAllBytes(written());
        for (int length = 0; length < whole.length; length += 7) {
            Path cut = Files.write(folder.resolve("cut.safetensors"), Arrays.copyOf(whole, length));
            assertThrows(StudioException.class, () -> SafetensorsFile.open(cut), "cut to " + length);
        }
    }

    @Test
    void noiseIsNeverMoreThanAProblem() throws Exception {
        var random = new Random(1);
        byte[] whole = Files.readAllBytes(written());
        for (int i = 0; i < 300; i++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(120)] = (byte) random.nextInt();
            Path file = Files.write(folder.resolve("damaged.safetensors"), damaged);
            try (SafetensorsFile open = SafetensorsFile.open(file)) {
                assertEquals(2, open.entries().size()); // a name or text was hit, which is no lie
            } catch (StudioException refused) {
                assertTrue(refused.toString().contains("not an intact safetensors file"), refused.toString());
            }
        }
    }

    @Test
    void whatIsWrittenIsReadAgain() throws Exception {
        try (SafetensorsFile file = SafetensorsFile.open(written());
                Torch torch = Torch.open();
                var opened = new TensorScope(torch.manager())) {
            assertEquals(Map.of("made", "by a test"), file.metadata());
            assertArrayEquals(new float[] {1, 2, 3, 4, 5, 6}, file.floats("first"));
            NDArray second = file.read("second", torch.manager());
            assertEquals(new Shape(1, 1), second.getShape());
            assertEquals(-0.5f, second.getFloat(0, 0));
        }
    }

    private Path written() throws StudioException {
        Path target = folder.resolve("written.safetensors");
        try (Torch torch = Torch.open();
                var opened = new TensorScope(torch.manager())) {
            Map<String, NDArray> tensors = new LinkedHashMap<>();
            tensors.put("first", torch.manager().create(new float[] {1, 2, 3, 4, 5, 6}, new Shape(2, 3)));
            tensors.put("second", torch.manager().create(new float[] {-0.5f}, new Shape(1, 1)));
            SafetensorsWriter.write(target, tensors, Map.of("made", "by a test"));
        }
        return target;
    }

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource({
        "F16, 003c, 1",
        "F16, 00c0, -2",
        "BF16, 803f, 1",
        "F8_E4M3, 38, 1",
        "F8_E4M3, b8, -1",
        "F8_E4M3, 01, 0.001953125",
        "F8_E4M3, 7e, 448",
        "F8_E5M2, 3c, 1",
        "F64, 000000000000f0bf, -1",
        "I64, feffffffffffffff, -2",
        "I32, 03000000, 3",
        "I16, ffff, -1",
        "U8, ff, 255",
        "BOOL, 01, 1"
    })
    void everyTypeBecomesFloats(String type, String hex, float expected) throws Exception {
        byte[] data = HexFormat.of().parseHex(hex);
        String header = "{\"x\":{\"dtype\":\"%s\",\"shape\":[],\"data_offsets\":[0,%d]}}".formatted(type, data.length);
        Path path = file(header, data.length);
        byte[] bytes = Files.readAllBytes(path);
        System.arraycopy(data, 0, bytes, bytes.length - data.length, data.length);
        Files.write(path, bytes);
        try (SafetensorsFile file = SafetensorsFile.open(path);
                Torch torch = Torch.open();
                NDArray tensor = file.read("x", torch.manager())) {
            assertEquals(expected, file.floats("x")[0]);
            assertEquals(expected, tensor.toFloatArray()[0]);
        }
    }
}
