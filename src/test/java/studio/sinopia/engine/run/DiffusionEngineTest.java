package studio.sinopia.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.ConditionMap;
import studio.sinopia.control.Control;
import studio.sinopia.control.ControlMode;
import studio.sinopia.control.ControlReach;
import studio.sinopia.control.StepWindow;
import studio.sinopia.core.Box;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.Colour;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.engine.sample.SamplerCatalogue;
import studio.sinopia.engine.tensor.NoiseStream;
import studio.sinopia.engine.tensor.Torch;
import studio.sinopia.engine.text.ClipTokenizer;
import studio.sinopia.engine.weights.SafetensorsFile;
import studio.sinopia.engine.weights.SafetensorsWriter;
import studio.sinopia.recipe.Extras;
import studio.sinopia.recipe.HiresPass;
import studio.sinopia.recipe.Inpainting;
import studio.sinopia.recipe.MaskedContent;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.Sampling;
import studio.sinopia.recipe.StartPicture;
import studio.sinopia.recipe.Upscaler;
import studio.sinopia.recipe.WeightPatch;
import studio.sinopia.recipe.Wording;

class DiffusionEngineTest {

    private static final Size SIZE = new Size(64, 64);
    private static final int STEPS = 4;

    @TempDir
    static Path folder;

    private static DiffusionEngine engine;

    @BeforeAll
    static void open() throws Exception {
        try (Torch torch = Torch.open()) {
            TinyModel.write(torch, folder.resolve("model"));
        }
        engine = new DiffusionEngine(folder.resolve("model"));
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    private static Recipe recipe() {
        return Recipe.of("a red house", SIZE, 7).withSampling(new Sampling("DPM++ 2M", Sampling.AUTOMATIC, STEPS));
    }

    private static List<RunEvent> run(Recipe recipe) {
        return run(recipe, RunOptions.in(folder), new Cancellation(), event -> {});
    }

    private static List<RunEvent> run(
            Recipe recipe, RunOptions options, Cancellation cancellation, Consumer<RunEvent> listener) {
        List<RunEvent> events = new ArrayList<>();
        engine.run(
                RunId.random(),
                recipe,
                options,
                event -> {
                    events.add(event);
                    listener.accept(event);
                },
                cancellation);
        return events;
    }

    private static Raster picture(Recipe recipe) {
        RunEvent last = run(recipe).getLast();
        return assertInstanceOf(RunEvent.Finished.class, last, last.toString()).picture();
    }

    private static Recipe withLines(Recipe recipe, double strength, StepWindow window, ControlMode mode) {
        Raster map = Raster.filled(SIZE, Colour.WHITE);
        return recipe.withControls(
                List.of(new Control.Structure(new ConditionMap(ConditionKind.LINEART, map), strength, window, mode)));
    }

    @Test
    void theSameSeedGivesTheSamePictureToTheBit() {
        assertEquals(picture(recipe()), picture(recipe()));
        assertNotEquals(picture(recipe()), picture(recipe().withSeed(8)));
    }

    @Test
    void everyStepIsReportedInOrderAndTheEndComesOnce() {
        List<RunEvent> events = run(recipe());
        List<Integer> steps = events.stream()
                .filter(RunEvent.Stepped.class::isInstance)
                .map(event -> ((RunEvent.Stepped) event).step())
                .toList();
        assertEquals(List.of(1, 2, 3, 4), steps);
        assertEquals(1, events.stream().filter(RunEvent::terminal).count());
        assertTrue(events.getLast().terminal());
    }

    @Test
    void theFirstStepHasAPreviewOfTheCleanEstimate() {
        RunEvent.Stepped first = run(recipe()).stream()
                .filter(RunEvent.Stepped.class::isInstance)
                .map(RunEvent.Stepped.class::cast)
                .findFirst()
                .orElseThrow();
        assertEquals(SIZE, first.preview().orElseThrow().size(), "4 pixels for each cell of 4 x 4 pixels");
    }

    @Test
    void latentsAreOnTheDiskBeforeTheyAreDecoded() {
        var seen = new ArrayList<Boolean>();
        run(recipe(), RunOptions.in(folder), new Cancellation(), event -> {
            if (event instanceof RunEvent.Decoding decoding) {
                seen.add(Files.isRegularFile(decoding.latents()));
            }
        });
        assertEquals(List.of(true), seen);
    }

    @Test
    void aFailedDecodeCostsADecodeAndNotARun() {
        var finished = (RunEvent.Finished) run(recipe()).getLast();
        List<RunEvent> again = new ArrayList<>();
        engine.decode(RunId.random(), recipe(), finished.latents(), again::add, new Cancellation());
        assertEquals(
                finished.picture(),
                assertInstanceOf(RunEvent.Finished.class, again.getLast()).picture());
        assertTrue(again.stream().noneMatch(RunEvent.Stepped.class::isInstance), again.toString());
    }

    @Test
    void aCancelledRunTakesNoFurtherStep() {
        var cancellation = new Cancellation();
        List<RunEvent> events = run(recipe(), RunOptions.in(folder), cancellation, event -> {
            if (event instanceof RunEvent.Stepped) {
                cancellation.request();
            }
        });
        assertInstanceOf(RunEvent.Cancelled.class, events.getLast());
        assertEquals(
                1, events.stream().filter(RunEvent.Stepped.class::isInstance).count());
    }

    @Test
    void aRunAfterUnloadingGivesTheSamePicture() {
        Raster before = picture(recipe());
        engine.unload();
        assertEquals(before, picture(recipe()));
    }

    @Test
    void savedLatentsOfUnitNoiseReplaceTheSeed() throws Exception {
        Path file = folder.resolve("noise.safetensors");
        try (Torch torch = Torch.open()) {
            LatentFile.write(
                    file, new NoiseStream(7, 0, 0, "initial").normal(torch.manager(), new Shape(1, 4, 16, 16)));
        }
        RunOptions options =
                RunOptions.in(folder).withInitLatents(file).withSaveLatents(folder.resolve("end.safetensors"));
        RunEvent end = run(recipe().withSeed(99), options, new Cancellation(), event -> {})
                .getLast();
        assertEquals(picture(recipe()), ((RunEvent.Finished) end).picture());
        assertEquals(-1L, Files.mismatch(((RunEvent.Finished) end).latents(), folder.resolve("end.safetensors")));
    }

    static List<String> samplers() {
        return SamplerCatalogue.names();
    }

    @ParameterizedTest(name = "{0} paints")
    @MethodSource("samplers")
    void everySamplerPaintsFromPureNoise(String sampler) {
        picture(recipe().withSampling(new Sampling(sampler, Sampling.AUTOMATIC, STEPS)));
    }

    @Test
    void aControlChangesThePictureAndIsOffAtStrengthZero() {
        Raster plain = picture(recipe());
        assertNotEquals(plain, picture(withLines(recipe(), 1, StepWindow.ALWAYS, ControlMode.BALANCED)));
        assertEquals(plain, picture(withLines(recipe(), 0, StepWindow.ALWAYS, ControlMode.BALANCED)));
    }

    @Test
    void controlModesAndWindowsMakeDifferentPictures() {
        List<Raster> pictures = List.of(
                picture(withLines(recipe(), 1, StepWindow.ALWAYS, ControlMode.BALANCED)),
                picture(withLines(recipe(), 1, StepWindow.ALWAYS, ControlMode.PROMPT)),
                picture(withLines(recipe(), 1, StepWindow.ALWAYS, ControlMode.CONTROL)),
                picture(withLines(recipe(), 1, new StepWindow(0, 0.5), ControlMode.BALANCED)));
        assertEquals(4, pictures.stream().distinct().count());
    }

    @Test
    void aControlNetXsSteersAloneAndBesideAControlNet() {
        Raster map = Raster.filled(SIZE, Colour.WHITE);
        Control lines = new Control.Structure(new ConditionMap(ConditionKind.LINEART, map));
        Control scribble = new Control.Structure(new ConditionMap(ConditionKind.SCRIBBLE, map));
        List<Raster> pictures = List.of(
                picture(recipe()),
                picture(recipe().withControls(List.of(scribble))),
                picture(recipe().withControls(List.of(lines))),
                picture(recipe().withControls(List.of(lines, scribble))));
        assertEquals(4, pictures.stream().distinct().count());
    }

    @Test
    void aPlacedPhraseChangesThePicture() {
        var box = new Control.Placement("red house", new Box(0, 0, 0.5, 0.5), 1, StepWindow.ALWAYS);
        assertNotEquals(picture(recipe()), picture(recipe().withControls(List.of(box))));
    }

    @Test
    void aPhraseThatThePromptLacksIsRefusedBeforeTheFirstStep() {
        var box = new Control.Placement("blue boat", new Box(0, 0, 0.5, 0.5), 1, StepWindow.ALWAYS);
        List<RunEvent> events = run(recipe().withControls(List.of(box)));
        var failed = assertInstanceOf(RunEvent.Failed.class, events.getLast());
        assertTrue(
                failed.problem().what().contains("blue boat"), failed.problem().line());
        assertTrue(events.stream().noneMatch(RunEvent.Stepped.class::isInstance), events.toString());
    }

    @Test
    void nothingOfAPatchStaysBehind() throws Exception {
        Path file = folder.resolve("lora.safetensors");
        try (Torch torch = Torch.open()) {
            NDManager manager = torch.manager();
            Map<String, NDArray> factors = Map.of(
                    "lora_unet_conv_in.lora_down.weight", manager.ones(new Shape(1, 4, 3, 3)),
                    "lora_unet_conv_in.lora_up.weight",
                            manager.ones(new Shape(16, 1, 1, 1)).mul(0.1));
            SafetensorsWriter.write(file, factors, Map.of());
        }
        Raster before = picture(recipe());
        Raster patched = picture(recipe().withPatches(List.of(new WeightPatch(file.toString(), 1))));
        Raster weaker = picture(recipe().withPatches(List.of(new WeightPatch(file.toString(), 0.5))));
        assertEquals(3, List.of(before, patched, weaker).stream().distinct().count());
        assertEquals(before, picture(recipe()));
    }

    @Test
    void aLearnedWordWithTheVectorOfAnotherWordPaintsTheSame() throws Exception {
        Path file = folder.resolve("zqx.safetensors");
        int id = ClipTokenizer.standard().words("house")[0];
        try (Torch torch = Torch.open();
                var weights = SafetensorsFile.open(folder.resolve("model/text_encoder/model.safetensors"))) {
            String table = weights.entries().keySet().stream()
                    .filter(key -> key.endsWith("embeddings.token_embedding.weight"))
                    .findFirst()
                    .orElseThrow();
            NDArray vector = weights.read(table, torch.manager()).get(id + ":" + (id + 1));
            SafetensorsWriter.write(file, Map.of("emb_params", vector), Map.of());
        }
        Recipe learned = recipe().withPrompt("a red zqx").withPatches(List.of(new WeightPatch(file.toString(), 1)));
        assertEquals(picture(recipe().withPrompt("a red house")), picture(learned));
        assertNotEquals(picture(learned), picture(learned.withPatches(List.of())));
    }

    @Test
    void sidesNeedNotBeDivisibleByMoreThanTheAutoencoderAsks() {
        Recipe odd = Recipe.of("a tree", new Size(68, 52), 1)
                .withSampling(new Sampling("Euler", Sampling.AUTOMATIC, 2)); // 17 x 13 cells
        assertEquals(new Size(68, 52), picture(odd).size());
    }

    @Test
    void outsideTheMaskThePixelsStayToTheBit() {
        Raster start = picture(recipe().withSeed(1));
        int[] pixels = new int[64 * 64];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = i % 64 < 32 ? Colour.WHITE.argb() : Colour.BLACK.argb();
        }
        Optional<Raster> mask = Optional.of(Raster.of(SIZE, pixels));
        Raster painted = picture(recipe().withStart(Optional.of(new StartPicture(start, 0.75, mask))));
        int changed = 0;
        for (int y = 0; y < 64; y++) {
            for (int x = 0; x < 64; x++) {
                if (x >= 32) {
                    assertEquals(start.argb(x, y), painted.argb(x, y));
                } else {
                    changed += start.argb(x, y) == painted.argb(x, y) ? 0 : 1;
                }
            }
        }
        assertTrue(changed > 512, "only " + changed + " of 2048 pixels were painted anew");
    }

    @Test
    void whereOnlyTheMaskedPartIsPaintedThePictureKeepsItsSizeAndAllElse() {
        Size large = new Size(150, 110);
        Raster start = Raster.filled(large, new Colour(10, 120, 200));
        int[] white = new int[150 * 110];
        for (int i = 0; i < white.length; i++) {
            int x = i % 150;
            int y = i / 150;
            white[i] = x >= 100 && x < 130 && y >= 70 && y < 90 ? Colour.WHITE.argb() : Colour.BLACK.argb();
        }
        var inpainting = new Inpainting(2, MaskedContent.NOISE, OptionalInt.of(8));
        var from = new StartPicture(start, 1, Optional.of(Raster.of(large, white)), inpainting);
        Recipe recipe = recipe().withStart(Optional.of(from));
        Raster painted = picture(recipe);
        assertEquals(large, painted.size());
        assertEquals(large, recipe.pictureSize());
        int inside = 0;
        for (int i = 0; i < white.length; i++) {
            int x = i % 150;
            int y = i / 150;
            boolean near = x >= 94 && x < 136 && y >= 64 && y < 96; // the mask and what its blur reaches
            if (!near) {
                assertEquals(start.argb(x, y), painted.argb(x, y));
            }
            inside += start.argb(x, y) == painted.argb(x, y) ? 0 : 1;
        }
        assertTrue(inside > 500, "only " + inside + " of 600 pixels were painted anew");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Upscaler.class)
    void aSecondPassPaintsLargerAndCountsItsSteps(Upscaler upscaler) {
        var hires = new HiresPass(new Size(96, 80), 6, 0.5, upscaler);
        Raster map = Raster.filled(new Size(96, 80), Colour.WHITE); // of the larger size, and seen by both passes
        Recipe recipe = recipe().withHires(Optional.of(hires))
                .withControls(List.of(new Control.Structure(new ConditionMap(ConditionKind.LINEART, map))));
        List<RunEvent> events = run(recipe);
        var finished = assertInstanceOf(RunEvent.Finished.class, events.getLast(), events.toString());
        assertEquals(new Size(96, 80), finished.picture().size());
        List<RunEvent.Stepped> steps = events.stream()
                .filter(RunEvent.Stepped.class::isInstance)
                .map(RunEvent.Stepped.class::cast)
                .toList();
        assertEquals(STEPS + 3, steps.size());
        assertEquals(STEPS + 3, steps.getLast().step());
        assertEquals(STEPS + 3, steps.getLast().steps());
        assertNotEquals(finished.picture(), picture(recipe.withSeed(recipe.seed() + 1)));
        assertEquals(finished.picture(), picture(recipe));
    }

    @Test
    void aMaskAllWhiteLetsAControlBeHeardAsWithoutAndOneAllBlackNotAtAll() {
        var control = new Control.Structure(new ConditionMap(ConditionKind.LINEART, Raster.filled(SIZE, Colour.WHITE)));
        Raster heard = picture(recipe().withControls(List.of(control)));
        var white = new ControlReach(Optional.of(Raster.filled(SIZE, Colour.WHITE)), 1);
        var black = new ControlReach(Optional.of(Raster.filled(SIZE, Colour.BLACK)), 1);
        var soft = new ControlReach(Optional.empty(), ControlReach.SOFT);
        assertEquals(heard, picture(recipe().withControls(List.of(control.withReach(white)))));
        assertEquals(picture(recipe()), picture(recipe().withControls(List.of(control.withReach(black)))));
        assertNotEquals(heard, picture(recipe().withControls(List.of(control.withReach(soft)))));
        var interleaved = control.withMap(
                new ConditionMap(ConditionKind.SCRIBBLE, control.map().raster())); // a ControlNet-XS
        assertInstanceOf(
                RunEvent.Failed.class,
                run(recipe().withControls(List.of(interleaved.withReach(soft)))).getLast());
    }

    @Test
    void tilesHaveNoEdgesThatCouldMeet() {
        Recipe tiled = recipe().withExtras(new Extras(Map.of("seamless-x", 1.0, "vae-tile", 64.0)));
        assertInstanceOf(RunEvent.Failed.class, run(tiled).getLast());
    }

    @Test
    void aSecondPassOverAMaskIsRefused() {
        var start =
                new StartPicture(Raster.filled(SIZE, Colour.WHITE), 1, Optional.of(Raster.filled(SIZE, Colour.WHITE)));
        Recipe recipe =
                recipe().withStart(Optional.of(start)).withHires(Optional.of(new HiresPass(new Size(128, 128))));
        assertInstanceOf(RunEvent.Failed.class, run(recipe).getLast());
    }

    @Test
    void decodedInTilesAPictureIsTheSameToAFewLevels() {
        Recipe large = recipe().withSize(new Size(160, 128));
        Raster whole = picture(large);
        Raster tiled = picture(large.withExtras(new Extras(Map.of("vae-tile", 96.0))));
        int off = 0;
        for (int y = 0; y < 128; y++) {
            for (int x = 0; x < 160; x++) {
                off = Math.max(off, Math.abs((whole.argb(x, y) & 0xff) - (tiled.argb(x, y) & 0xff)));
            }
        }
        assertTrue(off <= 16, "off by " + off); // its weights are random, so that much of what is seen counts
    }

    @Test
    void whatStandsInsideTheMaskAtFirstChangesThePicture() {
        Raster start = picture(recipe().withSeed(1));
        int[] white = new int[64 * 64];
        Arrays.fill(white, 0, white.length / 2, Colour.WHITE.argb());
        Optional<Raster> mask = Optional.of(Raster.of(SIZE, white));
        long different = Arrays.stream(MaskedContent.values())
                .map(content -> new Inpainting(0, content, OptionalInt.empty()))
                .map(how -> picture(recipe().withStart(Optional.of(new StartPicture(start, 0.75, mask, how)))))
                .distinct()
                .count();
        assertEquals(4, different);
    }

    @Test
    void denoisingStrengthDecidesHowManyStepsAreTaken() {
        Raster start = picture(recipe().withSeed(1));
        for (int taken = 0; taken <= STEPS; taken++) {
            var from = new StartPicture(start, (double) taken / STEPS, Optional.empty());
            List<RunEvent> events = run(recipe().withStart(Optional.of(from)));
            assertInstanceOf(RunEvent.Finished.class, events.getLast());
            assertEquals(
                    taken,
                    events.stream().filter(RunEvent.Stepped.class::isInstance).count());
        }
    }

    @Test
    void extrasAtTheirNeutralValuesLeaveNoTrace() {
        var neutral = new Extras(Map.of("pag", 0.0, "cfg-rescale", 0.0, "dynamic-threshold", 1.0, "resample", 1.0));
        assertEquals(picture(recipe()), picture(recipe().withExtras(neutral)));
        var one = new Extras(Map.of("tile", 64.0)); // one window over everything
        assertEquals(picture(recipe()), picture(recipe().withExtras(one)));
    }

    @Test
    void everyExtraChangesThePicture() {
        for (Map<String, Double> extra : List.of(
                Map.of("pag", 3.0),
                Map.of("clip-skip", 2.0),
                Map.of("cfg-rescale", 0.7),
                Map.of("dynamic-threshold", 0.8),
                Map.of("resample", 2.0),
                Map.of("seamless-x", 1.0),
                Map.of("seamless-y", 1.0),
                Map.of("tile", 32.0))) {
            assertNotEquals(picture(recipe()), picture(recipe().withExtras(new Extras(extra))), extra.toString());
        }
    }

    @Test
    void whereTheModelWasTrainedSoAnEmptyNegativePromptIsSilence() throws Exception {
        Path silent = folder.resolve("silent");
        try (Torch torch = Torch.open()) {
            TinyModel.write(torch, silent);
        }
        Files.writeString(silent.resolve("model_index.json"), "{\"force_zeros_for_empty_prompt\": true}");
        Recipe there = recipe().withModel(silent.toString());
        assertNotEquals(picture(recipe()), picture(there));
        assertEquals(picture(recipe().withNegative("fog")), picture(there.withNegative("fog")));
    }

    @Test
    void theSyntaxOfPromptsChangesThePicture() {
        List<Raster> pictures = List.of(
                picture(recipe()),
                picture(recipe().withPrompt("a (red:1.4) house")),
                picture(recipe().withPrompt("a (red:1.4) house")
                        .withWording(new Wording(Wording.Syntax.STRICT, Wording.Emphasis.PLAIN))),
                picture(recipe().withPrompt("a [red:blue:0.5] house")),
                picture(recipe().withPrompt("a [red|blue] house")),
                picture(recipe().withPrompt("a red house AND a blue boat:0.5")),
                picture(recipe().withPrompt("a red BREAK house")),
                picture(recipe().withPrompt("dog ".repeat(100))));
        assertEquals(pictures.size(), pictures.stream().distinct().count());
    }

    @Test
    void syntaxThatSaysNothingNewLeavesNoTrace() {
        Raster plain = picture(recipe());
        assertEquals(plain, picture(recipe().withPrompt("a (red:1.0) house")));
        assertEquals(plain, picture(recipe().withPrompt("a [red:blue:4] house")), "it never comes to the change");
        assertEquals(plain, picture(recipe().withPrompt("a [blue:red:0] house")), "the change comes before the start");
        var unweighted = new Wording(Wording.Syntax.STRICT, Wording.Emphasis.NONE);
        assertEquals(plain, picture(recipe().withPrompt("a ((red)) house").withWording(unweighted)));
        assertEquals(
                picture(recipe().withPrompt("a \\(red\\) house")),
                picture(recipe().withPrompt("a (red) house")
                        .withWording(new Wording(Wording.Syntax.LITERAL, Wording.Emphasis.MEAN))));
    }

    @Test
    void aBracketWithoutAPartnerIsRefusedBeforeTheFirstStep() {
        var failed = assertInstanceOf(
                RunEvent.Failed.class, run(recipe().withNegative("fog (thick")).getLast());
        assertTrue(
                failed.problem().what().contains("'(' at character 5"),
                failed.problem().line());
    }

    @Test
    void aRefusedRecipeIsAFailedRunWithTheReason() {
        RunEvent end =
                run(recipe().withModel(folder.resolve("nowhere").toString())).getLast();
        var failed = assertInstanceOf(RunEvent.Failed.class, end);
        assertTrue(
                failed.problem().what().contains("not a model folder"),
                failed.problem().line());
        assertEquals(Optional.empty(), failed.latents());
    }

    @Test
    void aModelWithoutItsVocabularyIsRefusedBeforeAnIdHasNoEmbedding() throws Exception {
        Path lacking = folder.resolve("lacking");
        try (Torch torch = Torch.open()) {
            TinyModel.write(torch, lacking);
        }
        Path config = lacking.resolve("text_encoder/config.json");
        Files.writeString(config, Files.readString(config).replace("49408", "1200"));
        RunEvent end = run(recipe().withModel(lacking.toString())).getLast();
        var failed = assertInstanceOf(RunEvent.Failed.class, end);
        assertTrue(
                failed.problem().line().contains("vocab.json"), failed.problem().line());
    }
}
