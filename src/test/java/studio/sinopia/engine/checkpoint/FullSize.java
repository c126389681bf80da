package studio.sinopia.engine.checkpoint;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import studio.sinopia.engine.weights.ElementType;
import studio.sinopia.engine.weights.SafetensorsWriter;

/** Published checkpoints as files that are all holes. */
final class FullSize {

    private FullSize() {}

    /** Writes the header; the numbers are a hole in the file. */
    static Path write(PublishedModel model, Path path) throws IOException {
        return write(model.shapes(), path);
    }

    static Path write(Map<String, List<Long>> shapes, Path path) throws IOException {
        try (var file = new RandomAccessFile(path.toFile(), "rw")) {
            byte[] header = SafetensorsWriter.header(ElementType.F16, shapes, Map.of());
            file.write(header);
            file.setLength(header.length + new RandomCheckpoint(shapes, 0).bytes());
        }
        return path;
    }
}
