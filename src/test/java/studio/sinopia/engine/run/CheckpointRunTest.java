package studio.sinopia.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.Colour;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.engine.checkpoint.TinyCheckpoint;
import studio.sinopia.engine.tensor.OpenTorch;
import studio.sinopia.engine.weights.ElementType;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.Sampling;
import studio.sinopia.recipe.StartPicture;

class CheckpointRunTest {

    private static final Size SIZE = new Size(32, 32);

    @TempDir
    Path folder;

    @RegisterExtension
    final OpenTorch opened = new OpenTorch();

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({"SD1, F32", "SD1_WITHOUT_TEXT_MODEL, F16", "SD2, BF16", "SDXL, F16"})
    void aCheckpointPaintsWhatItsFolderPaintsToTheBit(TinyCheckpoint.Kind kind, ElementType type) throws Exception {
        TinyCheckpoint tiny = TinyCheckpoint.draw(opened.torch(), kind, type);
        Path file = tiny.writeFile(folder.resolve("tiny.safetensors"));
        Path layout = tiny.writeFolder(folder.resolve("tiny"));
        try (var engine = new DiffusionEngine(layout)) {
            RunEvent fromFolder = run(engine, layout);
            RunEvent fromFile = run(engine, file);
            assertEquals(picture(fromFolder), picture(fromFile));
        }
    }

    @Test
    void anAutoencoderAloneTakesThePlaceOfTheModelsOwnHoweverItLiesOnDisk() throws Exception {
        TinyCheckpoint tiny = TinyCheckpoint.draw(opened.torch(), TinyCheckpoint.Kind.SDXL, ElementType.F32);
        Path file = tiny.writeFile(folder.resolve("tiny.safetensors"));
        Path layout = tiny.writeFolder(folder.resolve("tiny"));
        Path coarser = TinyCheckpoint.draw(opened.torch(), TinyCheckpoint.Kind.SDXL, ElementType.BF16)
                .writeFile(folder.resolve("coarser.safetensors"));
        Path weights;
        try (var files = Files.list(layout.resolve("vae"))) {
            weights = files.filter(each -> each.toString().endsWith(".safetensors"))
                    .findFirst()
                    .orElseThrow();
        }
        try (var engine = new DiffusionEngine(layout)) {
            Raster own = picture(run(engine, layout));
            for (Path vae : List.of(file, layout.resolve("vae"), weights)) { // scaled by 0.13025, as the model's own
                assertEquals(own, picture(run(engine, recipe(layout).withVae(Optional.of(vae.toString())))));
            }
            assertNotEquals(own, picture(run(engine, recipe(layout).withVae(Optional.of(coarser.toString())))));
            Path other = layout.resolve("text_encoder/config.json");
            var refused = assertInstanceOf(
                    RunEvent.Failed.class, run(engine, recipe(layout).withVae(Optional.of(other.toString()))));
            assertThat(refused.problem().where()).contains("config.json");
            Path network = layout.resolve("unet");
            var misplaced = assertInstanceOf(
                    RunEvent.Failed.class, run(engine, recipe(layout).withVae(Optional.of(network.toString()))));
            assertThat(misplaced.problem().what()).contains("no autoencoder");
        }
    }

    @Test
    void aNetworkMadeForInpaintingPaintsWithAMaskAndWithout() throws Exception {
        TinyCheckpoint tiny = TinyCheckpoint.draw(opened.torch(), TinyCheckpoint.Kind.SD1_INPAINTING, ElementType.F16);
        Path file = tiny.writeFile(folder.resolve("tiny.safetensors"));
        try (var engine = new DiffusionEngine(file)) {
            Raster whole = picture(run(engine, file));
            int[] mask = Raster.filled(SIZE, Colour.WHITE).pixels();
            Arrays.fill(mask, 0, mask.length / 2, Colour.BLACK.argb());
            var start = new StartPicture(whole, 1, Optional.of(Raster.of(SIZE, mask)));
            Raster part = picture(run(engine, recipe(file).withSeed(8).withStart(Optional.of(start))));
            for (int y = 0; y < SIZE.height() / 2; y++) {
                assertEquals(whole.argb(5, y), part.argb(5, y));
            }
            assertNotEquals(whole, part);
        }
    }

    private static Raster picture(RunEvent event) {
        return assertInstanceOf(RunEvent.Finished.class, event, event.toString())
                .picture();
    }

    private RunEvent run(DiffusionEngine engine, Path model) {
        return run(engine, recipe(model));
    }

    private RunEvent run(DiffusionEngine engine, Recipe recipe) {
        List<RunEvent> events = new ArrayList<>();
        engine.run(RunId.random(), recipe, RunOptions.in(folder), events::add, new Cancellation());
        return events.getLast();
    }

    private static Recipe recipe(Path model) {
        return Recipe.of("a red house", SIZE, 7)
                .withModel(model.toString())
                .withSampling(new Sampling("DDIM", Sampling.AUTOMATIC, 2));
    }
}
