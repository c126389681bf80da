package studio.sinopia.engine.weights;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.sinopia.core.AtomicFile;
import studio.sinopia.core.StudioException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes safetensors files of 32-bit floats, whole or not at all. */
public final class SafetensorsWriter {

    private static final int ALIGNMENT = 8;
    private static final JsonMapper JSON = new JsonMapper();

    private SafetensorsWriter() {}

    /**
     * @param tensors by name, in the order in which they shall stand
     * @param metadata free texts, or none
     * @throws StudioException if the file cannot be written; then whatever had that name is untouched
     */
    public static void write(Path file, Map<String, NDArray> tensors, Map<String, String> metadata)
            throws StudioException {
        Map<String, List<Long>> shapes = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> shapes.put(
                name, Arrays.stream(tensor.getShape().getShape()).boxed().toList()));
        AtomicFile.write(file, out -> {
            out.write(header(ElementType.F32, shapes, metadata));
            for (NDArray tensor : tensors.values()) {
                writeNumbers(tensor, out);
            }
        });
    }

    /**
     * What stands before the numbers, its own length included.
     *
     * @param type of all tensors
     * @param shapes by name, in the order in which the numbers follow without gaps
     */
    public static byte[] header(ElementType type, Map<String, List<Long>> shapes, Map<String, String> metadata) {
        ObjectNode root = JSON.createObjectNode();
        if (!metadata.isEmpty()) {
            ObjectNode texts = root.putObject("__metadata__");
            metadata.forEach(texts::put);
        }
        long at = 0;
        for (Map.Entry<String, List<Long>> tensor : shapes.entrySet()) {
            ObjectNode entry = root.putObject(tensor.getKey());
            entry.put("dtype", type.name());
            ArrayNode shape = entry.putArray("shape");
            long end = at + type.bytes();
            for (long size : tensor.getValue()) {
                shape.add(size);
                end = at + (end - at) * size;
            }
            entry.putArray("data_offsets").add(at).add(end);
            at = end;
        }
        byte[] json = JSON.writeValueAsString(root).getBytes(StandardCharsets.UTF_8);
        int padded = (json.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES + padded).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(padded).put(json);
        while (bytes.hasRemaining()) {
            bytes.put((byte) ' ');
        }
        return bytes.array();
    }

    private static void writeNumbers(NDArray tensor, OutputStream out) throws IOException {
        NDArray floats = tensor.toType(DataType.FLOAT32, false);
        float[] numbers = floats.toFloatArray();
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(numbers);
        out.write(bytes.array());
    }
}
