package studio.sinopia.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.ConditionMap;
import studio.sinopia.control.Control;
import studio.sinopia.core.Colour;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.tensor.Torch;
import studio.sinopia.recipe.Extras;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.Sampling;
import studio.sinopia.recipe.StartPicture;
import studio.sinopia.recipe.WeightPatch;

class PlanTest {

    private static final Size SIZE = new Size(64, 64);

    @TempDir
    static Path folder;

    @BeforeAll
    static void write() throws Exception {
        try (Torch torch = Torch.open()) {
            TinyModel.write(torch, folder.resolve("model"));
        }
    }

    private static Recipe recipe() {
        return Recipe.of("a tree", SIZE, 1);
    }

    private static Plan plan(Recipe recipe) throws StudioException {
        return Plan.of(recipe, RunOptions.in(folder), folder.resolve("model"), 0);
    }

    private static void refused(Recipe recipe, String... words) {
        var e = assertThrows(StudioException.class, () -> plan(recipe));
        for (String word : words) {
            assertTrue(e.problem().line().contains(word), e.problem().line());
        }
    }

    private static Control lines(ConditionKind kind, Size size) {
        return new Control.Structure(new ConditionMap(kind, Raster.filled(size, Colour.BLACK)));
    }

    @Test
    void aSizeThatTheModelCannotHalveIsRefusedWithTheNextOnes() {
        refused(Recipe.of("", new Size(66, 64), 1), "width of 66", "divisible by 4", "64 or 68");
        refused(Recipe.of("", new Size(64, 30_000), 1), "height", "16384");
    }

    @Test
    void aSizeThatNeedsMoreMemoryThanThereIsIsRefusedWithTheForecast() {
        refused(Recipe.of("", new Size(16_384, 16_384), 1), "MiB", "smaller size");
    }

    @Test
    void aControlThatTheModelLacksIsAnsweredWithThoseItHas() {
        refused(recipe().withControls(List.of(lines(ConditionKind.DEPTH, SIZE))), "depth", "lineart");
    }

    @Test
    void twoControlsThatComputeInTheNetworksPlaceAreRefused() {
        Control scribble = lines(ConditionKind.SCRIBBLE, SIZE);
        refused(recipe().withControls(List.of(scribble, scribble)), "ControlNet-XS", "Remove one");
    }

    @Test
    void mapsAndPicturesOfAnotherSizeAreRefused() {
        Size other = new Size(32, 64);
        refused(recipe().withControls(List.of(lines(ConditionKind.LINEART, other))), "32x64", "64x64");
        Raster small = Raster.filled(other, Colour.BLACK);
        Raster right = Raster.filled(SIZE, Colour.BLACK);
        refused(recipe().withStart(Optional.of(new StartPicture(small, 0.5, Optional.empty()))), "start picture");
        refused(recipe().withStart(Optional.of(new StartPicture(right, 0.5, Optional.of(small)))), "mask");
    }

    @Test
    void unknownNamesAreAnsweredWithTheKnownOnes() {
        refused(recipe().withSampling(new Sampling("Oiler", "Karras", 5)), "Oiler", "Euler a");
        refused(recipe().withSampling(new Sampling("Euler", "Kerras", 5)), "Kerras", "Karras");
        refused(recipe().withExtras(new Extras(Map.of("pog", 1.0))), "pog", "pag");
        refused(recipe().withExtras(new Extras(Map.of("pag", -1.0))), "pag", "0.0 to 20.0");
    }

    @Test
    void moreStepsThanFitBetweenTheTrainedTimestepsAreRefused() throws Exception {
        Path few = folder.resolve("few");
        try (Torch torch = Torch.open()) {
            TinyModel.write(torch, few);
        }
        Path scheduler = few.resolve("scheduler/scheduler_config.json");
        String config = Files.readString(scheduler);
        Files.writeString(scheduler, config.replaceFirst("\\{", "{\"num_train_timesteps\": 100,"));
        Recipe recipe = recipe().withSampling(new Sampling("Euler", "Karras", 150));
        var e = assertThrows(StudioException.class, () -> Plan.of(recipe, RunOptions.in(folder), few, 0));
        assertTrue(e.problem().line().contains("150 steps"), e.problem().line());
        assertTrue(e.problem().line().contains("Choose 1 to 99."), e.problem().line());
    }

    @Test
    void asManyStepsAsCanBeAskedForArePlanned() throws StudioException {
        Recipe recipe = recipe().withSampling(new Sampling("DPM++ 2M", "Leading", Sampling.MOST_STEPS));
        assertEquals(Sampling.MOST_STEPS, plan(recipe).schedule().steps());
    }

    @Test
    void filesThatAreNotThereAreRefused() {
        refused(recipe().withPatches(List.of(new WeightPatch("no-such.safetensors", 1))), "no-such", "LoRA");
        var options = new RunOptions(Optional.empty(), Optional.empty(), folder.resolve("none"), 5);
        var e = assertThrows(StudioException.class, () -> Plan.of(recipe(), options, folder.resolve("model"), 0));
        assertTrue(e.problem().where().endsWith("none"), e.problem().line());
    }

    @Test
    void aFolderWithoutItsScheduleIsRefused() throws Exception {
        Path broken = folder.resolve("broken");
        try (Torch torch = Torch.open()) {
            TinyModel.write(torch, broken);
        }
        Files.delete(broken.resolve("scheduler/scheduler_config.json"));
        var e = assertThrows(StudioException.class, () -> Plan.of(recipe(), RunOptions.in(folder), broken, 0));
        assertTrue(
                e.problem().what().contains("scheduler_config.json"),
                e.problem().line());
    }

    @Test
    void theStepsBeforeTheStartPictureAreSkipped() throws Exception {
        var start = new StartPicture(Raster.filled(SIZE, Colour.BLACK), 0.6, Optional.empty());
        Plan plan =
                plan(recipe().withSampling(new Sampling("Euler", "Karras", 10)).withStart(Optional.of(start)));
        assertEquals(4, plan.skipped());
        assertEquals(6, plan.taken().orElseThrow().steps());
        assertEquals(plan.schedule().sigma(4), plan.taken().orElseThrow().sigma(0));
    }

    @Test
    void forecastsGrowWithThePicture() throws Exception {
        MemoryForecast small = plan(recipe()).memory();
        MemoryForecast large = plan(Recipe.of("", new Size(128, 128), 1)).memory();
        assertEquals(small.weightBytes(), large.weightBytes());
        assertTrue(large.samplingBytes() > small.samplingBytes());
        assertTrue(large.decodingBytes() > small.decodingBytes());
    }
}
