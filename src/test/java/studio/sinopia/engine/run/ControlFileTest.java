package studio.sinopia.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import ai.djl.ndarray.NDArray;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.ConditionMap;
import studio.sinopia.control.Control;
import studio.sinopia.control.ControlMode;
import studio.sinopia.control.StepWindow;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.Colour;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.engine.tensor.TensorScope;
import studio.sinopia.engine.tensor.Torch;
import studio.sinopia.engine.weights.SafetensorsFile;
import studio.sinopia.engine.weights.SafetensorsWriter;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.Sampling;

/** A control network that a recipe names: the same network as a folder and as one file, in both spellings. */
class ControlFileTest {

    private static final Size SIZE = new Size(64, 64);
    private static final List<String> RESNETS = List.of(
            ".norm1.",
            ".in_layers.0.",
            ".conv1.",
            ".in_layers.2.",
            ".time_emb_proj.",
            ".emb_layers.1.",
            ".norm2.",
            ".out_layers.0.",
            ".conv2.",
            ".out_layers.3.",
            ".conv_shortcut.",
            ".skip_connection.");

    @TempDir
    Path folder;

    private static String original(String name) {
        String renamed = name.replaceFirst("^conv_in\\.", "input_blocks.0.0.")
                .replace("time_embedding.linear_1", "time_embed.0")
                .replace("time_embedding.linear_2", "time_embed.2")
                .replaceFirst("^controlnet_down_blocks\\.(\\d+)\\.", "zero_convs.$1.0.")
                .replace("controlnet_mid_block.", "middle_block_out.0.")
                .replace("controlnet_cond_embedding.conv_in", "input_hint_block.0")
                .replace("controlnet_cond_embedding.conv_out", "input_hint_block.10")
                .replace("mid_block.resnets.0", "middle_block.0")
                .replace("mid_block.attentions.0", "middle_block.1")
                .replace("mid_block.resnets.1", "middle_block.2")
                .replace("down_blocks.0.downsamplers.0.conv", "input_blocks.3.0.op")
                .replaceFirst("^down_blocks\\.0\\.resnets\\.0", "input_blocks.1.0")
                .replaceFirst("^down_blocks\\.0\\.resnets\\.1", "input_blocks.2.0")
                .replaceFirst("^down_blocks\\.1\\.resnets\\.0", "input_blocks.4.0")
                .replaceFirst("^down_blocks\\.1\\.resnets\\.1", "input_blocks.5.0")
                .replaceFirst("^down_blocks\\.1\\.attentions\\.0", "input_blocks.4.1")
                .replaceFirst("^down_blocks\\.1\\.attentions\\.1", "input_blocks.5.1");
        for (int i = 0; i < 4; i++) {
            renamed = renamed.replace("controlnet_cond_embedding.blocks." + i, "input_hint_block." + (2 * i + 2));
        }
        boolean resnet = renamed.matches("(input_blocks\\.\\d+\\.0|middle_block\\.[02])\\..*");
        for (int i = 0; resnet && i < RESNETS.size(); i += 2) {
            renamed = renamed.replace(RESNETS.get(i), RESNETS.get(i + 1));
        }
        return "control_model." + renamed;
    }

    private Path file(Torch torch, String name, UnaryOperator<String> names) throws Exception {
        Path path = folder.resolve(name);
        Map<String, NDArray> tensors = new LinkedHashMap<>();
        try (var scope = new TensorScope(torch.manager());
                var stored = SafetensorsFile.open(folder.resolve("model/controlnet/lineart/model.safetensors"))) {
            for (String key : stored.entries().keySet()) {
                tensors.put(names.apply(key), stored.read(key, torch.manager()));
            }
            SafetensorsWriter.write(path, tensors, Map.of());
        }
        return path;
    }

    private RunEvent paint(DiffusionEngine engine, ConditionKind kind, Optional<String> network) {
        return paint(engine, kind, network, 1, ControlMode.BALANCED);
    }

    private RunEvent paint(
            DiffusionEngine engine, ConditionKind kind, Optional<String> network, double strength, ControlMode mode) {
        var map = new ConditionMap(kind, Raster.filled(SIZE, Colour.WHITE));
        Recipe recipe = Recipe.of("a red house", SIZE, 3)
                .withSampling(new Sampling("Euler", Sampling.AUTOMATIC, 2))
                .withControls(List.of(new Control.Structure(map, strength, StepWindow.ALWAYS, mode, network)));
        List<RunEvent> events = new ArrayList<>();
        engine.run(RunId.random(), recipe, RunOptions.in(folder), events::add, new Cancellation());
        return events.getLast();
    }

    private Raster painted(DiffusionEngine engine, Path network) {
        return picture(paint(engine, ConditionKind.DEPTH, Optional.of(network.toString())));
    }

    @Test
    void aNamedNetworkPaintsAsTheModelsOwnHoweverItLiesOnDisk() throws Exception {
        Path original;
        Path diffusers;
        try (Torch torch = Torch.open()) {
            TinyModel.write(torch, folder.resolve("model"));
            original = file(torch, "original.safetensors", ControlFileTest::original);
            diffusers = file(torch, "diffusers.safetensors", name -> name);
        }
        try (var engine = new DiffusionEngine(folder.resolve("model"))) {
            var own = assertInstanceOf(RunEvent.Finished.class, paint(engine, ConditionKind.LINEART, Optional.empty()));
            Path inFolder = folder.resolve("model/controlnet/lineart");
            assertEquals(own.picture(), painted(engine, inFolder));
            // a tiny network has not the heads of its family, which no shape tells, so files are held against each
            // other
            assertEquals(painted(engine, original), painted(engine, diffusers));
            RunEvent none = paint(engine, ConditionKind.DEPTH, Optional.empty());
            assertThat(assertInstanceOf(RunEvent.Failed.class, none).problem().remedy())
                    .contains("--control-model");
            RunEvent wrong = paint(
                    engine,
                    ConditionKind.DEPTH,
                    Optional.of(folder.resolve("model/vae/model.safetensors").toString()));
            assertThat(assertInstanceOf(RunEvent.Failed.class, wrong).problem().what())
                    .contains("no ControlNet");
        }
    }

    private static Raster picture(RunEvent end) {
        return assertInstanceOf(RunEvent.Finished.class, end, end.toString()).picture();
    }

    @Test
    void aT2iAdapterChangesThePictureByItsStrengthAndHasNoMode() throws Exception {
        Optional<String> adapter;
        try (Torch torch = Torch.open()) {
            TinyModel.write(torch, folder.resolve("model"));
            adapter = Optional.of(TinyModel.adapter(torch, folder, "t2i").toString());
        }
        try (var engine = new DiffusionEngine(folder.resolve("model"))) {
            Raster off = picture(paint(engine, ConditionKind.DEPTH, adapter, 0, ControlMode.BALANCED));
            Raster half = picture(paint(engine, ConditionKind.DEPTH, adapter, 0.5, ControlMode.BALANCED));
            Raster full = picture(paint(engine, ConditionKind.DEPTH, adapter, 1, ControlMode.BALANCED));
            assertThat(full).isNotEqualTo(half).isNotEqualTo(off);
            assertThat(half).isNotEqualTo(off);
            assertEquals(full, picture(paint(engine, ConditionKind.POSE, adapter, 1, ControlMode.BALANCED)));
            RunEvent refused = paint(engine, ConditionKind.DEPTH, adapter, 1, ControlMode.PROMPT);
            assertThat(assertInstanceOf(RunEvent.Failed.class, refused)
                            .problem()
                            .what())
                    .contains("no control mode");
            Path config = folder.resolve("t2i/config.json");
            Files.writeString(config, Files.readString(config).replace("[16, 32]", "[16, 64]"));
            RunEvent misfit = paint(engine, ConditionKind.DEPTH, adapter, 1, ControlMode.BALANCED);
            assertThat(assertInstanceOf(RunEvent.Failed.class, misfit).problem().what())
                    .contains("[16/8, 64/8]", "[16/8, 32/8]");
        }
    }
}
