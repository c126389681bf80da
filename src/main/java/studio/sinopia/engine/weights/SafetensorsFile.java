package studio.sinopia.engine.weights;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import studio.sinopia.core.AtomicFile;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;

/**
 * A safetensors file, mapped into memory and checked before any of it is used: eight bytes of header length, that many bytes
 * of JSON, then raw little-endian numbers. Tensors read from it are copies and outlive it.
 */
public final class SafetensorsFile implements AutoCloseable {

    private static final int LENGTH_BYTES = 8;
    private static final long LARGEST_HEADER = 100_000_000;
    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final Path path;
    private final Arena arena;
    private final MemorySegment data;
    private final SafetensorsHeader header;

    private SafetensorsFile(Path path, Arena arena, MemorySegment data, SafetensorsHeader header) {
        this.path = path;
        this.arena = arena;
        this.data = data;
        this.header = header;
    }

    /** @throws StudioException if the file cannot be read or any claim in its header is untrue */
    public static SafetensorsFile open(Path path) throws StudioException {
        Arena arena = Arena.ofShared();
        boolean fine = false;
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            long size = channel.size();
            if (size < LENGTH_BYTES) {
                throw new SafetensorsHeader.Refused("it is only %d bytes long".formatted(size));
            }
            MemorySegment all = channel.map(FileChannel.MapMode.READ_ONLY, 0, size, arena);
            long headerBytes = all.get(LONG, 0);
            checkHeaderLength(headerBytes, size);
            byte[] json = all.asSlice(LENGTH_BYTES, headerBytes).toArray(ValueLayout.JAVA_BYTE);
            MemorySegment data = all.asSlice(LENGTH_BYTES + headerBytes);
            var file = new SafetensorsFile(path, arena, data, SafetensorsHeader.parse(json, data.byteSize()));
            fine = true;
            return file;
        } catch (SafetensorsHeader.Refused e) {
            throw new StudioException(new Problem(
                    "This is not an intact safetensors file: " + e.reason + ".", path.toString(), e.remedy));
        } catch (IOException e) {
            throw new StudioException(AtomicFile.problem(path, e), e);
        } finally {
            if (!fine) {
                arena.close();
            }
        }
    }

    private static void checkHeaderLength(long headerBytes, long fileBytes) throws SafetensorsHeader.Refused {
        if (headerBytes < 2 || headerBytes > fileBytes - LENGTH_BYTES) {
            throw new SafetensorsHeader.Refused("its header claims %s bytes of the file's %d"
                    .formatted(Long.toUnsignedString(headerBytes), fileBytes));
        }
        if (headerBytes > LARGEST_HEADER) {
            throw new SafetensorsHeader.Refused(
                    "its header claims %d bytes, and none needs more than %d".formatted(headerBytes, LARGEST_HEADER));
        }
    }

    public Path path() {
        return path;
    }

    /** Every tensor by name, in the order of the header. */
    public Map<String, TensorEntry> entries() {
        return Collections.unmodifiableMap(header.entries());
    }

    /** Free texts that the writer added. */
    public Map<String, String> metadata() {
        return Collections.unmodifiableMap(header.metadata());
    }

    public Optional<TensorEntry> find(String name) {
        return Optional.ofNullable(header.entries().get(name));
    }

    /**
     * A tensor as 32-bit floats, whatever type it is stored in.
     *
     * @return owned by {@code manager}
     */
    public NDArray read(String name, NDManager manager) {
        return read(entry(name), manager);
    }

    /**
     * A part of a tensor as 32-bit floats.
     *
     * @param place in this file
     * @return owned by {@code manager}
     */
    NDArray read(TensorPlace place, NDManager manager) {
        NDArray rows = read(place.slice(), manager);
        if (!place.turned()) {
            return rows;
        }
        try (rows;
                NDArray turned = rows.transpose();
                NDArray flat = turned.flatten()) { // now numbers lie row by row, as those of any other weight
            return flat.reshape(turned.getShape());
        }
    }

    private NDArray read(TensorEntry entry, NDManager manager) {
        Shape shape =
                new Shape(entry.shape().stream().mapToLong(Long::longValue).toArray());
        if (entry.count() == 0) {
            return manager.create(shape, DataType.FLOAT32);
        }
        try (Arena scratch = Arena.ofConfined()) {
            MemorySegment bytes = data.asSlice(entry.begin(), entry.end() - entry.begin());
            boolean aligned = bytes.address() % entry.type().bytes() == 0;
            return switch (entry.type()) {
                case F32 -> copy(aligned ? bytes : aligned(bytes, scratch), shape, DataType.FLOAT32, manager);
                case F16 -> copy(aligned ? bytes : aligned(bytes, scratch), shape, DataType.FLOAT16, manager);
                case F64, BF16, F8_E4M3, F8_E5M2, I64, I32, I16, I8, U8, BOOL ->
                    copy(widened(entry, scratch), shape, DataType.FLOAT32, manager);
            };
        }
    }

    /** A tensor as an array of floats, outermost dimension first. */
    public float[] floats(String name) {
        TensorEntry entry = entry(name);
        float[] values = new float[Math.toIntExact(entry.count())];
        for (int i = 0; i < values.length; i++) {
            values[i] = number(entry, i);
        }
        return values;
    }

    /** As {@link #find}, for a name that must be there. */
    public TensorEntry entry(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException("No tensor '" + name + "' in " + path.getFileName()));
    }

    private static NDArray copy(MemorySegment bytes, Shape shape, DataType type, NDManager manager) {
        NDArray view = manager.create(bytes.asByteBuffer().order(ByteOrder.nativeOrder()), shape, type);
        try (view) { // shares the memory below, so the copy is what stays
            return type == DataType.FLOAT32 ? view.duplicate() : view.toType(DataType.FLOAT32, true);
        }
    }

    private static MemorySegment aligned(MemorySegment bytes, Arena scratch) {
        return scratch.allocate(bytes.byteSize(), Long.BYTES).copyFrom(bytes);
    }

    private MemorySegment widened(TensorEntry entry, Arena scratch) {
        MemorySegment floats = scratch.allocate(ValueLayout.JAVA_FLOAT, entry.count());
        for (long i = 0; i < entry.count(); i++) {
            floats.setAtIndex(ValueLayout.JAVA_FLOAT, i, number(entry, i));
        }
        return floats;
    }

    private float number(TensorEntry entry, long index) {
        long at = entry.begin() + index * entry.type().bytes();
        return switch (entry.type()) {
            case F64 -> (float) Double.longBitsToDouble(data.get(LONG, at));
            case F32 -> Float.intBitsToFloat(data.get(INT, at));
            case F16 -> Float.float16ToFloat(data.get(SHORT, at));
            case BF16 -> Float.intBitsToFloat(data.get(SHORT, at) << 16);
            case F8_E4M3 -> SmallFloats.e4m3(data.get(ValueLayout.JAVA_BYTE, at));
            case F8_E5M2 -> Float.float16ToFloat((short) (data.get(ValueLayout.JAVA_BYTE, at) << 8));
            case I64 -> data.get(LONG, at);
            case I32 -> data.get(INT, at);
            case I16 -> data.get(SHORT, at);
            case I8 -> data.get(ValueLayout.JAVA_BYTE, at);
            case U8, BOOL -> data.get(ValueLayout.JAVA_BYTE, at) & 0xff;
        };
    }

    @Override
    public void close() {
        arena.close();
    }
}
