package studio.sinopia.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.checkpoint.TinyCheckpoint;
import studio.sinopia.engine.checkpoint.TinyCheckpoint.Numbers;
import studio.sinopia.engine.conformance.NetworkChecks;
import studio.sinopia.engine.tensor.OpenTorch;
import studio.sinopia.engine.text.ClipTextModel;
import studio.sinopia.engine.text.TextStates;
import studio.sinopia.engine.weights.ElementType;
import studio.sinopia.engine.weights.ModelFolder;
import studio.sinopia.engine.weights.SafetensorsWriter;

class ConformanceTest {

    private static final String QUERIES_KEYS_VALUES =
            "conditioner.embedders.1.model.transformer.resblocks.1.attn.in_proj_weight";

    @TempDir
    Path folder;

    @RegisterExtension
    final OpenTorch opened = new OpenTorch();

    private final Conformance conformance = new Conformance(NetworkChecks.all());

    /** A folder {@code tiny} with what its own text encoders say, recorded; the checkpoint is for the test to write. */
    private TinyCheckpoint record() throws Exception {
        TinyCheckpoint tiny = TinyCheckpoint.draw(opened.torch(), TinyCheckpoint.Kind.SDXL, ElementType.F16);
        ModelFolder layout = ModelFolder.open(tiny.writeFolder(folder.resolve("tiny")));
        int[][] ids = {{49406, 320, 1125, 49407}};
        Map<String, NDArray> expected = new LinkedHashMap<>();
        expected.put("text.input_ids", opened.manager().create(new float[] {49406, 320, 1125, 49407}, new Shape(1, 4)));
        try (ClipTextModel first = ClipTextModel.load(opened.torch(), layout.part("text_encoder"));
                ClipTextModel second = ClipTextModel.load(opened.torch(), layout.part("text_encoder_2"))) {
            TextStates states = second.encode(ids);
            expected.put("text.hidden_minus_2", first.encode(ids).hiddenMinus2());
            expected.put("text2.hidden_minus_2", states.hiddenMinus2());
            expected.put("text2.pooled", states.pooled().orElseThrow());
        }
        expected.put("control.mid", opened.manager().ones(new Shape(1)));
        SafetensorsWriter.write(folder.resolve("tiny/expected.safetensors"), expected, Map.of());
        return tiny;
    }

    private Path single(Map<String, Numbers> tensors) throws Exception {
        return TinyCheckpoint.write(folder.resolve("single/tiny.safetensors"), tensors, ElementType.F16, Map.of());
    }

    @Test
    void aCheckpointMustGiveTheNumbersOfTheFolderOfItsName() throws Exception {
        Path file = single(record().single());
        for (Path asked : List.of(file, folder.resolve("single"))) {
            Conformance.Report report = conformance.run(opened.torch(), asked);
            assertTrue(report.passed(), report.toString());
            assertThat(report.comparisons())
                    .extracting("tensor")
                    .containsExactly(
                            "single/tiny/text.hidden_minus_2",
                            "single/tiny/text2.hidden_minus_2",
                            "single/tiny/text2.pooled");
            assertEquals(List.of(), report.uncovered());
        }
    }

    @Test
    void aFolderOfFoldersIsTakenTogetherWithItsCheckpoints() throws Exception {
        single(record().single());
        Files.copy(folder.resolve("single/tiny.safetensors"), folder.resolve("single/alone.safetensors"));
        Conformance.Report report = conformance.run(opened.torch(), folder);
        assertThat(report.comparisons())
                .extracting("tensor")
                .contains("tiny/text2.pooled", "single/tiny/text2.pooled")
                .hasSize(6);
        assertEquals(List.of("tiny/control.mid", "single/alone/"), report.uncovered());
    }

    @Test
    void keysInThePlaceOfQueriesFail() throws Exception {
        Map<String, Numbers> tensors = record().single();
        Numbers right = Objects.requireNonNull(tensors.get(QUERIES_KEYS_VALUES));
        float[] values = right.values();
        int third = values.length / 3;
        float[] exchanged = values.clone();
        System.arraycopy(values, 0, exchanged, third, third);
        System.arraycopy(values, third, exchanged, 0, third);
        tensors.put(QUERIES_KEYS_VALUES, new Numbers(right.shape(), exchanged));
        assertFalse(conformance.run(opened.torch(), single(tensors)).passed());
    }

    @Test
    void whatNoShapeTellsIsTakenFromTheFolderAndSaid() throws Exception {
        Path file = single(record().single());
        Path config = folder.resolve("tiny/vae/config.json");
        Files.writeString(config, Files.readString(config).replace("0.13025", "0.5"));
        Conformance.Report report = conformance.run(opened.torch(), file);
        assertThat(report.notes())
                .anyMatch(note -> note.contains("vae scaling_factor is 0.5") && note.contains("rule is 0.13025"));
    }

    @Test
    void aFolderWithoutNumbersSaysWhatIsMissing() {
        var refused = assertThrows(StudioException.class, () -> conformance.run(opened.torch(), folder));
        assertThat(refused.problem().what()).contains("expected.safetensors");
    }
}
