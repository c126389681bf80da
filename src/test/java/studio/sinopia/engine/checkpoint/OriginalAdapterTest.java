package studio.sinopia.engine.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import studio.sinopia.engine.adapter.T2IAdapter;
import studio.sinopia.engine.tensor.OpenTorch;
import studio.sinopia.engine.weights.SafetensorsWriter;

/** Small adapters with the names of the first ones; that all of a file fits its place, loading it proves. */
class OriginalAdapterTest {

    @TempDir
    Path folder;

    @RegisterExtension
    final OpenTorch opened = new OpenTorch();

    private final TreeMap<String, NDArray> tensors = new TreeMap<>();

    private void convolution(String name, long out, long in, int size) {
        tensors.put(name + ".weight", opened.manager().ones(new Shape(out, in, size, size)));
        tensors.put(name + ".bias", opened.manager().ones(new Shape(out)));
    }

    private List<Shape> features() throws Exception {
        Path file = folder.resolve("adapter.safetensors");
        SafetensorsWriter.write(file, tensors, java.util.Map.of());
        try (T2IAdapter adapter = T2IAdapter.load(opened.torch(), ControlLayout.open(file))) {
            return adapter.features(opened.manager().ones(new Shape(1, 3, 64, 64))).stream()
                    .map(NDArray::getShape)
                    .toList();
        }
    }

    @Test
    void aFullAdapterCountsItsBlocksThrough() throws Exception {
        convolution("conv_in", 8, 192, 3);
        for (int i = 0; i < 4; i++) {
            long width = i < 2 ? 8 : 16;
            convolution("body." + i + ".block1", width, width, 3);
            convolution("body." + i + ".block2", width, width, 1);
        }
        convolution("body.2.in_conv", 16, 8, 1);
        assertEquals(List.of(new Shape(1, 8, 8, 8), new Shape(1, 16, 4, 4)), features());
    }

    @Test
    void aLightAdapterHasLevels() throws Exception {
        for (int i = 0; i < 3; i++) {
            long in = i == 0 ? 192 : i == 1 ? 8 : 16;
            long out = i == 0 ? 8 : 16;
            convolution("body." + i + ".in_conv", out / 4, in, 1);
            for (int j = 0; j < 2; j++) {
                convolution("body." + i + ".body." + j + ".block1", out / 4, out / 4, 3);
                convolution("body." + i + ".body." + j + ".block2", out / 4, out / 4, 3);
            }
            convolution("body." + i + ".out_conv", out, out / 4, 1);
        }
        assertEquals(List.of(new Shape(1, 8, 8, 8), new Shape(1, 16, 4, 4), new Shape(1, 16, 2, 2)), features());
    }
}
