package studio.sinopia.engine.run;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.adapter.ClipVisionModel;
import studio.sinopia.engine.adapter.ControlNetModel;
import studio.sinopia.engine.adapter.ControlNetXS;
import studio.sinopia.engine.adapter.IpAdapter;
import studio.sinopia.engine.adapter.T2IAdapter;
import studio.sinopia.engine.tensor.NoiseStream;
import studio.sinopia.engine.tensor.TensorScope;
import studio.sinopia.engine.tensor.Torch;
import studio.sinopia.engine.text.ClipTextModel;
import studio.sinopia.engine.unet.UNet2DConditionModel;
import studio.sinopia.engine.unet.UNetConfig;
import studio.sinopia.engine.vae.AutoencoderTiny;
import studio.sinopia.engine.weights.ModelConfig;
import studio.sinopia.engine.weights.ModelPart;
import studio.sinopia.engine.weights.SafetensorsWriter;
import studio.sinopia.engine.weights.Weights;

/**
 * Writes a complete model folder with weights drawn from a fixed stream: a network of a few thousand weights that paints
 * nothing sensible, quickly and always the same. A cell of its latents stands for 4 x 4 pixels.
 */
public final class TinyModel {

    public static final int REDUCTION = 4;
    public static final String NOISE = """
            {"_class_name": "DDIMScheduler", "beta_start": 0.00085, "beta_end": 0.012,
             "beta_schedule": "scaled_linear", "rescale_betas_zero_snr": true, "prediction_type": "v_prediction",
             "timestep_spacing": "trailing", "clip_sample": false}""";

    private static final String LEVELS = """
            "block_out_channels": [16, 32], "down_block_types": ["DownBlock2D", "CrossAttnDownBlock2D"],
            "layers_per_block": 2, "attention_head_dim": 2, "cross_attention_dim": 16, "norm_num_groups": 8,
            "in_channels": 4""";
    private static final String UNET = "{\"_class_name\": \"UNet2DConditionModel\", " + LEVELS
            + ", \"out_channels\": 4, \"sample_size\": 16, \"up_block_types\": [\"CrossAttnUpBlock2D\", \"UpBlock2D\"]}";
    private static final String CONTROL = "{\"_class_name\": \"ControlNetModel\", " + LEVELS
            + ", \"conditioning_embedding_out_channels\": [4, 8, 8]}";
    private static final String CONTROL_XS = """
            {"_class_name": "ControlNetXSAdapter", "base_block_out_channels": [16, 32], "block_out_channels": [4, 8],
             "conditioning_channel_order": "rgb", "conditioning_embedding_out_channels": [4, 8, 8],
             "cross_attention_dim": 16, "down_block_types": ["DownBlock2D", "CrossAttnDownBlock2D"],
             "learn_time_embedding": true, "max_norm_num_groups": 4, "num_attention_heads": 1}""";
    private static final String ADAPTER = """
            {"_class_name": "T2IAdapter", "adapter_type": "full_adapter_xl", "channels": [16, 32], "in_channels": 3,
             "num_res_blocks": 1, "downscale_factor": 8}""";
    private static final String REFERENCE = """
            {"_class_name": "IPAdapter", "kind": "PLAIN", "tokens": 4, "text_width": 16, "picture_width": 8}""";
    private static final String PICTURES = """
            {"_class_name": "CLIPVisionModelWithProjection", "hidden_size": 16, "intermediate_size": 32,
             "num_attention_heads": 2, "num_hidden_layers": 2, "image_size": 28, "patch_size": 14, "projection_dim": 8}""";
    private static final String VAE = """
            {"_class_name": "AutoencoderTiny", "latent_channels": 4, "block_out_channels": [8, 8, 8],
             "encoder_block_out_channels": [8, 8, 8], "decoder_block_out_channels": [8, 8, 8],
             "num_encoder_blocks": [0, 1, 1], "num_decoder_blocks": [1, 1, 1]}""";
    private static final String TEXT = """
            {"_class_name": "CLIPTextModel", "hidden_size": 16, "intermediate_size": 32, "num_attention_heads": 2,
             "num_hidden_layers": 2, "vocab_size": 49408}""";

    private TinyModel() {}

    /** Fills {@code folder}; lineart is a ControlNet, scribble a ControlNet-XS. */
    public static Path write(Torch torch, Path folder) throws StudioException, IOException {
        Files.createDirectories(folder.resolve("scheduler"));
        Files.writeString(folder.resolve("scheduler/scheduler_config.json"), NOISE);
        part(
                torch,
                folder,
                "unet",
                UNET,
                (config, weights) -> UNet2DConditionModel.build(torch, UNetConfig.read(config), weights)
                        .close());
        part(
                torch,
                folder,
                "controlnet/lineart",
                CONTROL,
                (config, weights) ->
                        ControlNetModel.build(torch, config, weights).close());
        try (UNet2DConditionModel base = UNet2DConditionModel.load(torch, ModelPart.open(folder.resolve("unet")))) {
            part(
                    torch,
                    folder,
                    "controlnet/scribble",
                    CONTROL_XS,
                    (config, weights) ->
                            ControlNetXS.build(torch, base, config, weights).close());
        }
        part(
                torch,
                folder,
                "vae",
                VAE,
                (config, weights) ->
                        AutoencoderTiny.build(torch, config, weights).close());
        part(
                torch,
                folder,
                "text_encoder",
                TEXT,
                (config, weights) -> ClipTextModel.build(torch, config, weights).close());
        return folder;
    }

    /** Writes a T2I-Adapter for the model into {@code part} of {@code folder}: of SDXL's kind, since the first level is plain. */
    public static Path adapter(Torch torch, Path folder, String part) throws StudioException, IOException {
        part(
                torch,
                folder,
                part,
                ADAPTER,
                (config, weights) -> T2IAdapter.build(torch, config, weights).close());
        return folder.resolve(part);
    }

    /** Writes an IP-Adapter for the model, and its image encoder beside it; the file of the adapter. */
    public static Path reference(Torch torch, Path folder) throws StudioException, IOException {
        UNetConfig unet = UNetConfig.read(ModelConfig.parse("unet", UNET));
        part(
                torch,
                folder,
                "ip",
                REFERENCE,
                (config, weights) ->
                        IpAdapter.build(torch, unet, config, weights).close());
        part(
                torch,
                folder,
                "ip/image_encoder",
                PICTURES,
                (config, weights) ->
                        ClipVisionModel.build(torch, config, weights).close());
        return folder.resolve("ip/model.safetensors");
    }

    private interface Builder {
        void build(ModelConfig config, Weights weights) throws StudioException;
    }

    private static void part(Torch torch, Path folder, String name, String config, Builder builder)
            throws StudioException, IOException {
        Path part = Files.createDirectories(folder.resolve(name));
        Files.writeString(part.resolve("config.json"), config);
        try (var scope = new TensorScope(torch.manager())) {
            var drawn = new DrawnWeights(torch);
            builder.build(ModelConfig.parse(name, config), drawn);
            SafetensorsWriter.write(part.resolve("model.safetensors"), drawn.tensors, Map.of());
        }
    }

    /** Weights made when asked for, the same for the same key. */
    private static final class DrawnWeights implements Weights {

        private final Torch torch;
        private final Map<String, NDArray> tensors = new LinkedHashMap<>();

        private DrawnWeights(Torch torch) {
            this.torch = torch;
        }

        @Override
        public boolean has(String key) {
            return !key.startsWith("text_projection");
        }

        @Override
        public NDArray get(String key, long... shape) {
            long inputs = new Shape(shape).size() / shape[0];
            double deviation = shape.length == 1 ? 0.1 : 1 / Math.sqrt((double) inputs);
            boolean norm = shape.length == 1 && key.endsWith("weight");
            NDArray drawn = new NoiseStream(1, 0, 0, key)
                    .normal(torch.manager(), new Shape(shape))
                    .mul(deviation)
                    .add(norm ? 1 : 0);
            tensors.put(key, drawn);
            return drawn.duplicate();
        }

        @Override
        public void finish() {
            // everything was made because it was asked for
        }
    }
}
