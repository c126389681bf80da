package studio.sinopia.engine.run;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import studio.sinopia.control.Control;
import studio.sinopia.control.ControlReach;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.adapter.ControlBranch;
import studio.sinopia.engine.adapter.ControlNetXS;
import studio.sinopia.engine.adapter.T2IAdapter;
import studio.sinopia.engine.patch.PatchTarget;
import studio.sinopia.engine.steer.AdapterFeatures;
import studio.sinopia.engine.steer.ControlResidual;
import studio.sinopia.engine.steer.ControlXsResidual;
import studio.sinopia.engine.steer.ImagePrompt;
import studio.sinopia.engine.steer.LimitedResidual;
import studio.sinopia.engine.steer.ResidualMoment;
import studio.sinopia.engine.steer.Steering;
import studio.sinopia.engine.tensor.Edges;
import studio.sinopia.engine.tensor.Kernels;
import studio.sinopia.engine.tensor.NoiseStream;
import studio.sinopia.engine.tensor.TensorScope;
import studio.sinopia.engine.tensor.Torch;
import studio.sinopia.engine.text.ClipTextModel;
import studio.sinopia.engine.text.ClipTokenizer;
import studio.sinopia.engine.text.EmbeddingFile;
import studio.sinopia.engine.text.ExtendedTable;
import studio.sinopia.engine.text.LearnedWords;
import studio.sinopia.engine.unet.UNet;
import studio.sinopia.engine.unet.UNet2DConditionModel;
import studio.sinopia.engine.unet.UNetConfig;
import studio.sinopia.engine.vae.Autoencoder;
import studio.sinopia.engine.vae.Autoencoders;
import studio.sinopia.engine.vae.LinearPreview;
import studio.sinopia.engine.weights.ModelConfig;
import studio.sinopia.engine.weights.ModelPart;
import studio.sinopia.engine.weights.StoredWeights;
import studio.sinopia.engine.weights.Weights;
import studio.sinopia.recipe.Wording;

/** The networks of one model in memory, kept from run to run. Controls are read when first needed. */
final class LoadedModel implements AutoCloseable {

    private static final int NOISE_CELLS = 16;

    private final Torch torch; // of 32 bits: what reads words and pictures
    private final Torch heavy; // of the numbers in which the U-Net and its controls compute
    private final ModelDescription description;
    private final List<TextTower> words = new ArrayList<>();
    /** By name of the part; one network may read several kinds of map. */
    private final Map<String, AutoCloseable> controls = new HashMap<>();

    private final ReferencePictures references;
    private final UNet2DConditionModel unet;
    private final Autoencoder autoencoder;
    private final LinearPreview preview;

    private LoadedModel(
            Torch torch,
            ModelDescription description,
            Steering patches,
            List<EmbeddingFile> learned,
            Consumer<String> loading)
            throws StudioException {
        this.torch = torch;
        this.heavy = torch.with(description.arithmetic());
        this.description = description;
        loading.accept("text encoder");
        words.add(words(ModelDescription.TEXT_ENCODER, "tokenizer", PatchTarget.TEXT_ENCODER, patches, learned));
        if (description.hasTwoTextEncoders()) {
            words.add(words(
                    ModelDescription.TEXT_ENCODER_2, "tokenizer_2", PatchTarget.TEXT_ENCODER_2, patches, learned));
        }
        loading.accept("U-Net");
        unet = unet(patches);
        loading.accept("autoencoder");
        autoencoder = Autoencoders.load(torch, description.pipeline().part(ModelDescription.VAE));
        preview = firstPreview();
        references = new ReferencePictures(torch, unet.config());
    }

    /** A preview that has seen one decoded picture of noise, so that the first run is not painted grey. */
    private LinearPreview firstPreview() {
        var first = new LinearPreview(description.latentChannels(), description.reduction());
        try (NDManager manager = torch.manager().newSubManager();
                var scope = new TensorScope(manager)) {
            Shape shape = new Shape(1, description.latentChannels(), NOISE_CELLS, NOISE_CELLS);
            NDArray latent = new NoiseStream(0, 0, 0, "preview").normal(manager, shape);
            NDArray picture = scope.keep(autoencoder.decode(latent));
            first.learn(latent, picture);
            picture.close();
        }
        return first;
    }

    /**
     * @param patches may change weights on their way in
     * @param learned words that prompts may use beside the tokenizer's own
     * @param loading hears what is being read
     */
    static LoadedModel load(
            Torch torch,
            ModelDescription description,
            Steering patches,
            List<EmbeddingFile> learned,
            Consumer<String> loading)
            throws StudioException {
        Torch own = description.edges() == Edges.OPEN
                ? torch.with(description.convolutions())
                : torch.with(description.edges());
        return new LoadedModel(own, description, patches, learned, loading);
    }

    private TextTower words(
            String part, String tokenizer, PatchTarget network, Steering patches, List<EmbeddingFile> learned)
            throws StudioException {
        ModelPart found = description.pipeline().part(part);
        try (StoredWeights weights = found.weights(torch.manager())) {
            Optional<Path> files = description.pipeline().tokenizer(tokenizer);
            ClipTokenizer ids = files.isPresent() && ClipTokenizer.isIn(files.get())
                    ? ClipTokenizer.open(files.get())
                    : standard(found.config());
            checkVocabulary(
                    ids.size(),
                    found.config().integer("vocab_size", ids.size()),
                    files.orElse(description.pipeline().path()));
            Weights patched = patches.patch(weights, network);
            if (learned.isEmpty()) {
                return new TextTower(ids, ClipTextModel.build(torch, found.config(), patched));
            }
            int vocabulary = found.config().integer("vocab_size", ids.size());
            var more = new LearnedWords(ids, learned, vocabulary, words.size());
            float[][] vectors = more.vectors();
            ModelConfig larger = found.config()
                    .withIntegers(Map.of("vocab_size", vocabulary + vectors.length, "eos_token_id", ids.end()));
            return new TextTower(more, ClipTextModel.build(torch, larger, new ExtendedTable(patched, vectors)));
        }
    }

    /** CLIP's own words; OpenCLIP's towers, which are known by their exact GELU, saw short texts filled up with zeros. */
    private static ClipTokenizer standard(ModelConfig encoder) throws StudioException {
        return encoder.text("hidden_act", "").equals("gelu")
                ? ClipTokenizer.standardPaddedWithZero()
                : ClipTokenizer.standard();
    }

    /** An id without an embedding would end the engine in the middle of a run. */
    private static void checkVocabulary(int tokenizer, int encoder, Path where) throws StudioException {
        if (tokenizer > encoder) {
            throw new StudioException(
                    new Problem(
                            "The tokenizer gives %d different words, of which the text encoder knows %d."
                                    .formatted(tokenizer, encoder),
                            where.toString(),
                            "Use the model's own vocab.json and merges.txt, in the folder 'tokenizer' of the diffusers layout."));
        }
    }

    private UNet2DConditionModel unet(Steering patches) throws StudioException {
        ModelPart part = description.pipeline().part(ModelDescription.UNET);
        try (StoredWeights weights = part.weights(torch.manager())) {
            return UNet2DConditionModel.build(
                    heavy, UNetConfig.read(part.config()), patches.patch(weights, PatchTarget.UNET));
        }
    }

    ModelDescription description() {
        return description;
    }

    UNet unet() {
        return unet;
    }

    Autoencoder autoencoder() {
        return autoencoder;
    }

    Kernels kernels() {
        return torch.kernels();
    }

    LinearPreview preview() {
        return preview;
    }

    /** The tokenizer and encoder that a single network of words has, or the first of two. */
    TextTower firstTower() {
        return words.getFirst();
    }

    /**
     * The method that obeys a map of a kind; its network is read from disk the first time.
     *
     * @param hint [1, 3, height, width] in pixels, 0 … 1
     */
    ResidualMoment control(Control.Structure structure, NDArray hint, Consumer<String> loading) throws StudioException {
        String kind = structure.map().kind().key();
        String name = structure.network().map(file -> "file " + file).orElseGet(() -> description.controlName(kind));
        AutoCloseable network = controls.get(name);
        if (network == null) {
            loading.accept("control " + kind);
            ModelPart part = ControlNetworks.part(structure, description);
            network = ControlNetworks.load(heavy, part, unet);
            controls.put(name, network);
        }
        ResidualMoment whole =
                switch (network) {
                    case ControlNetXS interleaved -> new ControlXsResidual(interleaved, hint);
                    case T2IAdapter adapter -> new AdapterFeatures(adapter, hint, description.reduction());
                    default -> new ControlResidual((ControlBranch) network, hint, structure.mode());
                };
        ControlReach reach = structure.reach();
        return reach.equals(ControlReach.EVERYWHERE)
                ? whole
                : new LimitedResidual(
                        whole,
                        reach.mask().map(mask -> StartLatent.coarse(mask, description.reduction(), hint.getManager())),
                        reach.falloff(),
                        torch.kernels());
    }

    /** The method that lets a picture be heard; its networks are read from disk the first time. */
    ImagePrompt reference(Control.Reference reference, Consumer<String> loading) throws StudioException {
        return references.prompt(reference, loading);
    }

    /** Bytes of weights in memory. */
    long bytes() {
        return description.weightBytes().entrySet().stream()
                .filter(part -> !part.getKey().startsWith("controlnet/") || controls.containsKey(part.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /**
     * Reads prompts for the network.
     *
     * @param lastLayers 1 = the layer that the network was trained with, 2 = one layer earlier …
     */
    TextReader reader(int lastLayers, Wording.Emphasis emphasis) {
        return new TextReader(words, unet.needsAddedConditions(), lastLayers, emphasis);
    }

    @Override
    public void close() {
        for (AutoCloseable control : controls.values()) {
            close(control);
        }
        references.close();
        words.forEach(w -> w.encoder().close());
        unet.close();
        autoencoder.close();
    }

    private static void close(AutoCloseable control) {
        switch (control) {
            case ControlBranch branch -> branch.close();
            case ControlNetXS interleaved -> interleaved.close();
            case T2IAdapter adapter -> adapter.close();
            default -> throw new IllegalStateException("Not a control: " + control.getClass());
        }
    }
}
