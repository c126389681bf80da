package studio.sinopia.engine.checkpoint;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Map;
import studio.sinopia.engine.weights.ElementType;
import studio.sinopia.engine.weights.SafetensorsWriter;

/** Published checkpoints as files that are all holes. */
final class FullSize {

    private FullSize() {}

    /** Writes the header; the numbers are a hole in the file. */
    static Path write(PublishedModel model, Path path) throws IOException {
        try (var file = new RandomAccessFile(path.toFile(), "rw")) {
            byte[] header = SafetensorsWriter.header(ElementType.F16, model.shapes(), Map.of());
            file.write(header);
            file.setLength(header.length + new RandomCheckpoint(model.shapes(), 0).bytes());
        }
        return path;
    }
}
