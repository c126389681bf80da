package studio.sinopia.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.checkpoint.Checkpoint;
import studio.sinopia.engine.sample.TrainedNoise;
import studio.sinopia.engine.tensor.OpenTorch;
import studio.sinopia.engine.tensor.TensorScope;
import studio.sinopia.engine.tensor.Torch;
import studio.sinopia.engine.text.ClipTextModel;
import studio.sinopia.engine.unet.UNet2DConditionModel;
import studio.sinopia.engine.vae.Autoencoders;
import studio.sinopia.engine.weights.ModelConfig;
import studio.sinopia.engine.weights.ModelPart;
import studio.sinopia.engine.weights.SafetensorsFile;

/**
 * Headers and configurations with a few bytes changed: each is refused with a problem or opens. {@code -Dmutations=10000} asks for
 * so many headers and a tenth as many configurations.
 */
class MutatedFilesTest {

    private static final int ROUNDS = Integer.getInteger("mutations", 2000);
    private static final long FIXED_BYTES = 1 << 20; // on top of the file, for JSON, names and messages
    private static final String HEADER = """
            {"__metadata__":{"format":"pt"},\
            "model.diffusion_model.input_blocks.0.0.weight":{"dtype":"F16","shape":[4,4,3,3],"data_offsets":[0,288]},\
            "model.diffusion_model.middle_block.1.proj_in.weight":{"dtype":"F32","shape":[8,2],"data_offsets":[288,352]},\
            "cond_stage_model.transformer.text_model.x":{"dtype":"I64","shape":[],"data_offsets":[352,360]}}""";
    private static final String INTERESTING = "0123456789-[]{}\",:.eE tfnFBIU\0\u00ff";

    @RegisterExtension
    final OpenTorch opened = new OpenTorch();

    @TempDir
    Path folder;

    private final Torch torch = opened.torch();
    private final Map<String, Integer> unexpected = new TreeMap<>();

    @FunctionalInterface
    private interface Opening {
        void open() throws StudioException;
    }

    /** Counts whatever is neither a problem nor a success. */
    private boolean survives(String what, Opening opening) {
        try {
            opening.open();
            return true;
        } catch (StudioException refused) {
            return false;
        } catch (RuntimeException | Error fault) {
            String at = fault.getStackTrace().length == 0 ? "" : fault.getStackTrace()[0].toString();
            unexpected.merge(what + ": " + fault + " at " + at, 1, Integer::sum);
            return false;
        }
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void aMutatedHeaderIsRefusedOrOpensAndAllocatesNoMoreThanTheFileHolds() throws Exception {
        var random = new Random(1);
        int opens = 0;
        long most = 0;
        for (int i = 0; i < ROUNDS; i++) {
            byte[] bytes = file(random);
            Path file = Files.write(folder.resolve("mutated.safetensors"), bytes);
            opens += survives("tensors", () -> readAll(file)) ? 1 : 0;
            long beyond = allocatedBy(file) - bytes.length;
            if (beyond > FIXED_BYTES) { // the first time on some path, classes are loaded, too
                beyond = allocatedBy(file) - bytes.length;
            }
            most = Math.max(most, beyond);
        }
        assertEquals(Map.of(), unexpected);
        assertEquals(true, opens > 0 && opens < ROUNDS, opens + " opened");
        assertEquals(true, most < FIXED_BYTES, most + " bytes");
    }

    private long allocatedBy(Path file) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        survives("tensors", () -> readAll(file));
        survives("checkpoint", () -> Checkpoint.open(file));
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private void readAll(Path path) throws StudioException {
        try (SafetensorsFile file = SafetensorsFile.open(path);
                var scope = new TensorScope(torch.manager())) {
            for (String name : file.entries().keySet()) {
                file.floats(name);
                file.read(name, torch.manager());
            }
        }
    }

    private static byte[] file(Random random) {
        byte[] json = mutated(HEADER.getBytes(StandardCharsets.UTF_8), random);
        int data = random.nextInt(8) == 0 ? random.nextInt(400) : 360;
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES + json.length + data).order(ByteOrder.LITTLE_ENDIAN);
        long length = random.nextInt(20) == 0 ? random.nextLong() >> random.nextInt(64) : json.length;
        return bytes.putLong(length).put(json).array();
    }

    /** One to four changes: a byte replaced, a piece cut out, doubled, or a digit put in. */
    private static byte[] mutated(byte[] original, Random random) {
        var text = new StringBuilder(new String(original, StandardCharsets.ISO_8859_1));
        for (int n = random.nextInt(4); n >= 0 && text.length() > 8; n--) {
            int at = random.nextInt(text.length() - 4);
            int to = Math.min(text.length(), at + 1 + random.nextInt(4));
            char other = INTERESTING.charAt(random.nextInt(INTERESTING.length()));
            switch (random.nextInt(5)) {
                case 0 -> text.setCharAt(at, other);
                case 1 -> text.delete(at, to);
                case 2 -> text.insert(at, text.substring(at, to));
                case 3 -> text.insert(at, other);
                default -> text.insert(digit(text, at), "9".repeat(1 + random.nextInt(12)));
            }
        }
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static int digit(StringBuilder text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                return i;
            }
        }
        return from;
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void aMutatedConfigurationIsRefusedOrFits() throws Exception {
        TinyModel.write(torch, folder.resolve("model"));
        var random = new Random(2);
        for (int i = 0; i < ROUNDS / 40; i++) {
            mutate(
                    "unet",
                    random,
                    part -> UNet2DConditionModel.load(torch, part).close());
            mutate("vae", random, part -> Autoencoders.load(torch, part).close());
            mutate(
                    "text_encoder",
                    random,
                    part -> ClipTextModel.load(torch, part).close());
            String noise = text(mutated(TinyModel.NOISE.getBytes(StandardCharsets.UTF_8), random));
            survives("scheduler", () -> TrainedNoise.read(ModelConfig.parse("mutated", noise)));
        }
        assertEquals(Map.of(), unexpected);
    }

    @FunctionalInterface
    private interface Loading {
        void load(ModelPart part) throws StudioException;
    }

    private void mutate(String part, Random random, Loading loading) throws IOException, StudioException {
        ModelPart whole = ModelPart.open(folder.resolve("model").resolve(part));
        byte[] config = Files.readAllBytes(folder.resolve("model").resolve(part).resolve("config.json"));
        String text = text(mutated(config, random));
        survives(part, () -> loading.load(whole.with(ModelConfig.parse("mutated", text))));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
