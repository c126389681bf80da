package studio.sinopia.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.sinopia.core.Colour;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;

/** What is wrong gets one line on standard error and its exit code, never a stack trace. */
class BadInputTest {

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void sitDown() {
        desk = new Desk(folder);
    }

    private void assertRefused(int code, String saying, String... arguments) {
        assertEquals(code, desk.run(arguments), () -> String.join(" ", arguments) + " → " + desk.noted());
        assertThat(desk.noted()).as(String.join(" ", arguments)).hasSize(1);
        assertThat(desk.noted().getFirst())
                .contains(saying)
                .doesNotContain("Exception")
                .doesNotContain("\tat ");
        assertThat(desk.said()).isEmpty();
    }

    private void assertProblem(String saying, String... arguments) {
        assertRefused(1, saying, arguments);
    }

    private String[] generate(String... more) {
        List<String> arguments = new ArrayList<>(List.of("generate", "--prompt", "a house"));
        arguments.addAll(Arrays.asList(more));
        arguments.addAll(List.of("-o", desk.path("out.png").toString()));
        return arguments.toArray(String[]::new);
    }

    private String picture() {
        return desk.write("picture.png", Raster.filled(new Size(8, 8), Colour.BLACK));
    }

    @Test
    void wrongUsageEndsWith2() {
        assertRefused(2, "--prompt", "generate", "-o", "x.png");
        assertRefused(2, "--output", "generate", "--prompt", "x");
        assertRefused(2, "--bogus", generate("--bogus"));
        assertRefused(2, "--steps", generate("--steps", "many"));
        assertRefused(2, "--device", generate("--device", "tpu"));
        assertRefused(2, "paint", "paint");
        assertRefused(2, "command", new String[0]);
        assertRefused(2, "nosuch", "condition", "nosuch", "in.png", "-o", "out.png");
        assertRefused(2, "--low", "condition", "canny", "in.png", "-o", "out.png", "--low=wide");
    }

    @Test
    void aSlipOfTheKeyboardIsAnsweredWithWhatWasMeant() {
        assertRefused(2, "Did you mean '--steps'?", generate("--stps", "4"));
        assertRefused(2, "Did you mean '--steps'?", generate("--stps=4"));
        assertRefused(2, "Did you mean 'generate'?", "generat");
        assertRefused(2, "Did you mean 'canny'?", "condition", "cany", "in.png", "-o", "out.png");
        assertRefused(2, "one argument too many", generate("house.png"));
        assertRefused(2, "not a whole number", generate("--seed", "99999999999999999999"));
        assertRefused(2, "not a number", generate("--cfg", "high"));
        assertProblem("Did you mean 'Euler'?", generate("--sampler", "Eulr"));
        assertProblem("Did you mean 'Karras'?", generate("--schedule", "karas"));
        assertProblem("Did you mean 'lineart'?", generate("--control", "linart=a.png"));
    }

    @Test
    void namesOfSamplersAreReadWithoutTheirSpaces() {
        assertEquals(0, desk.run(generate("--sampler", "dpm++2m_sde", "--schedule", "sgm-uniform")));
        assertEquals("DPM++ 2M SDE", desk.engine.painted.getFirst().sampling().sampler());
        assertEquals("SGM Uniform", desk.engine.painted.getFirst().sampling().schedule());
    }

    @Test
    void aRootIsNeitherARecipeNorAnOutput() {
        String root = folder.getRoot().toString();
        assertProblem(
                "neither a recipe", "render", root, "-o", desk.path("out.png").toString());
        assertProblem("folder", "generate", "--prompt", "x", "-n", "2", "-o", root);
    }

    @Test
    void aMapToAnotherEndingOrOntoAFolderIsRefusedBeforeItIsDerived() {
        String missing = desk.path("missing.png").toString();
        assertProblem(
                "does not end in .png",
                "condition",
                "canny",
                missing,
                "-o",
                desk.path("o.jpg").toString());
        assertProblem(
                "does not end in .png",
                "condition",
                "canny",
                missing,
                "-o",
                desk.path("o").toString());
        assertProblem("folder", "condition", "canny", missing, "-o", folder.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "--steps, 0, 1 to 999",
        "--steps, 1000, 1 to 999",
        "--cfg, -1, 0 to 100",
        "--size, wide, is not a size",
        "--size, 0x8, is not a size",
        "--size, 30000x30000, at most",
        "--control, lineart, KIND=IMAGE",
        "--control, nosuch=a.png, no control kind",
        "--control, lineart=missing.png, no such file",
        "--control, lineart=missing.png:3, 0 to 2",
        "--control, lineart=missing.png:1:0.8-0.2, before it ends",
        "--box, house, phrase=x",
        "--box, 'barn=0,0,1,1', does not say",
        "--box, 'house=0.5,0,0.8,1', inside the canvas",
        "--box, 'house=0,0,wide,1', not a number",
        "--sampler, Walker, DPM++ 2M",
        "--schedule, Sunday, Karras",
        "--noise, static, GPU",
        "--init, missing.png, no such file",
        "--mask, missing.png, --init",
        "--strength, 0.5, --init",
        "--lora, missing.safetensors, There is no",
        "--model, missing, no model",
        "--init-latents, missing.safetensors, no such file",
        "--set, rescale, NAME=N",
        "-n, 0, 1 to 100000"
    })
    void anOptionThatCannotBeFollowedIsNamed(String option, String value, String saying) {
        assertProblem(saying, generate(option, value));
        assertThat(desk.engine.painted).isEmpty();
    }

    @Test
    void aPictureThatIsNotOneIsRefused() {
        String text = desk.write("text.png", "no picture");
        String empty = desk.write("empty.png", "");
        String dot = desk.write("dot.png", Raster.filled(new Size(1, 1), Colour.BLACK));
        String wide = desk.write("wide.png", pngClaiming(30_000, 20));
        String cut = desk.write("cut.png", cutInHalf(Raster.filled(new Size(300, 300), new Colour(3, 4, 5))));
        for (String[] each : new String[][] {
            {text, "not a picture"},
            {empty, "empty"},
            {dot, "1 x 1"},
            {wide, "30000 x 20"},
            {cut, "damaged"},
            {folder.toString(), "folder"}
        }) {
            assertProblem(each[1], generate("--control", "lineart=" + each[0]));
            assertProblem(each[1], generate("--init", each[0]));
            assertProblem(
                    each[1],
                    "condition",
                    "canny",
                    each[0],
                    "-o",
                    desk.path("o.png").toString());
        }
        assertThat(desk.path("o.png")).doesNotExist();
    }

    /** The first 60 bytes of a PNG file say how large it is. */
    private static byte[] pngClaiming(int width, int height) {
        var bytes = ByteBuffer.allocate(60);
        bytes.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        bytes.putInt(13).put("IHDR".getBytes(StandardCharsets.US_ASCII));
        bytes.putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
        return bytes.array();
    }

    private static byte[] cutInHalf(Raster picture) {
        byte[] whole = studio.sinopia.core.PictureFile.encode(picture);
        return Arrays.copyOf(whole, whole.length / 2);
    }

    @Test
    void aSafetensorsFileThatLiesIsRefused() {
        for (byte[] each : List.of(
                new byte[0],
                new byte[] {1, 2, 3},
                safetensors(Long.MAX_VALUE, "{}", 0),
                safetensors(50, "{}", 0),
                safetensors("not json", 0),
                safetensors("{\"a\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[0,16]}}", 8),
                safetensors("{\"a\":{\"dtype\":\"F99\",\"shape\":[1],\"data_offsets\":[0,4]}}", 4),
                safetensors("{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[-4,4]}}", 4),
                safetensors(
                        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},"
                                + "\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[2,6]}}",
                        6),
                safetensors(
                        "{\"a\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296],\"data_offsets\":[0,4]}}", 4))) {
            String file = desk.write("bad.safetensors", each);
            assertProblem("not an intact safetensors file", "models", "inspect", file);
        }
    }

    private static byte[] safetensors(String header, int dataBytes) {
        return safetensors(header.length(), header, dataBytes);
    }

    private static byte[] safetensors(long claimed, String header, int dataBytes) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(claimed)
                .array());
        out.writeBytes(header.getBytes(StandardCharsets.UTF_8));
        out.writeBytes(new byte[dataBytes]);
        return out.toByteArray();
    }

    @Test
    void aPickledModelIsNotOpened() {
        assertProblem(".safetensors", "models", "inspect", desk.write("model.ckpt", "x"));
    }

    @Test
    void aFolderWithoutAModelIsRefused() throws IOException {
        Path empty = Files.createDirectory(desk.path("empty"));
        assertProblem("no model", "models", "inspect", empty.toString());
        assertProblem("no model", generate("--model", empty.toString()));
    }

    @Test
    void aConfigurationThatIsDamagedIsNamed() {
        desk.write("broken/unet/config.json", "{\"sample_size\": ");
        assertProblem("not valid JSON", "models", "inspect", desk.path("broken").toString());
        desk.write("odd/unet/config.json", "{\"cross_attention_dim\": \"wide\"}");
        assertProblem(
                "cross_attention_dim", "models", "inspect", desk.path("odd").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"generate", "condition", "render"})
    void whatCannotBeWrittenIsRefusedAndNothingIsLeft(String command) throws IOException {
        String file = desk.write("file", "in the way");
        String under = file + "/out.png";
        String recipe = desk.write("recipe.json", "{\"version\": 1, \"prompt\": \"x\"}");
        switch (command) {
            case "generate" -> assertProblem("file", "generate", "--prompt", "x", "-o", under);
            case "condition" -> assertProblem("file", "condition", "invert", picture(), "-o", under);
            case "render" -> assertProblem("file", "render", recipe, "-o", under);
            default -> throw new IllegalStateException(command);
        }
        assertEquals("in the way", Files.readString(Path.of(file)));
        assertThat(desk.engine.painted).isEmpty();
    }

    @Test
    void aFolderIsNoOutput() {
        assertProblem("folder", "generate", "--prompt", "x", "-o", folder.toString());
        assertProblem("folder", "condition", "invert", picture(), "-o", folder.toString());
    }

    @Test
    void anOutputThatIsNoPngIsRefused() {
        assertProblem(
                ".png", "generate", "--prompt", "x", "-o", desk.path("out.jpg").toString());
    }

    @Test
    void whatExistedStaysWhenARunFails() throws IOException {
        String out = desk.write("out.png", "what was there before");
        desk.engine.failAt = 1;
        assertEquals(1, desk.run(generate()));
        assertEquals("what was there before", Files.readString(Path.of(out)));
    }

    @Test
    void aRecipeThatIsNotOneIsRefused() {
        String out = desk.path("out.png").toString();
        assertProblem("", "render", desk.write("empty.json", ""), "-o", out);
        assertProblem("", "render", desk.write("list.json", "[]"), "-o", out);
        assertProblem("version", "render", desk.write("new.json", "{\"version\": 99, \"prompt\": \"x\"}"), "-o", out);
        assertProblem("recipe", "render", picture(), "-o", out);
        assertProblem("", "render", desk.write("text.png", "x"), "-o", out);
        assertProblem("neither", "render", desk.write("text.txt", "x"), "-o", out);
        assertProblem("no such file", "render", desk.path("missing.json").toString(), "-o", out);
    }

    @Test
    void aValueOutsideItsRangeIsRefused() {
        assertProblem("0. Choose a value from 1 to 255", "condition", "canny", picture(), "-o", "x.png", "--low=0");
    }

    @Test
    void aMistakeOfOursIsOneLineThatNamesTheLog() {
        desk.engine.interruptAtStep = 1;
        var broken = new Workbench(
                new Console(new java.io.PrintWriter(new java.io.StringWriter()), errors(), false),
                new studio.sinopia.core.Folders(desk.path("data"), desk.path("cache")),
                new studio.sinopia.core.ProgramFolder(desk.path("program")),
                () -> {
                    throw new IllegalStateException("nobody\nthought of this");
                },
                desk.interruption);
        assertEquals(1, Commands.run(broken, generate()));
        assertThat(errors.toString().strip())
                .contains(
                        "mistake",
                        "nobody thought of this",
                        desk.path("data/logs").toString())
                .doesNotContain("\n");
    }

    @Test
    void aNameThatTheSystemCannotHaveIsNoMistakeOfOurs() {
        assertProblem("no path on this system", generate("--control", "lineart=a\0b.png"));
    }

    private final java.io.StringWriter errors = new java.io.StringWriter();

    private java.io.PrintWriter errors() {
        return new java.io.PrintWriter(errors);
    }
}
