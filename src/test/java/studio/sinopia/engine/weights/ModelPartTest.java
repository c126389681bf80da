package studio.sinopia.engine.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.tensor.OpenTorch;

class ModelPartTest {

    @TempDir
    Path folder;

    @RegisterExtension
    final OpenTorch opened = new OpenTorch();

    @BeforeEach
    void configure() throws IOException {
        Files.writeString(folder.resolve("config.json"), "{}");
    }

    private void weight(String file, String name, float... values) throws StudioException {
        try (NDArray tensor = opened.manager().create(values)) {
            SafetensorsWriter.write(folder.resolve(file), Map.of(name, tensor), Map.of());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "diffusion_pytorch_model.safetensors",
                "diffusion_pytorch_model.fp16.safetensors",
                "model.safetensors",
                "model.fp16.safetensors"
            })
    void weightsAreFoundUnderTheNamesOfDiffusersAndTransformers(String file) throws Exception {
        weight(file, "a", 1);
        assertEquals(List.of(folder.resolve(file)), ModelPart.open(folder).files());
    }

    @ParameterizedTest
    @CsvSource({
        "diffusion_pytorch_model.safetensors.index.json, diffusion_pytorch_model",
        "diffusion_pytorch_model.safetensors.index.fp16.json, diffusion_pytorch_model.fp16",
        "model.fp16.safetensors.index.json, model.fp16"
    })
    void shardsAreReadAsOne(String index, String stem) throws Exception {
        weight(stem + "-00001-of-00002.safetensors", "a", 1, 2);
        weight(stem + "-00002-of-00002.safetensors", "b", 3);
        Files.writeString(
                folder.resolve(index),
                "{\"weight_map\": {\"a\": \"%s-00001-of-00002.safetensors\", \"b\": \"%s-00002-of-00002.safetensors\"}}"
                        .formatted(stem, stem));
        ModelPart part = ModelPart.open(folder);
        assertThat(part.entries()).extracting(TensorEntry::name).containsExactly("a", "b");
        try (StoredWeights weights = part.weights(opened.manager());
                NDArray a = weights.get("a", 2);
                NDArray b = weights.get("b", 1)) {
            assertArrayEquals(new float[] {1, 2}, a.toFloatArray());
            assertArrayEquals(new float[] {3}, b.toFloatArray());
            weights.finish();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"weight_map\": {\"a\": \"../a.safetensors\"}}",
                "{\"weight_map\": {\"a\": 3}}",
                "{\"weight_map\": {}}",
                "{",
                "[]"
            })
    void anIndexThatNamesNoFileBesideItIsRefused(String index) throws Exception {
        Path file = Files.writeString(folder.resolve("model.safetensors.index.json"), index);
        var refused = assertThrows(StudioException.class, () -> ModelPart.open(folder));
        assertEquals(file.toString(), refused.problem().where());
    }

    @Test
    void aShardThatIsNotThereIsNamed() throws Exception {
        Files.writeString(
                folder.resolve("model.safetensors.index.json"), "{\"weight_map\": {\"a\": \"x.safetensors\"}}");
        ModelPart part = ModelPart.open(folder);
        var refused = assertThrows(StudioException.class, () -> part.weights(opened.manager()));
        assertThat(refused.problem().where()).contains("x.safetensors");
    }

    @Test
    void rowsAndTurnedTablesAreReadFromTheirPlaces() throws Exception {
        Path file = folder.resolve("model.safetensors");
        float[] numbers = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
        try (NDArray table = opened.manager().create(numbers, new Shape(6, 2))) {
            SafetensorsWriter.write(file, Map.of("t", table), Map.of());
        }
        TensorEntry stored;
        try (SafetensorsFile header = SafetensorsFile.open(file)) {
            stored = header.entry("t");
        }
        var places = Map.of("second", TensorPlace.share(stored, 1, 3), "turned", TensorPlace.turned(stored));
        try (StoredWeights weights = StoredWeights.open(file, places, opened.manager());
                NDArray second = weights.get("second", 2, 2);
                NDArray turned = weights.get("turned", 2, 6)) {
            assertArrayEquals(new float[] {4, 5, 6, 7}, second.toFloatArray());
            assertArrayEquals(new float[] {0, 2, 4, 6, 8, 10, 1, 3, 5, 7, 9, 11}, turned.toFloatArray());
            weights.finish();
        }
    }

    @Test
    void aFileThatWasExchangedInTheMeantimeIsRefused() throws Exception {
        weight("model.safetensors", "a", 1, 2);
        TensorEntry stored;
        try (SafetensorsFile file = SafetensorsFile.open(folder.resolve("model.safetensors"))) {
            stored = file.entry("a");
        }
        weight("model.safetensors", "a", 1);
        var refused = assertThrows(
                StudioException.class,
                () -> StoredWeights.open(
                        folder.resolve("model.safetensors"), Map.of("b", TensorPlace.whole(stored)), opened.manager()));
        assertThat(refused.problem().what()).contains("exchanged");
    }
}
