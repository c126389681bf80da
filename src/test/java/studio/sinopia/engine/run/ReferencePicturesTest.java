package studio.sinopia.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.sinopia.control.Control;
import studio.sinopia.control.StepWindow;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.Colour;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.engine.tensor.Torch;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.Sampling;

/** Pictures that are prompts, from file to picture. */
class ReferencePicturesTest {

    private static final Size SIZE = new Size(64, 64);
    private static final Raster RED = Raster.filled(new Size(50, 30), Colour.hex("#cc2200"));

    @TempDir
    Path folder;

    private Path adapter = Path.of("");

    @BeforeEach
    void write() throws Exception {
        try (Torch torch = Torch.open()) {
            TinyModel.write(torch, folder.resolve("model"));
            adapter = TinyModel.reference(torch, folder);
        }
    }

    private RunEvent paint(DiffusionEngine engine, Control... controls) {
        Recipe recipe = Recipe.of("a red house", SIZE, 3)
                .withSampling(new Sampling("Euler", Sampling.AUTOMATIC, 2))
                .withControls(List.of(controls));
        List<RunEvent> events = new ArrayList<>();
        engine.run(RunId.random(), recipe, RunOptions.in(folder), events::add, new Cancellation());
        return events.getLast();
    }

    private Control reference(Raster picture, double strength) {
        return new Control.Reference(picture, adapter.toString(), Optional.empty(), strength, StepWindow.ALWAYS);
    }

    private static Raster picture(RunEvent end) {
        return assertInstanceOf(RunEvent.Finished.class, end, end.toString()).picture();
    }

    private static Problem problem(RunEvent end) {
        return assertInstanceOf(RunEvent.Failed.class, end, end.toString()).problem();
    }

    @Test
    void aPictureIsHeardByItsStrengthAndTheSameWayEachTime() {
        Raster blue = Raster.filled(SIZE, Colour.hex("#0022cc"));
        try (var engine = new DiffusionEngine(folder.resolve("model"))) {
            Raster without = picture(paint(engine));
            Raster heard = picture(paint(engine, reference(RED, 1)));
            assertEquals(without, picture(paint(engine, reference(RED, 0))));
            assertThat(heard).isNotEqualTo(without);
            assertThat(picture(paint(engine, reference(blue, 1)))).isNotEqualTo(heard);
            assertThat(picture(paint(engine, reference(RED, 1), reference(blue, 1))))
                    .isNotEqualTo(heard);
            assertEquals(heard, picture(paint(engine, reference(RED, 1)))); // what was seen is remembered
        }
    }

    @Test
    void anAdapterWithoutItsEncoderSaysWhichOptionNamesIt() throws Exception {
        Files.delete(folder.resolve("ip/image_encoder/config.json"));
        try (var engine = new DiffusionEngine(folder.resolve("model"))) {
            assertThat(problem(paint(engine, reference(RED, 1))).remedy()).contains("--image-encoder");
        }
    }

    @Test
    void anEncoderOfAnotherWidthIsRefusedWithBothWidths() throws Exception {
        Path config = folder.resolve("ip/image_encoder/config.json");
        Files.writeString(config, Files.readString(config).replace("\"projection_dim\": 8", "\"projection_dim\": 12"));
        try (var engine = new DiffusionEngine(folder.resolve("model"))) {
            assertThat(problem(paint(engine, reference(RED, 1))).what()).contains("8 numbers", "gives 12");
        }
    }

    @Test
    void whatIsNoIpAdapterIsRefused() {
        adapter = folder.resolve("model/vae/model.safetensors");
        try (var engine = new DiffusionEngine(folder.resolve("model"))) {
            assertThat(problem(paint(engine, reference(RED, 1))).what()).contains("no IP-Adapter");
        }
    }
}
