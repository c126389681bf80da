package studio.sinopia.engine.checkpoint;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.tensor.TensorScope;
import studio.sinopia.engine.tensor.Torch;
import studio.sinopia.engine.text.ClipTextModel;
import studio.sinopia.engine.unet.UNet2DConditionModel;
import studio.sinopia.engine.unet.UNetConfig;
import studio.sinopia.engine.vae.AutoencoderKL;
import studio.sinopia.engine.weights.ElementType;
import studio.sinopia.engine.weights.ModelConfig;
import studio.sinopia.engine.weights.Weights;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One tiny model with random weights, to be written as a diffusers folder and as a checkpoint in one file. */
public final class TinyCheckpoint {

    /** What it is like. */
    public enum Kind {
        SD1("epsilon", 0.18215),
        SD1_WITHOUT_TEXT_MODEL("epsilon", 0.18215),
        SD1_INPAINTING("epsilon", 0.18215),
        SD2("v_prediction", 0.18215),
        SDXL("epsilon", 0.13025);

        private final String prediction;
        private final double scale;

        Kind(String prediction, double scale) {
            this.prediction = prediction;
            this.scale = scale;
        }
    }

    /** A tensor in Java's memory. */
    public static final class Numbers {

        private final List<Long> shape;
        private final float[] values;

        public Numbers(List<Long> shape, float[] values) {
            this.shape = List.copyOf(shape);
            this.values = values;
        }

        public List<Long> shape() {
            return shape;
        }

        public float[] values() {
            return values;
        }
    }

    private static final String NARROW = ", \"norm_num_groups\": 8, \"out_channels\": 4, \"in_channels\": ";
    private static final String WORDS =
            ", \"vocab_size\": 49408, \"num_hidden_layers\": 3, \"num_attention_heads\": 1}";

    private final Kind kind;
    private final ElementType type;
    private final Map<String, String> configs = new LinkedHashMap<>();
    private final Map<String, Map<String, Numbers>> parts = new LinkedHashMap<>();

    private TinyCheckpoint(Kind kind, ElementType type) {
        this.kind = kind;
        this.type = type;
    }

    /** @param type of which every number is one */
    public static TinyCheckpoint draw(Torch torch, Kind kind, ElementType type) throws StudioException {
        var tiny = new TinyCheckpoint(kind, type);
        tiny.configs.put("unet", unet(kind));
        tiny.configs.put("vae", """
                {"_class_name": "AutoencoderKL", "block_out_channels": [16, 32], "layers_per_block": 1,
                 "norm_num_groups": 8, "latent_channels": 4, "scaling_factor": %s,
                 "down_block_types": ["DownEncoderBlock2D", "DownEncoderBlock2D"],
                 "up_block_types": ["UpDecoderBlock2D", "UpDecoderBlock2D"]}""".formatted(kind.scale));
        String first = "{\"hidden_size\": 16, \"intermediate_size\": 24, \"projection_dim\": 16, \"hidden_act\": ";
        tiny.configs.put("text_encoder", first + (kind == Kind.SD2 ? "\"gelu\"" : "\"quick_gelu\"") + WORDS);
        if (kind == Kind.SDXL) {
            tiny.configs.put(
                    "text_encoder_2",
                    "{\"hidden_size\": 32, \"intermediate_size\": 40, \"projection_dim\": 24, \"hidden_act\": \"gelu\""
                            + WORDS);
        }
        for (String part : tiny.configs.keySet()) {
            try (var scope = new TensorScope(torch.manager())) {
                tiny.drawPart(torch, part);
            }
        }
        return tiny;
    }

    private static String unet(Kind kind) {
        return switch (kind) {
            case SD1, SD1_WITHOUT_TEXT_MODEL, SD1_INPAINTING ->
                """
                {"block_out_channels": [32, 64], "layers_per_block": 2, "attention_head_dim": 8,
                 "down_block_types": ["CrossAttnDownBlock2D", "DownBlock2D"],
                 "up_block_types": ["UpBlock2D", "CrossAttnUpBlock2D"],
                 "cross_attention_dim": 16""" + NARROW + (kind == Kind.SD1_INPAINTING ? 9 : 4) + "}";
            case SD2 -> """
                {"block_out_channels": [64, 128], "layers_per_block": 1, "attention_head_dim": [1, 2],
                 "down_block_types": ["CrossAttnDownBlock2D", "CrossAttnDownBlock2D"],
                 "up_block_types": ["CrossAttnUpBlock2D", "CrossAttnUpBlock2D"],
                 "use_linear_projection": true, "cross_attention_dim": 16""" + NARROW + "4}";
            case SDXL -> """
                {"block_out_channels": [32, 64, 64], "layers_per_block": 2, "attention_head_dim": 1,
                 "transformer_layers_per_block": [1, 2, 3],
                 "down_block_types": ["DownBlock2D", "CrossAttnDownBlock2D", "CrossAttnDownBlock2D"],
                 "up_block_types": ["CrossAttnUpBlock2D", "CrossAttnUpBlock2D", "UpBlock2D"],
                 "addition_embed_type": "text_time", "addition_time_embed_dim": 8,
                 "projection_class_embeddings_input_dim": 72, "use_linear_projection": true,
                 "cross_attention_dim": 48""" + NARROW + "4}";
        };
    }

    private void drawPart(Torch torch, String part) throws StudioException {
        ModelConfig config = ModelConfig.parse(part, Objects.requireNonNull(configs.get(part)));
        var drawn = new Drawn(torch, part);
        parts.put(part, drawn.tensors);
        switch (part) {
            case "unet" ->
                UNet2DConditionModel.build(torch, UNetConfig.read(config), drawn)
                        .close();
            case "vae" -> AutoencoderKL.build(torch, config, drawn).close();
            default -> ClipTextModel.build(torch, config, drawn).close();
        }
    }

    private Map<String, Numbers> tensors(String part) {
        return Objects.requireNonNull(parts.get(part));
    }

    /** The model in the diffusers layout. */
    public Path writeFolder(Path folder) throws IOException {
        for (Map.Entry<String, String> config : configs.entrySet()) {
            Path part = Files.createDirectories(folder.resolve(config.getKey()));
            Files.writeString(part.resolve("config.json"), config.getValue());
            write(part.resolve("model.safetensors"), tensors(config.getKey()), ElementType.F32, Map.of());
        }
        Files.createDirectories(folder.resolve("scheduler"));
        Files.writeString(folder.resolve("scheduler/scheduler_config.json"), """
                {"_class_name": "DDIMScheduler", "beta_start": 0.00085, "beta_end": 0.012, "steps_offset": 1,
                 "beta_schedule": "scaled_linear", "prediction_type": "%s", "set_alpha_to_one": false}""".formatted(kind.prediction));
        if (kind == Kind.SDXL) {
            Files.writeString(folder.resolve("model_index.json"), "{\"force_zeros_for_empty_prompt\": true}");
        }
        return folder;
    }

    /** The model as one file. */
    public Path writeFile(Path file) throws IOException {
        return write(file, single(), type, Map.of());
    }

    /** Every tensor under its original name. */
    public Map<String, Numbers> single() {
        Map<String, Numbers> single = new LinkedHashMap<>();
        boolean conv = kind.name().startsWith("SD1");
        tensors("unet")
                .forEach((name, numbers) -> single.put(
                        "model.diffusion_model." + OriginalNames.unet(name, kind == Kind.SD2 ? 1 : 2, attendingUp()),
                        conv && name.matches(".*proj_(in|out)\\.weight") ? asConvolution(numbers) : numbers));
        tensors("vae")
                .forEach((name, numbers) -> single.put(
                        "first_stage_model." + OriginalNames.autoencoder(name, 2),
                        name.matches(".*attentions.*to_.*weight") ? asConvolution(numbers) : numbers));
        String root =
                switch (kind) {
                    case SD1, SD1_INPAINTING -> "cond_stage_model.transformer.";
                    case SD1_WITHOUT_TEXT_MODEL -> "cond_stage_model.transformer.";
                    case SD2 -> "cond_stage_model.model.";
                    case SDXL -> "conditioner.embedders.0.transformer.";
                };
        if (kind == Kind.SD2) {
            single.putAll(OriginalNames.openClip(tensors("text_encoder"), root));
            single.put(root + "text_projection", new Numbers(List.of(16L, 16L), new float[256])); // nobody reads it
        } else {
            tensors("text_encoder")
                    .forEach((name, numbers) -> single.put(
                            root + (kind == Kind.SD1_WITHOUT_TEXT_MODEL ? name.replace("text_model.", "") : name),
                            numbers));
            single.put(root + "text_model.embeddings.position_ids", new Numbers(List.of(1L, 3L), new float[3]));
        }
        if (kind == Kind.SD1_WITHOUT_TEXT_MODEL) {
            single.remove(root + "text_model.embeddings.position_ids");
        }
        if (kind == Kind.SDXL) {
            single.putAll(OriginalNames.openClip(tensors("text_encoder_2"), "conditioner.embedders.1.model."));
        }
        single.put("model_ema.decay", new Numbers(List.of(), new float[1]));
        single.put("alphas_cumprod", new Numbers(List.of(2L), new float[2]));
        return single;
    }

    /** Decoder levels with transformers, after whose transformer an upsampler has the number 2. */
    private List<Integer> attendingUp() {
        return switch (kind) {
            case SD1, SD1_WITHOUT_TEXT_MODEL, SD1_INPAINTING -> List.of(1);
            case SD2, SDXL -> List.of(0, 1);
        };
    }

    private static Numbers asConvolution(Numbers numbers) {
        return new Numbers(List.of(numbers.shape().get(0), numbers.shape().get(1), 1L, 1L), numbers.values());
    }

    /** Writes tensors in a type of 16 or 32 bits. */
    public static Path write(Path file, Map<String, Numbers> tensors, ElementType type, Map<String, String> metadata)
            throws IOException {
        ObjectNode header = JsonMapper.shared().createObjectNode();
        if (!metadata.isEmpty()) {
            ObjectNode texts = header.putObject("__metadata__");
            metadata.forEach(texts::put);
        }
        int at = 0;
        for (Map.Entry<String, Numbers> tensor : tensors.entrySet()) {
            ObjectNode entry = header.putObject(tensor.getKey()).put("dtype", type.name());
            var shape = entry.putArray("shape");
            tensor.getValue().shape().forEach(shape::add);
            int end = at + tensor.getValue().values().length * type.bytes();
            entry.putArray("data_offsets").add(at).add(end);
            at = end;
        }
        byte[] json = header.toString().getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(8 + json.length + at).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(json.length).put(json);
        for (Numbers numbers : tensors.values()) {
            for (float value : numbers.values()) {
                switch (type) {
                    case F32 -> bytes.putFloat(value);
                    case F16 -> bytes.putShort(Float.floatToFloat16(value));
                    case BF16 -> bytes.putShort((short) (Float.floatToRawIntBits(value) >>> 16));
                    default -> throw new IllegalArgumentException("Not written: " + type);
                }
            }
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        return Files.write(file, bytes.array());
    }

    /** Weights made when asked for, of the type's numbers. */
    private final class Drawn implements Weights {

        private final Torch torch;
        private final String part;
        private final Map<String, Numbers> tensors = new LinkedHashMap<>();

        private Drawn(Torch torch, String part) {
            this.torch = torch;
            this.part = part;
        }

        @Override
        public boolean has(String key) {
            return switch (key) {
                case "text_projection.weight" -> part.equals("text_encoder_2");
                case "encoder.mid_block.attentions.0.query.weight", "decoder.mid_block.attentions.0.query.weight" ->
                    false; // the names before diffusers 0.17
                default -> true;
            };
        }

        @Override
        public NDArray get(String key, long... shape) {
            var random = new Random((part + key).hashCode());
            int count = Math.toIntExact(new Shape(shape).size());
            double deviation = shape.length == 1 ? 0.1 : Math.sqrt((double) shape[0] / count);
            boolean norm = shape.length == 1 && key.endsWith("weight");
            float[] values = new float[count];
            for (int i = 0; i < count; i++) {
                values[i] = rounded((float) ((norm ? 1 : 0) + deviation * random.nextGaussian()));
            }
            var sizes = new ArrayList<Long>();
            for (long size : shape) {
                sizes.add(size);
            }
            tensors.put(key, new Numbers(List.copyOf(sizes), values));
            return torch.manager().create(values, new Shape(shape)).duplicate();
        }

        private float rounded(float value) {
            return switch (type) {
                case F16 -> Float.float16ToFloat(Float.floatToFloat16(value));
                case BF16 -> Float.intBitsToFloat(Float.floatToRawIntBits(value) & 0xffff0000);
                default -> value;
            };
        }

        @Override
        public void finish() {
            // everything was made because it was asked for
        }
    }
}
