package studio.sinopia.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.control.Control;
import studio.sinopia.control.StepWindow;
import studio.sinopia.core.Box;
import studio.sinopia.core.Colour;
import studio.sinopia.core.PictureFile;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.export.RecipePicture;
import studio.sinopia.recipe.Inpainting;
import studio.sinopia.recipe.MaskedContent;
import studio.sinopia.recipe.Precision;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.Sampling;
import studio.sinopia.recipe.WeightPatch;

class GenerateCommandTest {

    private static final Size CANVAS = new Size(64, 48);

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void sitDown() {
        desk = new Desk(folder);
    }

    private Recipe recipe() {
        return desk.engine.painted.getLast();
    }

    private Control.Structure structure() {
        return (Control.Structure) recipe().controls().getFirst();
    }

    /** Black paper with one white upright line. */
    private static Raster lines(Size size, int paper, int ink) {
        var pixels = new int[Math.toIntExact(size.area())];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = i % size.width() == size.width() / 2 ? ink : paper;
        }
        return Raster.of(size, pixels);
    }

    @Test
    void aPromptAloneGivesAPictureThatCarriesItsRecipe() throws Exception {
        String out = desk.path("out.png").toString();
        assertEquals(0, desk.run("generate", "--prompt", "a red house", "--seed", "7", "-o", out));
        assertEquals(Recipe.of("a red house", CANVAS, 7), recipe());
        assertEquals(recipe().withPrecision(Precision.FP32), RecipePicture.recipe(Path.of(out)), "what was used");
        assertEquals(CANVAS, PictureFile.read(Path.of(out)).size());
        assertThat(desk.said()).hasSize(1).first().asString().contains("out.png", "seed 7");
        assertThat(desk.engine.closed).isTrue();
    }

    @Test
    void aFastPictureTakesThePatchThatTheModelBrings() {
        String patch = desk.write("program/assets/models/storybook/lora/few-steps.safetensors", "x");
        String out = desk.path("out.png").toString();
        assertEquals(0, desk.run("generate", "--prompt", "a red house", "--fast", "-o", out));
        assertEquals(new Sampling("DPM++ 2M", Sampling.AUTOMATIC, 4), recipe().sampling());
        assertEquals(1, recipe().guidance());
        assertEquals(List.of(new WeightPatch(patch, 1)), recipe().patches());
        assertEquals(0, desk.run("generate", "--prompt", "a red house", "--lora", "few-steps:0.5", "-o", out));
        assertEquals(List.of(new WeightPatch(patch, 0.5)), recipe().patches());
        assertEquals(ExitCode.FAILED, desk.run("generate", "--prompt", "x", "--fast", "--steps", "9", "-o", out));
        assertThat(desk.errorOutput()).contains("--fast").contains("Leave out");
    }

    @Test
    void everyOptionReachesTheRecipe() {
        String lora = desk.write("ink.safetensors", "x");
        assertEquals(
                0,
                desk.run(
                        "generate",
                        "--prompt",
                        "a red house",
                        "--negative",
                        "rain",
                        "--steps",
                        "9",
                        "--cfg",
                        "3.5",
                        "--sampler",
                        "Euler a",
                        "--schedule",
                        "Karras",
                        "--size",
                        "32x16",
                        "--seed",
                        "-5",
                        "--lora",
                        lora + ":0.4",
                        "--box",
                        "red house=0.1,0.2,0.3,0.4",
                        "--device",
                        "CPU",
                        "--precision",
                        "bf16",
                        "--vae",
                        lora,
                        "--set",
                        "cfg-rescale=0.7",
                        "-o",
                        desk.path("out.png").toString()));
        assertEquals("rain", recipe().negative());
        assertEquals(new Sampling("Euler a", "Karras", 9), recipe().sampling());
        assertEquals(3.5, recipe().guidance());
        assertEquals(Precision.BF16, recipe().precision());
        assertEquals(Optional.of(lora), recipe().vae());
        assertEquals(new Size(32, 16), recipe().size());
        assertEquals(-5, recipe().seed());
        assertEquals(List.of(new WeightPatch(lora, 0.4)), recipe().patches());
        assertEquals(
                List.of(new Control.Placement("red house", new Box(0.1, 0.2, 0.3, 0.4), 1, StepWindow.ALWAYS)),
                recipe().controls());
        assertEquals(0.7, recipe().extras().get("cfg-rescale").orElseThrow());
    }

    @Test
    void aControlBringsItsMapWeightAndWindow() {
        String map = desk.write("map.png", lines(CANVAS, 0xff000000, 0xffffffff));
        assertEquals(
                0, desk.run("generate", "--prompt", "x", "--control", "lineart=" + map + ":0.8:0.1-0.5", "-o", out()));
        assertEquals(ConditionKind.LINEART, structure().map().kind());
        assertEquals(0.8, structure().strength());
        assertEquals(new StepWindow(0.1, 0.5), structure().window());
        assertEquals(lines(CANVAS, 0xff000000, 0xffffffff), structure().map().raster());
        assertThat(desk.noted()).noneMatch(line -> line.contains("inverted") || line.contains("scaled"));
    }

    private String out() {
        return desk.path("out.png").toString();
    }

    @Test
    void aDrawingInBlackOnWhiteIsInvertedAndThatIsSaid() {
        String map = desk.write("map.png", lines(CANVAS, 0xffffffff, 0xff000000));
        assertEquals(0, desk.run("generate", "--prompt", "x", "--control", "scribble=" + map, "-o", out()));
        assertEquals(lines(CANVAS, 0xff000000, 0xffffffff), structure().map().raster());
        assertThat(desk.noted()).anyMatch(line -> line.contains("map.png") && line.contains("inverted"));
    }

    @Test
    void aDrawingOnTransparentPaperIsReadByItsStrokes() {
        String black = desk.write("black.png", lines(CANVAS, 0x00000000, 0xff000000));
        String white = desk.write("white.png", lines(CANVAS, 0x00ffffff, 0xffffffff));
        for (String map : List.of(black, white)) {
            desk.engine.painted.clear();
            assertEquals(0, desk.run("generate", "--prompt", "x", "--control", "lineart=" + map, "-o", out()));
            assertEquals(
                    lines(CANVAS, 0xff000000, 0xffffffff), structure().map().raster());
        }
    }

    @Test
    void lightSegmentsAreNotInverted() {
        Raster sky = Raster.filled(CANVAS, new Colour(240, 240, 248));
        String map = desk.write("map.png", sky);
        assertEquals(0, desk.run("generate", "--prompt", "x", "--control", "segments=" + map, "-o", out()));
        assertEquals(sky, structure().map().raster());
    }

    @Test
    void aMapOfAnotherSizeIsFittedAndThatIsSaid() {
        String map = desk.write("map.png", lines(new Size(128, 128), 0xff000000, 0xffffffff));
        assertEquals(0, desk.run("generate", "--prompt", "x", "--control", "canny=" + map, "-o", out()));
        assertEquals(CANVAS, structure().map().raster().size());
        assertThat(desk.noted()).anyMatch(line -> line.contains("128x128") && line.contains("64x48"));
    }

    @Test
    void severalPicturesHaveSeedsAndNumbersThatFollowOneAnother() throws Exception {
        assertEquals(0, desk.run("generate", "--prompt", "x", "--seed", "10", "-n", "3", "-o", out()));
        for (int i = 0; i < 3; i++) {
            assertEquals(
                    10 + i,
                    RecipePicture.recipe(desk.path("out-" + (i + 1) + ".png")).seed());
        }
        assertThat(desk.path("out.png")).doesNotExist();
        assertThat(desk.said()).hasSize(3);
    }

    @Test
    void aRandomSeedIsResolvedAndTold() {
        assertEquals(0, desk.run("generate", "--prompt", "x", "-o", out()));
        assertThat(recipe().seed()).isNotEqualTo(-1);
        assertThat(desk.said().getFirst()).contains("seed " + recipe().seed());
    }

    @Test
    void twoRandomSeedsDiffer() {
        assertEquals(0, desk.run("generate", "--prompt", "x", "-o", out()));
        assertEquals(0, desk.run("generate", "--prompt", "x", "-o", out()));
        assertThat(desk.engine.painted.get(0).seed())
                .isNotEqualTo(desk.engine.painted.get(1).seed());
    }

    @Test
    void aStartPictureAndItsMaskAreFitted() {
        String photo = desk.write("photo.png", Raster.filled(new Size(128, 96), new Colour(1, 2, 3)));
        String mask = desk.write("mask.png", Raster.filled(CANVAS, Colour.WHITE));
        assertEquals(
                0,
                desk.run(
                        "generate",
                        "--prompt",
                        "x",
                        "--init",
                        photo,
                        "--strength",
                        "0.4",
                        "--mask",
                        mask,
                        "-o",
                        out()));
        var start = recipe().start().orElseThrow();
        assertEquals(Raster.filled(CANVAS, new Colour(1, 2, 3)), start.picture());
        assertEquals(0.4, start.strength());
        assertEquals(Raster.filled(CANVAS, Colour.WHITE), start.mask().orElseThrow());
    }

    @Test
    void aPictureGrowsBySoManyPixelsOnEachSide() {
        String photo = desk.write("photo.png", Raster.filled(CANVAS, new Colour(1, 2, 3)));
        assertEquals(0, desk.run("generate", "--prompt", "x", "--init", photo, "--outpaint", "16,0,32,8", "-o", out()));
        var start = recipe().start().orElseThrow();
        assertEquals(new Size(CANVAS.width() + 48, CANVAS.height() + 8), recipe().size());
        assertEquals(recipe().size(), start.picture().size());
        assertEquals(MaskedContent.FILL, start.inpainting().content());
        assertEquals(1, start.strength());
    }

    @Test
    void onlyTheMaskedPartOfAPictureThatKeepsItsSizeIsPainted() {
        Size large = new Size(300, 200);
        String photo = desk.write("photo.png", Raster.filled(large, new Colour(1, 2, 3)));
        String mask = desk.write("mask.png", Raster.filled(large, Colour.BLACK));
        assertEquals(
                0,
                desk.run(
                        "generate",
                        "--prompt",
                        "x",
                        "--init",
                        photo,
                        "--mask",
                        mask,
                        "--invert-mask",
                        "--only-masked",
                        "--mask-blur",
                        "9",
                        "--control",
                        "inpaint=" + photo,
                        "-o",
                        out()));
        var start = recipe().start().orElseThrow();
        assertEquals(large, start.picture().size());
        assertEquals(CANVAS, recipe().size());
        assertEquals(Raster.filled(large, Colour.WHITE), start.mask().orElseThrow());
        assertEquals(new Inpainting(9, MaskedContent.ORIGINAL, OptionalInt.of(32)), start.inpainting());
        var control = (Control.Structure) recipe().controls().getFirst();
        assertEquals(0x00010203, control.map().raster().argb(0, 0)); // a hole all over
    }

    @Test
    void whatIsSaidOfAMaskThatIsNotThereIsRefused() {
        String photo = desk.write("photo.png", Raster.filled(CANVAS, new Colour(1, 2, 3)));
        for (List<String> said : List.of(
                List.of("--mask-blur", "3"),
                List.of("--only-masked"),
                List.of("--invert-mask"),
                List.of("--masked-content", "fill"),
                List.of("--outpaint", "0"),
                List.of("--outpaint", "8,9"),
                List.of("--control", "inpaint=" + photo))) {
            List<String> words = new ArrayList<>(List.of("generate", "--prompt", "x", "--init", photo, "-o", out()));
            words.addAll(said);
            assertEquals(1, desk.run(words.toArray(String[]::new)), said.toString());
        }
    }

    @Test
    void whatMemoryItTakesIsSaidBeforeTheRun() {
        assertEquals(0, desk.run("generate", "--prompt", "x", "-n", "2", "-o", out()));
        assertThat(desk.noted()).startsWith("Needs about 150 MiB of memory; 4,096 MiB are available.");
        assertThat(desk.noted()).filteredOn(line -> line.startsWith("Needs")).hasSize(1);
    }

    @Test
    void jsonTellsEachEventOnALineAndNothingElse() {
        assertEquals(0, desk.run("generate", "--prompt", "x", "--seed", "3", "--steps", "2", "--json", "-o", out()));
        assertThat(desk.said()).allMatch(line -> line.startsWith("{\"event\":\"") && line.endsWith("}"));
        assertThat(desk.said().stream().map(line -> line.split("\"")[3]))
                .containsExactly("begin", "forecast", "loading", "stepped", "stepped", "decoding", "finished");
        assertThat(desk.noted()).isEmpty();
    }

    @Test
    void aTerminalSeesALineThatGrowsAndIsGoneInTheEnd() {
        assertEquals(0, desk.runOnATerminal("generate", "--prompt", "x", "--steps", "4", "-o", out()));
        assertThat(desk.errorOutput())
                .contains("[######..................] 1 of 4")
                .endsWith("\r\u001b[K");
    }

    @Test
    void withoutATerminalThereAreNoControlCharacters() {
        assertEquals(0, desk.run("generate", "--prompt", "x", "-o", out()));
        assertThat(desk.noted()).contains("Step 5 of 20", "Step 20 of 20").noneMatch(line -> line.contains("\r"));
    }

    @Test
    void aRunThatIsRefusedBeforeItBeginsSaysOnlyWhy() {
        desk.engine.refuse = true;
        assertEquals(1, desk.run("generate", "--prompt", "x", "-o", out()));
        assertThat(desk.noted()).containsExactly("size: The picture is too large. Choose a smaller size.");
    }

    @Test
    void anInterruptEndsWith130AndLeavesNoFile() {
        desk.engine.interruptAtStep = 3;
        assertEquals(130, desk.run("generate", "--prompt", "x", "-o", out()));
        assertThat(desk.path("out.png")).doesNotExist();
        assertEquals("Cancelled.", desk.noted().getLast());
    }

    @Test
    void aFailedRunKeepsItsLatentsAndSaysWhere() {
        desk.engine.failAt = 1;
        assertEquals(1, desk.run("generate", "--prompt", "x", "-o", out()));
        assertThat(desk.noted().getLast()).contains("Memory ran out", "kept in", "data/runs");
        assertThat(desk.path("data/runs")).isNotEmptyDirectory();
    }

    @Test
    void thePicturesBeforeAFailureStay() {
        desk.engine.failAt = 3;
        assertEquals(1, desk.run("generate", "--prompt", "x", "-n", "4", "-o", out()));
        assertThat(desk.path("out-2.png")).exists();
        assertThat(desk.path("out-3.png")).doesNotExist();
        assertEquals(3, desk.engine.painted.size());
    }

    @Test
    void theLatentsOfASavedPictureAreLetGo() {
        assertEquals(0, desk.run("generate", "--prompt", "x", "-o", out()));
        assertThat(desk.path("data/runs")).isEmptyDirectory();
    }

    @Test
    void latentsComeInAndGoOutByFile() {
        String init = desk.write("noise.safetensors", "x");
        String save = desk.path("end.safetensors").toString();
        assertEquals(
                0, desk.run("generate", "--prompt", "x", "--init-latents", init, "--save-latents", save, "-o", out()));
        assertEquals(Path.of(init), desk.engine.options.getFirst().initLatents().orElseThrow());
        assertEquals(Path.of(save), desk.engine.options.getFirst().saveLatents().orElseThrow());
    }

    @Test
    void aRenderedPictureHasTheRecipeOfItsModel() throws Exception {
        desk.run("generate", "--prompt", "a red house", "--seed", "4", "-o", out());
        String again = desk.path("again.png").toString();
        assertEquals(0, desk.run("render", out(), "-o", again));
        assertEquals(RecipePicture.recipe(Path.of(out())), RecipePicture.recipe(Path.of(again)));
        assertEquals(-1, Files.mismatch(Path.of(out()), Path.of(again)));
    }

    @Test
    void aPictureOfAnotherToolIsPaintedWithItsSettings() throws Exception {
        Path foreign = Path.of("src/test/resources/foreign/a1111-1.png");
        assertEquals(0, desk.run("render", foreign.toString(), "-o", out()));
        Recipe painted = desk.engine.painted.getFirst();
        assertEquals(2716331052L, painted.seed());
        assertEquals(new Size(512, 768), painted.size());
        assertEquals("DPM++ 2M", painted.sampling().sampler());
        assertThat(desk.errorOutput())
                .contains("Settings of AUTOMATIC1111")
                .contains("v1-5-pruned-emaonly (6ce0161689)");
    }

    @Test
    void aReferencePictureIsHeardThroughTheAdapterThatIsNamed() {
        String adapter = desk.write("ip.safetensors", "x");
        String image = desk.write("photo.png", Raster.filled(new Size(900, 600), Colour.WHITE));
        String out = desk.path("out.png").toString();
        assertEquals(
                0,
                desk.run(
                        "generate",
                        "--prompt",
                        "a red house",
                        "--reference-image",
                        image + ":0.6:0-0.5",
                        "--ip-adapter",
                        adapter,
                        "-o",
                        out));
        var reference = (Control.Reference) recipe().controls().getFirst();
        assertEquals(0.6, reference.strength());
        assertEquals(new StepWindow(0, 0.5), reference.window());
        assertEquals(adapter, reference.adapter());
        assertEquals(new Size(448, 448), reference.picture().size()); // twice what is looked at
        assertEquals(1, desk.run("generate", "--prompt", "x", "--reference-image", image, "-o", out));
        assertThat(desk.errorOutput()).contains("--ip-adapter");
        assertEquals(1, desk.run("generate", "--prompt", "x", "--ip-adapter", adapter, "-o", out));
        assertThat(desk.errorOutput()).contains("no reference picture");
    }

    @Test
    void aPathMayHoldColonsAndEqualsSigns() throws Exception {
        ControlArgument argument = ControlArgument.parse("lineart=C:\\maps\\a=b.png:0.5");
        assertEquals("C:\\maps\\a=b.png", argument.map().image().toString());
        assertEquals(0.5, argument.map().weight());
        assertEquals(
                "C:\\maps\\a.png",
                ControlArgument.parse("lineart=C:\\maps\\a.png").map().image().toString());
    }
}
