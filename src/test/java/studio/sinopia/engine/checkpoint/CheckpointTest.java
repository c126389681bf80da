package studio.sinopia.engine.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.checkpoint.TinyCheckpoint.Kind;
import studio.sinopia.engine.checkpoint.TinyCheckpoint.Numbers;
import studio.sinopia.engine.tensor.Torch;
import studio.sinopia.engine.unet.UNet2DConditionModel;
import studio.sinopia.engine.unet.UNetConfig;
import studio.sinopia.engine.weights.ElementType;
import studio.sinopia.engine.weights.ModelFolder;

class CheckpointTest {

    private static final String UNET = "model.diffusion_model.";

    private static Torch torch;

    @TempDir
    Path folder;

    @BeforeAll
    static void open() {
        torch = Torch.open();
    }

    @AfterAll
    static void close() {
        torch.close();
    }

    private static TinyCheckpoint tiny(Kind kind) throws StudioException {
        return TinyCheckpoint.draw(torch, kind, ElementType.F16);
    }

    private Path file(Map<String, Numbers> tensors) throws IOException {
        return TinyCheckpoint.write(folder.resolve("tiny.safetensors"), tensors, ElementType.F16, Map.of());
    }

    private static Numbers zeros(long... shape) {
        List<Long> sizes = new ArrayList<>();
        int count = 1;
        for (long size : shape) {
            sizes.add(size);
            count *= Math.toIntExact(size);
        }
        return new Numbers(sizes, new float[count]);
    }

    @ParameterizedTest
    @EnumSource
    void theNetworkIsLikeTheOneOfTheFolder(Kind kind) throws Exception {
        TinyCheckpoint tiny = tiny(kind);
        ModelFolder layout = ModelFolder.open(tiny.writeFolder(folder.resolve("tiny")));
        Checkpoint checkpoint = Checkpoint.open(tiny.writeFile(folder.resolve("tiny.safetensors")));
        assertEquals(
                UNetConfig.read(layout.part("unet").config()),
                UNetConfig.read(checkpoint.part("unet").config()));
        for (String part : checkpoint.parts()) {
            assertThat(checkpoint.part(part).entries())
                    .extracting(entry -> entry.name() + " "
                            + entry.shape().stream().filter(size -> size != 1).toList())
                    .containsExactlyInAnyOrderElementsOf(layout.part(part).entries().stream()
                            .map(entry -> entry.name() + " "
                                    + entry.shape().stream()
                                            .filter(size -> size != 1)
                                            .toList())
                            .toList());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SD1 | Stable Diffusion 1.x | false",
                "SD1_INPAINTING | Stable Diffusion 1.x, inpainting | false",
                "SD2 | Stable Diffusion 2.x | true",
                "SDXL | Stable Diffusion XL | false"
            })
    void theFamilyIsRecognised(Kind kind, String title, boolean velocity) throws Exception {
        Checkpoint checkpoint = Checkpoint.open(file(tiny(kind).single()));
        assertEquals(title, checkpoint.title());
        assertEquals(velocity, checkpoint.prediction().velocity());
    }

    @ParameterizedTest
    @CsvSource({
        "UNET, middle_block.1.norm.weight",
        "UNET, output_blocks.2.1.conv.bias",
        "UNET, input_blocks.1.1.transformer_blocks.0.attn2.to_v.weight",
        "VAE, decoder.up.0.block.1.conv2.weight",
        "VAE, encoder.mid.attn_1.proj_out.bias",
        "TEXT, text_model.encoder.layers.1.self_attn.v_proj.bias"
    })
    void whatIsMissingIsNamed(String part, String key) throws Exception {
        String name =
                switch (part) {
                            case "UNET" -> UNET;
                            case "VAE" -> "first_stage_model.";
                            default -> "cond_stage_model.transformer.";
                        }
                        + key;
        Map<String, Numbers> tensors = tiny(Kind.SD1).single();
        tensors.remove(name);
        Path file = file(tensors);
        var refused = assertThrows(StudioException.class, () -> Checkpoint.open(file));
        assertThat(refused.problem().what()).contains("'" + name + "'");
        assertThat(refused.problem().where()).isEqualTo(file.toString());
    }

    @Test
    void aTensorOfAnotherShapeIsNamed() throws Exception {
        Map<String, Numbers> tensors = tiny(Kind.SD1).single();
        String name = UNET + "output_blocks.0.0.in_layers.2.weight";
        tensors.put(name, zeros(64, 5, 3, 3));
        Checkpoint checkpoint = Checkpoint.open(file(tensors));
        var refused =
                assertThrows(StudioException.class, () -> UNet2DConditionModel.load(torch, checkpoint.part("unet")));
        assertThat(refused.problem().what()).contains("'" + name + "' is [64, 5, 3, 3]");
    }

    @Test
    void aTensorWithoutAPlaceIsNamed() throws Exception {
        Map<String, Numbers> tensors = tiny(Kind.SD1).single();
        tensors.put(UNET + "input_blocks.1.2.spare.weight", zeros(3));
        Checkpoint checkpoint = Checkpoint.open(file(tensors));
        var refused =
                assertThrows(StudioException.class, () -> UNet2DConditionModel.load(torch, checkpoint.part("unet")));
        assertThat(refused.problem().what()).contains("input_blocks.1.2.spare.weight");
    }

    @Test
    void aFileWithoutAnAutoencoderOpensAndSaysWhatItLacks() throws Exception {
        Map<String, Numbers> tensors = tiny(Kind.SD1).single();
        tensors.keySet().removeIf(name -> name.startsWith("first_stage_model."));
        Checkpoint checkpoint = Checkpoint.open(file(tensors));
        assertThat(checkpoint.parts()).containsExactly("unet", "text_encoder");
        var refused = assertThrows(StudioException.class, () -> checkpoint.part("vae"));
        assertThat(refused.problem().what()).contains("first_stage_model.");
    }

    @Test
    void theLastLayerOfATowerOfTwentyFourIsLeftOut() throws Exception {
        Map<String, Numbers> tensors = tiny(Kind.SD2).single();
        Map<String, Numbers> more = new LinkedHashMap<>(tensors);
        String stem = "cond_stage_model.model.transformer.resblocks.";
        for (int i = 3; i < 24; i++) {
            int number = i;
            tensors.forEach((name, numbers) -> {
                if (name.startsWith(stem + "0.")) {
                    more.put(name.replace(stem + "0.", stem + number + "."), numbers);
                }
            });
        }
        Checkpoint checkpoint = Checkpoint.open(file(more));
        assertEquals(23, checkpoint.part("text_encoder").config().integer("num_hidden_layers"));
    }

    @ParameterizedTest
    @CsvSource({"SD2, eps, false", "SD2, v, true", "SD1, v, true"})
    void aFileBesideItSaysWhatTheNetworkPredicts(Kind kind, String said, boolean velocity) throws Exception {
        Path file = file(tiny(kind).single());
        Files.writeString(
                folder.resolve("tiny.yaml"), "model:\n  params:\n    parameterization: \"" + said + "\" # or not\n");
        assertEquals(velocity, Checkpoint.open(file).prediction().velocity());
    }

    @Test
    void marksAndMetadataSayWhatTheNetworkPredicts() throws Exception {
        Map<String, Numbers> tensors = tiny(Kind.SD1).single();
        Path told = TinyCheckpoint.write(
                folder.resolve("told.safetensors"), tensors, ElementType.F16, Map.of("modelspec.prediction_type", "v"));
        assertEquals("v_prediction", prediction(told));
        tensors.put("v_pred", zeros());
        tensors.put("ztsnr", zeros());
        Path marked = file(tensors);
        assertEquals("v_prediction", prediction(marked));
        assertEquals("true", Checkpoint.open(marked).scheduler().orElseThrow().shown("rescale_betas_zero_snr"));
    }

    private static String prediction(Path file) throws StudioException {
        return Checkpoint.open(file).scheduler().orElseThrow().text("prediction_type", "");
    }

    @ParameterizedTest
    @CsvSource({"model.ckpt, x, pickle", "model.gguf, x, GGUF", "model.safetensors, GGUF...., GGUF"})
    void formatsThatAreNotReadAreRefusedWithTheReason(String name, String content, String reason) throws Exception {
        Path file = Files.writeString(folder.resolve(name), content);
        var refused = assertThrows(StudioException.class, () -> Checkpoint.open(file));
        assertThat(refused.problem().what()).contains(reason);
        assertThat(refused.problem().remedy()).contains(".safetensors");
    }

    @Test
    void aRenamedPickleIsKnownByItsFirstBytes() throws Exception {
        byte[] legacy = {(byte) 0x80, 2, (byte) 0x8a, 10, 'l', (byte) 0xfc, (byte) 0x9c, 'F', 1, 2};
        for (byte[] bytes : List.of(legacy, "PK\3\4\0\0\10\10x".getBytes(StandardCharsets.ISO_8859_1))) {
            Path file = Files.write(folder.resolve("model.safetensors"), bytes);
            var refused = assertThrows(StudioException.class, () -> Checkpoint.open(file));
            assertThat(refused.problem().what()).contains("pickle");
        }
    }

    @Test
    void aHeaderOfSixHundredAndFortyBytesIsNoPickle() throws Exception {
        String header = "{\"" + UNET + "x\":{\"dtype\":\"F16\",\"shape\":[1],\"data_offsets\":[0,2]}}";
        byte[] bytes = new byte[8 + 640 + 2];
        bytes[0] = (byte) 0x80;
        bytes[1] = 2;
        Arrays.fill(bytes, 8, 648, (byte) ' ');
        System.arraycopy(header.getBytes(StandardCharsets.UTF_8), 0, bytes, 8, header.length());
        Path file = Files.write(folder.resolve("model.safetensors"), bytes);
        var refused = assertThrows(StudioException.class, () -> Checkpoint.open(file));
        assertThat(refused.problem().what()).contains("of no known family");
    }

    /** Whatever is dropped, renamed or reshaped: a checkpoint or a problem, soon. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SD1_INPAINTING")
    void damagedFilesEndInAProblem(Kind kind) throws Exception {
        Map<String, Numbers> whole = tiny(kind).single();
        whole.replaceAll((name, numbers) -> numbers.values().length > 100_000 ? zeros(7, 16) : numbers);
        var random = new Random(kind.name().length());
        int refused = 0;
        for (int i = 0; i < 150; i++) {
            Path file = file(damaged(whole, random));
            refused += assertTimeoutPreemptively(Duration.ofSeconds(20), () -> isRefused(file)) ? 1 : 0;
        }
        assertThat(refused).isGreaterThan(40);
    }

    private static boolean isRefused(Path file) {
        try {
            Checkpoint checkpoint = Checkpoint.open(file);
            UNetConfig.read(checkpoint.part("unet").config());
            return false;
        } catch (StudioException expected) {
            return true;
        }
    }

    private static Map<String, Numbers> damaged(Map<String, Numbers> whole, Random random) {
        Map<String, Numbers> damaged = new LinkedHashMap<>(whole);
        List<String> names = List.copyOf(whole.keySet());
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            String name = names.get(random.nextInt(names.size()));
            switch (random.nextInt(4)) {
                case 0 -> damaged.remove(name);
                case 1 -> damaged.put(name, zeros(random.nextInt(5), 1 + random.nextInt(9)));
                case 2 -> damaged.put(name, zeros());
                default -> damaged.put(name.replaceFirst("\\d", String.valueOf(random.nextInt(30))), zeros(3));
            }
        }
        return damaged;
    }
}
