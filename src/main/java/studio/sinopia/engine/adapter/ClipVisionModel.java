package studio.sinopia.engine.adapter;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import studio.sinopia.core.Raster;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.nn.ClipTransformer;
import studio.sinopia.engine.nn.Parameters;
import studio.sinopia.engine.tensor.Arithmetic;
import studio.sinopia.engine.tensor.Kernels;
import studio.sinopia.engine.tensor.TensorList;
import studio.sinopia.engine.tensor.Torch;
import studio.sinopia.engine.vae.Pictures;
import studio.sinopia.engine.weights.ModelConfig;
import studio.sinopia.engine.weights.ModelPart;
import studio.sinopia.engine.weights.StoredWeights;
import studio.sinopia.engine.weights.Weights;

/**
 * CLIP's picture transformer (Radford et al. 2021) in the layout of the transformers library, {@code CLIPVisionModelWithProjection}:
 * what an {@link IpAdapter} sees of a picture.
 */
public final class ClipVisionModel implements AutoCloseable {

    private static final float[] MEAN = {0.48145467f, 0.4578275f, 0.40821072f};
    private static final float[] DEVIATION = {0.26862955f, 0.2613026f, 0.2757771f};
    private static final String ROOT = "vision_model.";

    private final Parameters parameters;
    private final Kernels kernels;
    private final Settings settings;
    private final TensorList entry;
    private final ClipTransformer transformer;
    private final TensorList finalNorm;
    private final TensorList projection;

    private record Settings(ClipTransformer.Settings layers, int side, int patch, int projection) {}

    /**
     * What it saw.
     *
     * @param embedding of the whole picture, [rows, width of the projection]
     * @param patches the last state but one of the picture and its patches, [rows, 1 + patches, width]
     */
    public record Seen(NDArray embedding, NDArray patches) {}

    private ClipVisionModel(Parameters parameters, Settings settings) throws StudioException {
        this.parameters = parameters;
        this.kernels = parameters.kernels();
        this.settings = settings;
        int width = settings.layers().width();
        long grid = settings.side() / settings.patch();
        this.entry = parameters
                .layer("vision_model")
                .tensor("embeddings.class_embedding", width)
                .convWithoutBias("embeddings.patch_embedding", width, 3, settings.patch())
                .linearWithoutBias("embeddings.position_embedding", 1 + grid * grid, width)
                .norm("pre_layrnorm", width) // spelt so in every file
                .done();
        this.transformer = new ClipTransformer(parameters, ROOT, settings.layers(), false);
        this.finalNorm =
                parameters.layer("vision_model").norm("post_layernorm", width).done();
        this.projection = parameters
                .layer("")
                .linearWithoutBias("visual_projection", settings.projection(), width)
                .done();
    }

    public static ClipVisionModel load(Torch torch, ModelPart part) throws StudioException {
        try (StoredWeights weights = part.weights(torch.manager())) {
            return build(torch, part.config(), weights);
        }
    }

    /** @throws StudioException if the configuration asks for something unknown or does not fit the weights */
    public static ClipVisionModel build(Torch torch, ModelConfig config, Weights weights) throws StudioException {
        var settings = new Settings(
                ClipTransformer.Settings.read(config, 768, 3072, 12),
                config.integer("image_size", 224),
                config.integer("patch_size", 32),
                config.integer("projection_dim", 512));
        if (settings.patch() < 1 || settings.side() < settings.patch() || settings.side() > 4096) {
            throw config.wrong("image_size", "between patch_size and 4096");
        }
        return Parameters.build(
                torch.with(Arithmetic.FLOAT32).kernels(),
                weights,
                parameters -> new ClipVisionModel(parameters, settings));
    }

    /** @param pictures as {@link #prepared} gives them, [rows, 3, side, side] */
    public Seen see(NDArray pictures) {
        double epsilon = settings.layers().epsilon();
        NDArray patches = kernels.call("patches", pictures, entry, epsilon); // [rows, 1 + patches, width]
        List<NDArray> states = transformer.states(patches);
        NDArray first = states.getLast().get(new NDIndex(":, 0"));
        NDArray whole = kernels.call("layer_norm", first, finalNorm, epsilon);
        return new Seen(kernels.call("linear_list", whole, projection), states.get(states.size() - 2));
    }

    /**
     * The middle square of a picture, scaled and normalised as CLIP was trained; its own transparency is ignored.
     *
     * @return [1, 3, side, side], owned by {@code manager}
     */
    public NDArray prepared(NDManager manager, Raster picture) {
        int side = settings.side();
        int shorter = Math.min(picture.width(), picture.height());
        int height = (int) ((long) side * picture.height() / shorter);
        int width = (int) ((long) side * picture.width() / shorter);
        NDArray scaled = kernels.call("resize_photo", Pictures.hint(manager, picture), height, width);
        int top = (height - side) / 2;
        int left = (width - side) / 2;
        NDArray square = scaled.get(new NDIndex(":, :, {}:{}, {}:{}", top, top + side, left, left + side));
        var each = new Shape(1, 3, 1, 1);
        return square.clip(0, 1).sub(manager.create(MEAN, each)).div(manager.create(DEVIATION, each));
    }

    @Override
    public void close() {
        parameters.close();
    }
}
