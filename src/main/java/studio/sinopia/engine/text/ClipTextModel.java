package studio.sinopia.engine.text;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.nn.ClipTransformer;
import studio.sinopia.engine.nn.Parameters;
import studio.sinopia.engine.tensor.Arithmetic;
import studio.sinopia.engine.tensor.Kernels;
import studio.sinopia.engine.tensor.TensorList;
import studio.sinopia.engine.tensor.Torch;
import studio.sinopia.engine.weights.ModelConfig;
import studio.sinopia.engine.weights.ModelPart;
import studio.sinopia.engine.weights.StoredWeights;
import studio.sinopia.engine.weights.Weights;

/**
 * CLIP's text transformer (Radford et al. 2021) in the layout of the transformers library: {@code CLIPTextModel} and {@code
 * CLIPTextModelWithProjection}. Causal attention, norm before each part.
 */
public final class ClipTextModel implements TextEncoder {

    private static final int OLD_END = 2; // what early exports wrote for the end token, whatever it was

    private final NDManager manager;
    private final Parameters parameters;
    private final Kernels kernels;
    private final Settings settings;
    private final TensorList embeddings;
    private final ClipTransformer transformer;
    private final TensorList finalNorm;
    private final Optional<TensorList> projection;

    private record Settings(ClipTransformer.Settings layers, int vocabulary, int length, int end, int projection) {

        int width() {
            return layers.width();
        }
    }

    private ClipTextModel(NDManager manager, Parameters parameters, Settings settings) throws StudioException {
        this.manager = manager;
        this.parameters = parameters;
        this.kernels = parameters.kernels();
        this.settings = settings;
        String root = parameters.has("text_model.final_layer_norm.weight") ? "text_model." : "";
        this.embeddings = parameters
                .layer(root + "embeddings")
                .linearWithoutBias("token_embedding", settings.vocabulary(), settings.width())
                .linearWithoutBias("position_embedding", settings.length(), settings.width())
                .done();
        this.transformer = new ClipTransformer(parameters, root, settings.layers(), true);
        this.finalNorm = parameters
                .layer(root.isEmpty() ? "" : "text_model")
                .norm("final_layer_norm", settings.width())
                .done();
        this.projection = parameters.has("text_projection.weight")
                ? Optional.of(parameters
                        .layer("")
                        .linearWithoutBias("text_projection", settings.projection(), settings.width())
                        .done())
                : Optional.empty();
    }

    public static ClipTextModel load(Torch torch, ModelPart part) throws StudioException {
        try (StoredWeights weights = part.weights(torch.manager())) {
            return build(torch, part.config(), weights);
        }
    }

    /** @throws StudioException if the configuration asks for something unknown or does not fit the weights */
    public static ClipTextModel build(Torch torch, ModelConfig config, Weights weights) throws StudioException {
        ClipTransformer.Settings layers = ClipTransformer.Settings.read(config, 512, 2048, 8);
        var settings = new Settings(
                layers,
                config.integer("vocab_size", 49408),
                config.integer("max_position_embeddings", 77),
                config.integer("eos_token_id", 49407),
                config.integer("projection_dim", layers.width()));
        return Parameters.build(
                torch.with(Arithmetic.FLOAT32).kernels(),
                weights,
                parameters -> new ClipTextModel(torch.manager(), parameters, settings));
    }

    @Override
    public int width() {
        return settings.width();
    }

    @Override
    public int maxTokens() {
        return settings.length();
    }

    @Override
    public TextStates encode(int[][] ids) {
        List<NDArray> hidden =
                transformer.states(kernels.call("embed", indices(ids), embeddings)); // [rows, words, width]
        NDArray last = finish(hidden.getLast());
        NDArray penultimate = finish(hidden.get(hidden.size() - 2));
        return new TextStates(last, hidden, penultimate, Optional.of(pooled(last, ids)));
    }

    @Override
    public NDArray finish(NDArray x) {
        return kernels.call("layer_norm", x, finalNorm, settings.layers().epsilon());
    }

    private NDArray indices(int[][] ids) {
        int length = ids[0].length;
        if (length > settings.length()) {
            throw new IllegalArgumentException("At most %d tokens, got %d".formatted(settings.length(), length));
        }
        long[] flat = new long[ids.length * length];
        for (int row = 0; row < ids.length; row++) {
            for (int i = 0; i < length; i++) {
                int id = ids[row][i];
                if (id < 0 || id >= settings.vocabulary()) {
                    throw new IllegalArgumentException(
                            "Token %d is outside the vocabulary of %d".formatted(id, settings.vocabulary()));
                }
                flat[row * length + i] = id;
            }
        }
        return manager.create(flat, new Shape(ids.length, length));
    }

    /** The state at the first end token of each row, projected if there is a projection. */
    private NDArray pooled(NDArray last, int[][] ids) {
        var rows = new NDList();
        for (int row = 0; row < ids.length; row++) {
            rows.add(last.get(row, endPosition(ids[row])));
        }
        NDArray states = NDArrays.stack(rows); // [rows, width]
        return projection.isPresent() ? kernels.call("linear_list", states, projection.get()) : states;
    }

    private int endPosition(int[] ids) {
        int end = settings.end() == OLD_END ? Arrays.stream(ids).max().orElseThrow() : settings.end();
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] == end) {
                return i;
            }
        }
        return 0; // as the reference does where no end token stands
    }

    @Override
    public void close() {
        parameters.close();
    }
}
