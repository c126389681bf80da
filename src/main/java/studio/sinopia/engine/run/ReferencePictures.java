package studio.sinopia.engine.run;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import studio.sinopia.control.Control;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Raster;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.adapter.ClipVisionModel;
import studio.sinopia.engine.adapter.IpAdapter;
import studio.sinopia.engine.checkpoint.ReferenceLayout;
import studio.sinopia.engine.nn.KeptWeights;
import studio.sinopia.engine.steer.ImagePrompt;
import studio.sinopia.engine.tensor.Arithmetic;
import studio.sinopia.engine.tensor.Convolutions;
import studio.sinopia.engine.tensor.TensorScope;
import studio.sinopia.engine.tensor.Torch;
import studio.sinopia.engine.tensor.Winograd;
import studio.sinopia.engine.unet.CrossAttentions;
import studio.sinopia.engine.unet.UNetConfig;
import studio.sinopia.engine.weights.ModelConfig;
import studio.sinopia.engine.weights.ModelPart;

/**
 * The IP-Adapters of a loaded model, and what they say of the pictures seen last. The encoder that looks at a picture is read for
 * that alone and let go at once, because it is larger than many a U-Net.
 */
final class ReferencePictures implements AutoCloseable {

    private static final int MOST_SEEN = 4;
    private static final String ENCODER = "image_encoder"; // where adapters are published, it lies beside them

    private final Torch torch;
    private final UNetConfig unet;
    private final Map<String, IpAdapter> adapters = new HashMap<>();
    private final Map<Look, Told> seen = new LinkedHashMap<>();

    /** What tokens depend on. */
    private record Look(Raster picture, String adapter, Path encoder) {}

    /** Tokens of a picture and of nothing, [2, tokens, width of the text], outside of libtorch. */
    private static final class Told {

        private final float[] numbers;
        private final Shape shape;

        Told(NDArray tokens) {
            numbers = tokens.toFloatArray();
            shape = tokens.getShape();
        }

        NDArray tokens(NDManager owner) {
            return owner.create(numbers, shape);
        }
    }

    ReferencePictures(Torch torch, UNetConfig unet) {
        this.torch = torch;
        this.unet = unet;
    }

    /** Refuses what does not fit the model or each other, from headers alone. */
    static void check(Control.Reference reference, ModelDescription model) throws StudioException {
        ModelPart adapter = ReferenceLayout.adapter(Path.of(reference.adapter()));
        ModelConfig config = adapter.config();
        List<Integer> theirs = ReferenceLayout.widths(adapter);
        List<Integer> ours = CrossAttentions.of(model.unet()).stream()
                .map(CrossAttentions.Place::width)
                .toList();
        int text = config.integer("text_width");
        if (text != model.unet().textWidth() || !theirs.equals(ours)) {
            throw new StudioException(new Problem(
                    "The IP-Adapter speaks to %d attentions with text vectors of %d, the model has %d with %d."
                            .formatted(
                                    theirs.size(),
                                    text,
                                    ours.size(),
                                    model.unet().textWidth()),
                    reference.adapter(),
                    "Choose an IP-Adapter that was made for this model's family."));
        }
        ModelConfig encoder = ReferenceLayout.encoder(encoder(reference)).config();
        boolean whole = config.text("kind", "").equals("PLAIN");
        int gives = whole ? encoder.integer("projection_dim", 512) : encoder.integer("hidden_size", 768);
        int wants = config.integer("picture_width");
        if (gives != wants) {
            throw new StudioException(new Problem(
                    "The IP-Adapter reads %d numbers of %s, the image encoder gives %d."
                            .formatted(wants, whole ? "a picture" : "a patch", gives),
                    encoder(reference).toString(),
                    "Name the image encoder that the adapter was published with (--image-encoder)."));
        }
    }

    /** The encoder that is named, or the folder beside the adapter. */
    private static Path encoder(Control.Reference reference) throws StudioException {
        if (reference.encoder().isPresent()) {
            return Path.of(reference.encoder().get());
        }
        Path beside = Path.of(reference.adapter()).toAbsolutePath().resolveSibling(ENCODER);
        if (!beside.resolve("config.json").toFile().isFile()) {
            throw new StudioException(new Problem(
                    "An IP-Adapter needs the image encoder that it was trained with, and there is none beside it.",
                    beside.toString(),
                    "Name it with --image-encoder: a folder, or one .safetensors file."));
        }
        return beside;
    }

    /** What the adapter's weights take in memory. */
    static long adapterBytes(Control.Reference reference) throws StudioException {
        return bytes(ReferenceLayout.adapter(Path.of(reference.adapter())));
    }

    /** What the encoder's weights take while it looks. */
    static long encoderBytes(Control.Reference reference) throws StudioException {
        return bytes(ReferenceLayout.encoder(encoder(reference)));
    }

    private static long bytes(ModelPart part) throws StudioException {
        return part.entries().stream()
                .mapToLong(entry -> KeptWeights.bytes(
                        entry, Winograd.Use.ON_LATENTS, Device.cpu(), Convolutions.SMALL, Arithmetic.FLOAT32))
                .sum();
    }

    /** The method that lets a picture be heard; what it makes belongs to the open scope. */
    ImagePrompt prompt(Control.Reference reference, Consumer<String> loading) throws StudioException {
        IpAdapter adapter = adapters.get(reference.adapter());
        if (adapter == null) {
            loading.accept("IP-Adapter");
            adapter = IpAdapter.load(torch, unet, ReferenceLayout.adapter(Path.of(reference.adapter())));
            adapters.put(reference.adapter(), adapter);
        }
        var look = new Look(reference.picture(), reference.adapter(), encoder(reference));
        Told told = seen.remove(look);
        if (told == null) {
            loading.accept("image encoder");
            told = look(look, adapter);
        }
        seen.put(look, told); // the last one is the youngest
        if (seen.size() > MOST_SEEN) {
            seen.remove(seen.keySet().iterator().next());
        }
        try (NDArray tokens = told.tokens(torch.manager())) {
            return new ImagePrompt(adapter, tokens);
        }
    }

    private Told look(Look look, IpAdapter adapter) throws StudioException {
        NDManager owner = torch.manager();
        try (ClipVisionModel encoder = ClipVisionModel.load(torch, ReferenceLayout.encoder(look.encoder()));
                var scope = new TensorScope(owner)) {
            NDArray picture = encoder.prepared(owner, look.picture());
            NDArray tokens = adapter.tokens(encoder.see(picture));
            NDArray silence = adapter.silence(encoder.see(picture.zerosLike()));
            return new Told(NDArrays.concat(new NDList(tokens, silence), 0));
        }
    }

    @Override
    public void close() {
        seen.clear();
        adapters.values().forEach(IpAdapter::close);
        adapters.clear();
    }
}
