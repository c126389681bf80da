package studio.sinopia.engine.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.tensor.OpenTorch;
import studio.sinopia.engine.tensor.Torch;

class StoredWeightsTest {

    @TempDir
    Path folder;

    @RegisterExtension
    final OpenTorch opened = new OpenTorch();

    private final Torch torch = opened.torch();
    private StoredWeights weights;

    @BeforeEach
    void open() throws StudioException {
        Path file = folder.resolve("model.safetensors");
        SafetensorsWriter.write(file, Map.of("conv.weight", torch.manager().ones(new Shape(3, 2, 1, 1))), Map.of());
        weights = StoredWeights.open(List.of(file), torch.manager());
    }

    @AfterEach
    void close() {
        weights.close();
    }

    @Test
    void aMissingKeyIsNamed() {
        var refusal = assertThrows(StudioException.class, () -> weights.get("conv.bias", 3));
        assertTrue(refusal.toString().contains("there is no 'conv.bias' [3]"), refusal.toString());
    }

    @Test
    void anotherShapeIsNamed() {
        var refusal = assertThrows(StudioException.class, () -> weights.get("conv.weight", 2, 3));
        assertTrue(refusal.toString().contains("'conv.weight' is [3, 2, 1, 1], not [2, 3]"), refusal.toString());
    }

    @Test
    void whatNobodyAskedForIsNamed() {
        var refusal = assertThrows(StudioException.class, weights::finish);
        assertTrue(refusal.toString().contains("no place for 1 of them (conv.weight)"), refusal.toString());
    }

    @Test
    void aConvolutionOfOnePointServesAsProjection() throws StudioException {
        try (NDArray projection = weights.under("conv").get("weight", 3, 2)) {
            assertEquals(new Shape(3, 2), projection.getShape());
        }
        weights.finish();
    }

    @Test
    void weightsOutliveTheirFile() throws StudioException {
        try (NDArray weight = weights.get("conv.weight", 3, 2, 1, 1)) {
            weights.close();
            weights = StoredWeights.open(List.of(folder.resolve("model.safetensors")), torch.manager());
            assertEquals(6f, weight.sum().getFloat());
        }
    }
}
