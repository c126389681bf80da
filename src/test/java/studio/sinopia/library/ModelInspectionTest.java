package studio.sinopia.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.CancelledException;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.weights.ElementType;

class ModelInspectionTest {

    @TempDir
    private Path folder;

    private Path write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        return Files.writeString(folder.resolve(name), text);
    }

    /** A safetensors file with one tensor of half floats for each name. */
    private Path weights(String name, String... tensors) throws IOException {
        var header = new StringBuilder("{");
        int at = 0;
        for (String tensor : tensors) {
            header.append(at == 0 ? "" : ",")
                    .append("\"%s\":{\"dtype\":\"F16\",\"shape\":[2,768],\"data_offsets\":[%d,%d]}"
                            .formatted(tensor, at, at + 3072));
            at += 3072;
        }
        byte[] json = header.append("}").toString().getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(8 + json.length + at).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(json.length).put(json);
        Files.createDirectories(folder.resolve(name).getParent());
        return Files.write(folder.resolve(name), bytes.array());
    }

    private void pipeline() throws IOException {
        write(
                "m/unet/config.json",
                "{\"_class_name\":\"UNet2DConditionModel\",\"sample_size\":64,\"cross_attention_dim\":768}");
        weights("m/unet/diffusion_pytorch_model.safetensors", "conv_in.weight", "conv_out.weight");
        write("m/vae/config.json", "{\"_class_name\":\"AutoencoderKL\",\"block_out_channels\":[1,2,3,4]}");
        weights("m/vae/diffusion_pytorch_model.safetensors", "decoder.conv_in.weight");
        write("m/text_encoder/config.json", "{\"architectures\":[\"CLIPTextModel\"]}");
        weights("m/text_encoder/model.safetensors", "text_model.x");
        write("m/scheduler/scheduler_config.json", "{}");
        write("m/tokenizer/vocab.json", "{}");
        write("m/tokenizer/merges.txt", "");
        write("m/controlnet/lineart/config.json", "{}");
        weights("m/controlnet/lineart/diffusion_pytorch_model.safetensors", "controlnet_cond_embedding.x");
    }

    @Test
    void aWholePipelineLacksNothing() throws Exception {
        pipeline();
        ModelFacts facts = ModelInspection.of(folder.resolve("m"));
        assertEquals(ModelFamily.SD1, facts.family());
        assertEquals("Stable Diffusion 1.x, whole pipeline", facts.title());
        assertThat(facts.missing()).isEmpty();
        assertThat(facts.controls()).containsExactly("lineart");
        assertEquals(Optional.of(new Size(512, 512)), facts.nativeSize());
        assertEquals(5 * 1536, facts.parameters());
        assertEquals(
                Map.of(ElementType.F16, 2L * 1536), facts.parts().getFirst().numbers());
        assertThat(facts.parts()).extracting(ModelFacts.Part::network).contains("CLIPTextModel", "AutoencoderKL");
    }

    @Test
    void whatAPipelineLacksIsNamed() throws Exception {
        pipeline();
        Files.delete(folder.resolve("m/vae/diffusion_pytorch_model.safetensors"));
        Files.delete(folder.resolve("m/text_encoder/config.json"));
        Files.delete(folder.resolve("m/scheduler/scheduler_config.json"));
        Files.delete(folder.resolve("m/tokenizer/vocab.json"));
        assertThat(ModelInspection.of(folder.resolve("m")).missing())
                .containsExactly(
                        "weights of vae", "text_encoder", "scheduler/scheduler_config.json", "tokenizer/vocab.json");
    }

    @ParameterizedTest
    @CsvSource({
        "model.diffusion_model.x, SD1, cond_stage_model.transformer.x, checkpoint in one file",
        "model.diffusion_model.x, SD2, cond_stage_model.model.x, checkpoint in one file",
        "model.diffusion_model.x, SDXL, conditioner.embedders.1.x, checkpoint in one file",
        "lora_unet_a_attn2_to_k.lora_down.weight, SD1, lora_unet_b.lora_up.weight, LoRA of rank 2",
        "control_model.x, OTHER, y, ControlNet",
        "adapter.body.0.x, OTHER, y, T2I-Adapter",
        "down_blocks.0.attn2.to_k.weight, SD1, time_embedding.x, U-Net",
        "encoder.x, OTHER, decoder.x, autoencoder",
        "emb_params, OTHER, x, text embedding",
        "x, OTHER, y, unknown kind"
    })
    void aSingleFileIsRecognisedByItsNames(String first, ModelFamily family, String second, String title)
            throws Exception {
        ModelFacts facts = ModelInspection.of(weights("file.safetensors", first, second));
        assertEquals(family, facts.family());
        assertThat(facts.title()).contains(title);
    }

    @Test
    void aCheckpointThatLacksATensorNamesIt() throws Exception {
        Path file = weights("file.safetensors", "model.diffusion_model.x", "cond_stage_model.model.x");
        assertThat(ModelInspection.of(file).missing())
                .containsExactly("The checkpoint lacks 'cond_stage_model.model.token_embedding.weight'.");
    }

    @Test
    void aPictureIsNoModel() throws Exception {
        Path file = write("picture.png", "0123456789abcdef");
        var refused = assertThrows(StudioException.class, () -> ModelInspection.of(file));
        assertThat(refused.problem().where()).isEqualTo(file.toString());
    }

    @Test
    void theShelfHasTheShippedModelFirstAndFindsByName() throws Exception {
        pipeline();
        weights("mine/ink.safetensors", "lora_unet_a.lora_down.weight");
        write("mine/broken.safetensors", "x");
        write("mine/notes.txt", "x");
        var shelf = new ModelShelf(
                folder.resolve("m"), List.of(folder.resolve("mine")), new ModelHashes(folder.resolve("hashes")));
        assertThat(shelf.entries())
                .extracting(ModelShelf.Entry::name)
                .containsExactly("m", "broken.safetensors", "ink.safetensors");
        assertThat(shelf.entries().get(1).problem()).isPresent();
        assertEquals(folder.resolve("mine/ink.safetensors"), shelf.find("ink.safetensors"));
        assertEquals(folder.resolve("m"), shelf.find("m"));
        assertThrows(StudioException.class, () -> shelf.find("other"));
    }

    @Test
    void aModelIsFoundByItsHashInEachFolder() throws Exception {
        Path file = weights("second/ink.safetensors", "lora_unet_a.lora_down.weight");
        weights("first/other.safetensors", "lora_unet_b.lora_down.weight");
        var hashes = new ModelHashes(folder.resolve("hashes"));
        var shelf =
                new ModelShelf(folder.resolve("m"), List.of(folder.resolve("first"), folder.resolve("second")), hashes);
        String sha256 = FileHash.sha256(file, new Cancellation());
        assertEquals(file, shelf.find(sha256.substring(0, 10).toUpperCase(Locale.ROOT)));
        assertEquals(Optional.of(file), shelf.ofHash(sha256));
        assertEquals(Optional.empty(), shelf.ofHash("0123456789"));
        assertEquals(Optional.empty(), shelf.ofHash("ink"));
    }

    @Test
    void theOldShortHashIsThatOfTheSecondMebibyte() throws Exception {
        var bytes = new byte[0x120000];
        Arrays.fill(bytes, 0x100000, 0x110000, (byte) 'a'); // SHA-256 of 65,536 times 'a', counted with sha256sum
        Path file = folder.resolve("old.safetensors");
        Files.write(file, bytes);
        assertEquals("bf718b6f", FileHash.autoV1(file));
    }

    @Test
    void aLoraTellsTheWordsItWasTrainedWith() {
        var metadata = Map.of(
                "modelspec.trigger_phrase",
                "ohwx ink",
                "ss_tag_frequency",
                "{\"10_ohwx style\": {\"tree\": 3, \"house \": 8}, \"1_reg\": {\"tree\": 9}}");
        assertEquals(List.of("ohwx ink", "ohwx style", "reg", "tree", "house"), TriggerWords.of(metadata));
        assertEquals(List.of(), TriggerWords.of(Map.of("ss_tag_frequency", "none")));
    }

    @Test
    void thePictureBesideAModelIsItsPreview() throws Exception {
        Path file = weights("mine/ink.safetensors", "lora_unet_a.lora_down.weight");
        assertEquals(Optional.empty(), PreviewFile.of(file));
        Path plain = write("mine/ink.png", "x");
        assertEquals(Optional.of(plain), PreviewFile.of(file));
        assertEquals(Optional.of(write("mine/ink.preview.png", "x")), PreviewFile.of(file));
        assertEquals(Optional.of(write("folder/preview.jpg", "x")), PreviewFile.of(folder.resolve("folder")));
    }

    @Test
    void theHashIsThatOfOtherTools() throws Exception {
        Path file = write("abc", "abc"); // the example of FIPS 180-2
        assertEquals(
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                FileHash.sha256(file, new Cancellation()));
    }

    @Test
    void theShortHashIsReadOnceAndAnewWhenTheWeightsChange() throws Exception {
        Path file = write("abc.safetensors", "abc");
        var time = Files.getLastModifiedTime(file);
        var hashes = new ModelHashes(folder.resolve("hashes"));
        assertEquals(Optional.of("ba7816bf8f"), hashes.shortHash(file));
        write("abc.safetensors", "xyz");
        Files.setLastModifiedTime(file, time);
        assertEquals(Optional.of("ba7816bf8f"), hashes.shortHash(file), "same name, size and time: not read again");
        Files.setLastModifiedTime(file, FileTime.fromMillis(time.toMillis() + 5000));
        assertEquals(Optional.of("3608bca1e4"), hashes.shortHash(file));
    }

    @Test
    void aModelFolderIsKnownByTheHashOfItsUNet() throws Exception {
        write("m/unet/config.json", "{}");
        write("m/unet/diffusion_pytorch_model.safetensors", "abc");
        var hashes = new ModelHashes(folder.resolve("hashes"));
        assertEquals(Optional.of("ba7816bf8f"), hashes.shortHash(folder.resolve("m")));
        assertEquals(Optional.empty(), hashes.shortHash(folder.resolve("not there")));
    }

    @Test
    void aHashThatCannotBeRememberedKeepsNoPictureFromBeingSaved() throws Exception {
        Path inTheWay = write("hashes", "a file");
        assertEquals(Optional.empty(), new ModelHashes(inTheWay).shortHash(write("abc", "abc")));
    }

    @Test
    void hashingCanBeStopped() throws Exception {
        var stop = new Cancellation();
        stop.request();
        Path file = write("abc", "abc");
        assertThrows(CancelledException.class, () -> FileHash.sha256(file, stop));
    }
}
