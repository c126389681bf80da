package studio.sinopia.engine.nn;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.tensor.Kernels;
import studio.sinopia.engine.tensor.TensorList;
import studio.sinopia.engine.weights.ModelConfig;

/**
 * The layers of which both towers of CLIP are made, for text and for pictures (Radford et al. 2021): attention and a
 * perceptron, each after a norm and added to what came in.
 */
public final class ClipTransformer {

    private final Kernels kernels;
    private final Settings settings;
    private final boolean causal;
    private final List<TensorList> layers;

    /**
     * What a configuration says of the layers.
     *
     * @param width of the states
     * @param inner width inside the perceptron
     * @param quick whether its GELU is the quick one
     */
    public record Settings(int width, int inner, int heads, int layers, double epsilon, boolean quick) {

        /**
         * Reads a configuration; the numbers are what holds where it says nothing.
         *
         * @throws StudioException if it asks for something unknown
         */
        public static Settings read(ModelConfig config, int width, int inner, int heads) throws StudioException {
            config.require("hidden_act", "null", "quick_gelu", "gelu");
            var settings = new Settings(
                    config.integer("hidden_size", width),
                    config.integer("intermediate_size", inner),
                    config.integer("num_attention_heads", heads),
                    config.integer("num_hidden_layers", 12),
                    config.number("layer_norm_eps", 1e-5),
                    "quick_gelu".equals(config.text("hidden_act", "quick_gelu")));
            if (settings.heads < 1 || settings.width % settings.heads != 0) {
                throw config.wrong("num_attention_heads", "a number that divides hidden_size");
            }
            if (settings.layers < 2 || settings.layers > 256) {
                throw config.wrong("num_hidden_layers", "between 2 and 256");
            }
            return settings;
        }
    }

    /**
     * @param root before {@code encoder.layers} in the names of the weights, {@code text_model.} for example
     * @param causal whether each place sees only those before it, as words do
     */
    public ClipTransformer(Parameters parameters, String root, Settings settings, boolean causal)
            throws StudioException {
        this.kernels = parameters.kernels();
        this.settings = settings;
        this.causal = causal;
        int width = settings.width();
        List<TensorList> list = new ArrayList<>();
        for (int i = 0; i < settings.layers(); i++) {
            list.add(parameters
                    .layer(root + "encoder.layers." + i)
                    .norm("layer_norm1", width)
                    .joined(width, width, "self_attn.q_proj", "self_attn.k_proj", "self_attn.v_proj")
                    .linear("self_attn.out_proj", width, width)
                    .norm("layer_norm2", width)
                    .linear("mlp.fc1", settings.inner(), width)
                    .linear("mlp.fc2", width, settings.inner())
                    .done());
        }
        this.layers = List.copyOf(list);
    }

    /**
     * @param x [rows, places, width]
     * @return {@code x} and what each layer makes of it, the last one last, all of that shape
     */
    public List<NDArray> states(NDArray x) {
        List<NDArray> states = new ArrayList<>();
        states.add(x);
        for (TensorList layer : layers) {
            states.add(kernels.call(
                    "clip_layer",
                    states.getLast(),
                    layer,
                    settings.heads(),
                    settings.epsilon(),
                    settings.quick(),
                    causal));
        }
        return states;
    }
}
