package studio.sinopia.export.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.sinopia.core.Colour;
import studio.sinopia.core.PictureFile;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import studio.sinopia.export.PictureExport;
import studio.sinopia.library.ModelHashes;
import studio.sinopia.recipe.AnyRecipe;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.Sampling;

/** The samples are composed after the documented formats; they are tiny pictures with texts of the usual shape. */
class PictureMetadataTest {

    private static final Path SAMPLES = Path.of("src/test/resources/foreign");
    private static final Raster PICTURE = Raster.filled(new Size(16, 8), new Colour(200, 30, 60));

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a1111-1.png|A1111 seed 2716331052 steps 28 cfg 7.0 512x768 DPM++ 2M/Karras v1-5-pruned-emaonly 6ce0161689 GPU|a lighthouse on a cliff at dawn, (soft light:1.2), [fog] -- lowres, blurry, text",
                "a1111-2.png|A1111 seed 77 steps 20 cfg 6.5 640x640 DPM++ SDE Karras/ night, blue abc1234567 CPU strength 0.55 control_v11p_sd15_canny [d14c016b]*0.8@0.0-0.7|portrait of a gardener, <lora:ink wash:0.8> / two lines of prompt -- ",
                "a1111-3.jpg|A1111 seed 9007199254740993 steps 12 cfg 4.5 1024x1024 Euler a/Automatic sd_xl_base_1.0 GPU|ein Häuschen am Meer, 海 -- Regen / mehr Regen",
                "a1111-4.webp|A1111 seed 9007199254740993 steps 12 cfg 4.5 1024x1024 Euler a/Automatic sd_xl_base_1.0 GPU|ein Häuschen am Meer, 海 -- Regen / mehr Regen",
                "a1111-5.png|A1111 seed 5 steps 15 cfg 3.0 512x512 UniPC/SGM Uniform GPU|a hidden meadow -- fence",
                "comfyui-1.png|COMFYUI seed 156680208700286 steps 20 cfg 8.0 512x512 euler/normal v1-5-pruned-emaonly.safetensors CPU|beautiful scenery nature glass bottle landscape -- text, watermark",
                "comfyui-2.png|COMFYUI seed 42 steps 30 cfg 6.5 768x512 dpmpp_2m_sde_gpu/karras dream.safetensors CPU +ink.safetensors*0.8/0.5 +paper.safetensors*1.0/1.0 control_v11f1p_sd15_depth.pth*0.9@0.1-0.8|a bridge over a river -- people",
                "comfyui-3.png|COMFYUI seed 815 steps 24 cfg 5.5 640x448 dpmpp_2m/exponential fox.safetensors CPU|a fox in the snow -- ugly",
                "comfyui-4.webp|COMFYUI seed -1 steps 18 1024x768 euler/simple flux1-dev.safetensors CPU|an owl -- ",
                "invokeai-1.png|INVOKEAI seed 3423 steps 30 cfg 7.5 1024x832 dpmpp_2m_sde_k/ Juggernaut XL v9 blake3:1234 CPU +ink*0.75/0.75 canny-sdxl*0.6@0.0-0.75|a sailing boat at night -- moon",
                "invokeai-2.png|INVOKEAI seed 1234567 steps 40 cfg 8.5 704x512 k_euler_a/ stable-diffusion-1.5 cc6cb27103|a mill by a stream at dusk -- ugly, blurry",
                "invokeai-3.png|INVOKEAI seed 3357757885 steps 50 cfg 7.5 512x384 k_dpm_2/|a small harbour -- people",
                "fooocus-1.png|FOOOCUS seed 8301250221370224713 steps 30 cfg 4.0 1152x896 dpmpp_2m_sde_gpu/karras juggernautXL_v8Rundiffusion aeb7e9e689 CPU +sd_xl_offset_example-lora_1.0.safetensors*0.1/0.1|a cat on a roof -- dog",
                "fooocus-2.png|FOOOCUS seed 4711 cfg 7.0 896x1152 dpmpp_3m_sde/exponential realisticStockPhoto_v20.safetensors CPU +SDXL_FILM_V3.safetensors*0.25/0.25|a tram in the rain -- cars",
                "fooocus-3.jpg|FOOOCUS seed 12 steps 30 cfg 4.0 1152x896 euler_ancestral/karras juggernautXL_v8Rundiffusion aeb7e9e689 CPU +sd_xl_offset_example-lora_1.0.safetensors*0.1/0.1|a dog on a roof -- dog",
                "novelai-1.png|NOVELAI seed 1570284512 steps 28 cfg 5.0 832x1216 k_euler_ancestral/karras CPU|((a knight:1.05):1.05), (armor:0.952), \\(crown\\) -- lowres",
                "novelai-2.png|NOVELAI seed 99 steps 50 cfg 11.0 ddim_v3/ CPU strength 0.7|a dragon -- bad",
                "novelai-3.png|NOVELAI seed 7 steps 23 cfg 6.0 1024x1024 k_dpmpp_2m/exponential CPU|two friends, girl, red hair, boy -- blurry",
                "drawthings-1.png|DRAW_THINGS seed 4167302481 steps 20 cfg 7.5 512x512 DPM++ 2M Karras/ sd_v1.5_f16.ckpt strength 1.0|a glass of water & \"ice\" -- blur",
                "drawthings-2.png|DRAW_THINGS seed 1 steps 20 cfg 7.5 768x1024 Euler A AYS/ juggernaut_xl_f16.ckpt strength 1.0 +ink_f16.ckpt*0.6/0.6|ein Schiff -- ",
                "drawthings-3.jpg|DRAW_THINGS seed 12 steps 9 cfg 7.5 512x512 UniPC/ sd_v1.5_f16.ckpt strength 1.0|a photograph of rain -- blur",
                "swarmui-1.png|SWARMUI seed 1 steps 21 cfg 7.0 1024x1024 dpmpp_2m/karras OfficialStableDiffusion/sd_xl_base_1.0 CPU|a windmill -- people",
                "swarmui-2.png|SWARMUI seed 22 steps 22 cfg 7.0 1024x1024 dpmpp_2m/karras OfficialStableDiffusion/sd_xl_base_1.0 CPU|a teapot -- people",
                "swarmui-3.jpg|SWARMUI seed 333 steps 23 cfg 7.0 1024x1024 dpmpp_2m/karras OfficialStableDiffusion/sd_xl_base_1.0 CPU|a train -- people"
            })
    void eachToolIsUnderstood(String file, String settings, String words) throws Exception {
        PictureSettings read = PictureMetadata.read(SAMPLES.resolve(file)).orElseThrow();
        assertEquals(settings.strip(), line(read));
        assertThat((read.prompt() + " -- " + read.negative())
                        .replace("\n", " / ")
                        .strip())
                .isEqualTo(words.strip());
    }

    private static String line(PictureSettings read) {
        var line = new StringBuilder(read.tool().name());
        read.seed().ifPresent(seed -> line.append(" seed ").append(seed));
        read.steps().ifPresent(steps -> line.append(" steps ").append(steps));
        read.guidance().ifPresent(scale -> line.append(" cfg ").append(scale));
        read.size().ifPresent(size -> line.append(' ').append(size));
        read.sampler().ifPresent(name -> line.append(' ').append(name).append('/'));
        read.schedule().ifPresent(line::append);
        Stream.of(read.model(), read.modelHash(), read.noise())
                .flatMap(Optional::stream)
                .forEach(each -> line.append(' ').append(each));
        read.strength().ifPresent(strength -> line.append(" strength ").append(strength));
        read.patches()
                .forEach(
                        patch -> line.append(" +%s*%s/%s".formatted(patch.name(), patch.weight(), patch.textWeight())));
        read.controls()
                .forEach(unit ->
                        line.append(" %s*%s@%s-%s".formatted(unit.model(), unit.weight(), unit.start(), unit.end())));
        return line.toString();
    }

    @Provide
    Arbitrary<Recipe> recipes() {
        return AnyRecipe.recipes();
    }

    @Property(tries = 200)
    void theParametersBesideOurRecipeSayTheSame(@ForAll("recipes") Recipe recipe) throws Exception {
        Path file = Files.createTempFile("sinopia", ".png");
        try {
            new PictureExport(Path.of("none"), new ModelHashes(file)).write(file, PICTURE, recipe);
            PictureSettings read = PictureMetadata.read(file).orElseThrow();
            assertEquals(recipe.seed(), read.seed().orElseThrow());
            assertEquals(recipe.sampling().steps(), read.steps().orElseThrow());
            assertEquals(recipe.guidance(), read.guidance().orElseThrow(), 0);
            assertEquals(recipe.size(), read.size().orElseThrow());
            String sampler = recipe.sampling().sampler().replace('\0', ' ').strip();
            assertEquals(sampler, read.sampler().orElse("").strip());
            assertEquals(words(recipe.negative()), words(read.negative()));
            assertThat(words(read.prompt())).startsWith(words(recipe.prompt()));
        } finally {
            Files.delete(file);
        }
    }

    private static String words(String text) {
        return text.replace('\0', ' ')
                .lines()
                .map(String::strip)
                .collect(Collectors.joining("\n"))
                .strip();
    }

    @Test
    void aLineWithTooFewPairsBelongsToThePrompt() {
        PictureSettings read = A1111Text.read("a sign that says\nSteps: 3, Exit: left");
        assertThat(read.prompt()).isEqualTo("a sign that says\nSteps: 3, Exit: left");
        assertThat(read.steps()).isEmpty();
    }

    @Test
    void aPictureWithoutAWordAboutItselfSaysNothing() throws Exception {
        Path file = folder.resolve("plain.png");
        PictureFile.write(file, PICTURE);
        assertThat(PictureMetadata.read(file)).isEmpty();
    }

    @Test
    void aGraphThatRunsInCirclesComesToAnEnd() {
        String graph = """
                {"1": {"class_type": "KSampler", "inputs": {"seed": ["1", 0], "steps": 4, "positive": ["2", 0], "model": ["3", 0]}},
                 "2": {"class_type": "ConditioningCombine", "inputs": {"conditioning_1": ["2", 0], "conditioning_2": ["4", 0]}},
                 "3": {"class_type": "LoraLoader", "inputs": {"lora_name": "a", "model": ["3", 0]}},
                 "4": {"class_type": "CLIPTextEncode", "inputs": {"text": ["4", 0]}}}
                """;
        PictureSettings read =
                ComfyGraph.read(LooseJson.object(graph).orElseThrow()).orElseThrow();
        assertThat(read.steps()).contains(4);
    }

    @Test
    void aThousandMutatedPicturesAreReadOrRefused() throws Exception {
        List<Path> samples;
        try (Stream<Path> files = Files.list(SAMPLES)) {
            samples = files.sorted().toList();
        }
        var random = new Random(20);
        int read = 0;
        int refused = 0;
        Path file = folder.resolve("mutated");
        for (int i = 0; i < 1000; i++) {
            byte[] bytes = Files.readAllBytes(samples.get(i % samples.size()));
            for (int change = random.nextInt(1, 12); change > 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Files.write(file, i % 3 == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes);
            try {
                PictureMetadata.read(file);
                read++;
            } catch (StudioException problem) {
                assertThat(problem.problem().remedy()).isNotBlank();
                refused++;
            }
        }
        assertEquals(1000, read + refused);
        assertThat(refused).as("some are no pictures any more").isPositive();
    }

    @ParameterizedTest(name = "{0} is {1} with {2}")
    @CsvSource({
        "DPM++ 2M Karras, DPM++ 2M, Karras",
        "dpmpp_2m_sde_gpu, DPM++ 2M SDE, ",
        "dpmpp_2m_sde_k, DPM++ 2M SDE, Karras",
        "k_euler_ancestral, Euler a, ",
        "k_dpm_2, DPM2, ",
        "dpmpp_2s_ancestral, DPM++ 2S a, ",
        "uni_pc_bh2, UniPC, ",
        "ddim_v3, DDIM, ",
        "Euler A AYS, Euler a, Align Your Steps",
        "euler, Euler, ",
        "lcm, LCM, ",
        "res_multistep, , "
    })
    void samplersHaveTheirNamesHere(String name, String sampler, String schedule) {
        SamplerNames.Named named = SamplerNames.sampler(name);
        assertEquals(Optional.ofNullable(sampler), named.sampler());
        assertEquals(Optional.ofNullable(schedule), named.schedule());
    }

    @Test
    void whatHasNoPlaceHereIsNamed() throws Exception {
        PictureSettings settings =
                PictureMetadata.read(SAMPLES.resolve("comfyui-2.png")).orElseThrow();
        ForeignRecipe taken =
                ForeignRecipe.of(settings, Recipe.of("", new Size(256, 256), 1), name -> Optional.empty());
        Recipe recipe = taken.recipe();
        assertThat(recipe.prompt())
                .isEqualTo("a bridge over a river <lora:ink:te=0.5:unet=0.8> <lora:paper:te=1:unet=1>");
        assertThat(recipe.sampling()).isEqualTo(new Sampling("DPM++ 2M SDE", "Karras", 30, "CPU"));
        assertThat(taken.left())
                .containsExactly("the model dream.safetensors", "the control control_v11f1p_sd15_depth.pth");
        assertThat(taken.problem().orElseThrow().what()).startsWith("ComfyUI says");
    }
}
