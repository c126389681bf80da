package studio.sinopia.engine.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.CancelledException;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.weights.SafetensorsFile;

/** What stands in a file of random weights. */
class RandomCheckpointTest {

    @TempDir
    Path folder;

    private Path write(Map<String, List<Long>> shapes, Cancellation cancellation) throws StudioException {
        Path file = folder.resolve("random.safetensors");
        new RandomCheckpoint(shapes, 7).write(file, mebibytes -> {}, cancellation);
        return file;
    }

    @Test
    void weightsHaveAVarianceOfOneOverTheirInputsAndNormsDoNothing() throws Exception {
        var shapes = new LinkedHashMap<String, List<Long>>();
        shapes.put("conv.weight", List.of(512L, 64L, 3L, 3L));
        shapes.put("norm.weight", List.of(3L));
        shapes.put("norm.bias", List.of(2L));
        shapes.put("position_ids", List.of(1L, 3L));
        try (SafetensorsFile file = SafetensorsFile.open(write(shapes, new Cancellation()))) {
            double squares = 0;
            for (float weight : file.floats("conv.weight")) {
                squares += (double) weight * weight;
            }
            assertEquals(1.0 / (64 * 9), squares / (512 * 64 * 9), 0.01 / (64 * 9)); // 295,000 of them: 0.3 % is usual
            assertArrayEquals(new float[] {1, 1, 1}, file.floats("norm.weight"));
            assertArrayEquals(new float[] {0, 0}, file.floats("norm.bias"));
            assertArrayEquals(new float[] {0, 1, 2}, file.floats("position_ids"));
        }
    }

    @Test
    void aFileThatTheDiskCannotHoldIsRefusedBeforeItIsBegun() {
        Map<String, List<Long>> shapes = Map.of("huge.weight", List.of(1L << 30, 1L << 28));
        assertThrows(StudioException.class, () -> write(shapes, new Cancellation()));
    }

    @Test
    void aStopLeavesNoFile() throws Exception {
        var stop = new Cancellation();
        stop.request();
        Map<String, List<Long>> shapes = Map.of("large.weight", List.of(1024L, 2048L));
        assertThrows(CancelledException.class, () -> write(shapes, stop));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(), left.toList());
        }
    }
}
