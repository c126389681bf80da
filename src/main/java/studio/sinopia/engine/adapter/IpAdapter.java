package studio.sinopia.engine.adapter;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.nn.Parameters;
import studio.sinopia.engine.tensor.Arithmetic;
import studio.sinopia.engine.tensor.Kernels;
import studio.sinopia.engine.tensor.TensorList;
import studio.sinopia.engine.tensor.Torch;
import studio.sinopia.engine.unet.AttentionPoint;
import studio.sinopia.engine.unet.CrossAttentions;
import studio.sinopia.engine.unet.UNetConfig;
import studio.sinopia.engine.weights.ModelConfig;
import studio.sinopia.engine.weights.ModelPart;
import studio.sinopia.engine.weights.StoredWeights;
import studio.sinopia.engine.weights.Weights;

/**
 * IP-Adapter (Ye et al. 2023): makes a few tokens of what CLIP sees in a picture, and gives every cross-attention of the U-Net keys
 * and values of them. The plain kind reads the picture as a whole, the plus kind its patches.
 */
public final class IpAdapter implements AutoCloseable {

    private static final double EPSILON = 1e-5;

    /** How a picture becomes tokens. */
    public enum Kind {
        /** One projection of the picture's embedding. */
        PLAIN,
        /** A few learned latents that ask the patches. */
        PLUS,
        /** Every patch, through two projections. */
        FULL
    }

    private final Parameters parameters;
    private final Kernels kernels;
    private final Kind kind;
    private final int tokens;
    private final int textWidth;
    private final int heads;
    private final TensorList entry;
    private final List<TensorList> layers;
    private final TensorList exit;
    private final Map<AttentionPoint, TensorList> pairs = new LinkedHashMap<>();

    private IpAdapter(Parameters parameters, UNetConfig unet, ModelConfig config) throws StudioException {
        this.parameters = parameters;
        this.kernels = parameters.kernels();
        this.kind = Kind.valueOf(config.text("kind", ""));
        this.tokens = config.integer("tokens", 4);
        this.textWidth = config.integer("text_width");
        this.heads = config.integer("heads", 1);
        long width = config.integer("picture_width");
        Parameters.Layer first = parameters.layer("image_proj");
        List<TensorList> between = new ArrayList<>();
        switch (kind) {
            case PLAIN -> {
                this.entry =
                        first.linear("proj", (long) tokens * textWidth, width).done();
                this.exit =
                        parameters.layer("image_proj").norm("norm", textWidth).done();
            }
            case FULL -> {
                this.entry = first.linear("proj.0", width, width)
                        .linear("proj.2", textWidth, width)
                        .done();
                this.exit =
                        parameters.layer("image_proj").norm("proj.3", textWidth).done();
            }
            case PLUS -> {
                long inner = config.integer("inner_width");
                this.entry = first.tensor("latents", 1, tokens, inner)
                        .linear("proj_in", inner, width)
                        .done();
                for (int i = 0; i < config.integer("layers"); i++) {
                    between.add(resampler("image_proj.layers." + i + ".", inner));
                }
                this.exit = parameters
                        .layer("image_proj")
                        .linear("proj_out", textWidth, inner)
                        .norm("norm_out", textWidth)
                        .done();
            }
            default -> throw new IllegalStateException(kind.name());
        }
        this.layers = List.copyOf(between);
        int number = 1; // self-attentions, which have none, are counted too
        for (CrossAttentions.Place place : CrossAttentions.of(unet)) {
            pairs.put(
                    place.point(),
                    parameters
                            .layer("ip_adapter." + number)
                            .linearWithoutBias("to_k_ip", place.width(), textWidth)
                            .linearWithoutBias("to_v_ip", place.width(), textWidth)
                            .done());
            number += 2;
        }
    }

    private TensorList resampler(String key, long inner) throws StudioException {
        long asked = 64L * heads; // heads are of 64 whatever the width
        return parameters
                .layer("")
                .norm(key + "0.norm1", inner)
                .norm(key + "0.norm2", inner)
                .linearWithoutBias(key + "0.to_q", asked, inner)
                .linearWithoutBias(key + "0.to_kv", 2 * asked, inner)
                .linearWithoutBias(key + "0.to_out", inner, asked)
                .norm(key + "1.0", inner)
                .linearWithoutBias(key + "1.1", 4 * inner, inner)
                .linearWithoutBias(key + "1.3", inner, 4 * inner)
                .done();
    }

    public static IpAdapter load(Torch torch, UNetConfig unet, ModelPart part) throws StudioException {
        try (StoredWeights weights = part.weights(torch.manager())) {
            return build(torch, unet, part.config(), weights);
        }
    }

    /**
     * @param unet the network whose attentions it speaks to
     * @throws StudioException if the weights do not fit it
     */
    public static IpAdapter build(Torch torch, UNetConfig unet, ModelConfig config, Weights weights)
            throws StudioException {
        return Parameters.build(
                torch.with(Arithmetic.FLOAT32).kernels(),
                weights,
                parameters -> new IpAdapter(parameters, unet, config));
    }

    /**
     * What is told of a picture.
     *
     * @return [rows, tokens, width of the text]
     */
    public NDArray tokens(ClipVisionModel.Seen seen) {
        return switch (kind) {
            case PLAIN -> plain(seen.embedding());
            case PLUS -> plus(seen.patches());
            case FULL ->
                kernels.call("layer_norm", kernels.call("linear_gelu_linear", seen.patches(), entry), exit, EPSILON);
        };
    }

    /**
     * What is told where nothing shall be said, as {@link #tokens}.
     *
     * @param black what CLIP sees in a picture of zeros, of which the plain kind needs the shape alone
     */
    public NDArray silence(ClipVisionModel.Seen black) {
        return kind == Kind.PLAIN ? plain(black.embedding().zerosLike()) : tokens(black);
    }

    private NDArray plain(NDArray embedding) {
        NDArray said = kernels.call("linear", embedding, entry); // [rows, tokens * width]
        return kernels.call(
                "layer_norm", said.reshape(new Shape(embedding.getShape().get(0), tokens, textWidth)), exit, EPSILON);
    }

    private NDArray plus(NDArray patches) {
        NDArray seen = kernels.call("project_in", patches, entry); // [rows, 1 + patches, inner]
        NDArray x = kernels.call("spread", patches, entry); // [rows, tokens, inner]
        for (TensorList layer : layers) {
            x = kernels.call("resample", x, seen, layer, heads);
        }
        return kernels.call("project_out", x, exit);
    }

    /** The places that hear the picture. */
    public Iterable<AttentionPoint> places() {
        return pairs.keySet();
    }

    /** Keys of tokens at a place, [rows, tokens, width there]. */
    public NDArray keys(AttentionPoint place, NDArray told) {
        return kernels.call("linear_at", told, weights(place), 0);
    }

    /** Values of tokens at a place, as {@link #keys}. */
    public NDArray values(AttentionPoint place, NDArray told) {
        return kernels.call("linear_at", told, weights(place), 1);
    }

    private TensorList weights(AttentionPoint place) {
        return Objects.requireNonNull(pairs.get(place), place::toString);
    }

    /** What its weights take in memory. */
    public long bytes() {
        return parameters.bytes();
    }

    @Override
    public void close() {
        parameters.close();
    }
}
