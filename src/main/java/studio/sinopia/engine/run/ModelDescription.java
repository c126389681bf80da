package studio.sinopia.engine.run;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.checkpoint.Pipelines;
import studio.sinopia.engine.sample.TrainedNoise;
import studio.sinopia.engine.tensor.Arithmetic;
import studio.sinopia.engine.tensor.Convolutions;
import studio.sinopia.engine.tensor.Edges;
import studio.sinopia.engine.unet.UNetConfig;
import studio.sinopia.engine.weights.ModelConfig;
import studio.sinopia.engine.weights.ModelPart;
import studio.sinopia.engine.weights.Pipeline;
import studio.sinopia.recipe.Precision;
import studio.sinopia.recipe.Recipe;

/**
 * What a model says of itself, from configurations and file headers alone; no weight is read.
 *
 * @param pipeline where its networks are
 * @param unet the denoising network
 * @param latentChannels of the autoencoder
 * @param reduction pixels of a side that become one cell of the latent
 * @param pictureChannels features that the autoencoder carries at full size
 * @param noise what the network was trained with
 * @param silentWhenEmpty whether an empty negative prompt is told as zeros rather than as a prompt without words
 * @param controlParts the parts that obey maps, by kind of map
 * @param convolutions how they are kept on this machine
 * @param arithmetic numbers in which its network and controls compute
 * @param edges which edges of its pictures meet
 * @param weightBytes what the weights of each part take on the CPU, controls included, by name of the part
 */
public record ModelDescription(
        Pipeline pipeline,
        UNetConfig unet,
        int latentChannels,
        int reduction,
        int pictureChannels,
        TrainedNoise noise,
        boolean silentWhenEmpty,
        SortedMap<String, String> controlParts,
        Convolutions convolutions,
        Arithmetic arithmetic,
        Edges edges,
        Map<String, Long> weightBytes) {

    static final String UNET = "unet";
    static final String VAE = "vae";
    static final String TEXT_ENCODER = "text_encoder";
    static final String TEXT_ENCODER_2 = "text_encoder_2";

    public ModelDescription {
        controlParts = Collections.unmodifiableSortedMap(new TreeMap<>(controlParts));
        weightBytes = Map.copyOf(weightBytes);
    }

    /** @param precision what the recipe asks for */
    public static ModelDescription read(Path path, Precision precision) throws StudioException {
        return read(Pipelines.open(path), precision, Edges.OPEN);
    }

    /** As a recipe wants it: with its own autoencoder, if it names one. */
    static ModelDescription read(Path path, Recipe recipe) throws StudioException {
        Pipeline own = Pipelines.open(path);
        Pipeline pipeline = recipe.vae().isPresent()
                ? OtherAutoencoder.in(own, Path.of(recipe.vae().get()))
                : own;
        return read(pipeline, recipe.precision(), SeamlessEdges.of(recipe));
    }

    /** @param edges which of its pictures meet; pictures without a seam are painted in 32 bits */
    private static ModelDescription read(Pipeline pipeline, Precision precision, Edges edges) throws StudioException {
        ModelConfig scheduler = pipeline.scheduler()
                .orElseThrow(() -> new StudioException(new Problem(
                        "The model does not say with which noise it was trained: there is no scheduler/scheduler_config.json.",
                        pipeline.path().toString(),
                        "Choose a complete model folder.")));
        TrainedNoise noise = TrainedNoise.read(scheduler);
        boolean open = edges == Edges.OPEN;
        Arithmetic arithmetic = open
                ? PrecisionChoice.of(
                        precision, noise.prediction(), pipeline.part(UNET).entries())
                : Arithmetic.FLOAT32;
        ModelWeights weights = ModelWeights.read(pipeline, arithmetic, open ? AvailableMemory.total() : 0);
        ModelConfig vae = pipeline.part(VAE).config();
        int[] blocks =
                vae.integers(vae.has("block_out_channels") ? "block_out_channels" : "decoder_block_out_channels");
        UNetConfig unet = UNetConfig.read(pipeline.part(UNET).config());
        int latentChannels = vae.integer("latent_channels", 4);
        if (blocks.length < 1 || blocks.length > 8) {
            throw vae.wrong("block_out_channels", "a list of 1 to 8 numbers");
        }
        boolean fits = unet.inChannels() == latentChannels || unet.inChannels() == inpainting(latentChannels);
        if (!fits || unet.outChannels() != latentChannels) {
            throw new StudioException(new Problem(
                    "The U-Net takes %d channels and gives %d, but the autoencoder's latents have %d."
                            .formatted(unet.inChannels(), unet.outChannels(), latentChannels),
                    pipeline.path().toString(),
                    "Choose a text-to-image or inpainting model."));
        }
        return new ModelDescription(
                pipeline,
                unet,
                latentChannels,
                1 << (blocks.length - 1),
                blocks[Math.min(1, blocks.length - 1)], // the second level is enlarged before it is narrowed
                noise,
                pipeline.silentWhenEmpty(),
                pipeline.controls(),
                weights.convolutions(),
                arithmetic,
                edges,
                weights.bytes());
    }

    /** Channels of a network that also sees the mask and what the mask leaves of the picture. */
    private static int inpainting(int latentChannels) {
        return 2 * latentChannels + 1;
    }

    /** Whether the network was made for inpainting, and sees the mask and what it leaves of the picture beside the latent. */
    public boolean seesMask() {
        return unet.inChannels() == inpainting(latentChannels);
    }

    /** Whether the network was distilled to take the guidance scale as an input, so that it needs no second row. */
    public boolean readsGuidance() {
        return unet.guidanceWidth().isPresent();
    }

    /** Size of the latent for a picture whose sides {@link #reduction} divides. */
    public Size latent(Size picture) {
        return new Size(picture.width() / reduction, picture.height() / reduction);
    }

    /** Layers of the text encoder with the fewest, without the last where the network never reads it. */
    int textLayers() throws StudioException {
        int fewest = Integer.MAX_VALUE;
        for (String part : List.of(TEXT_ENCODER, TEXT_ENCODER_2)) {
            if (weightBytes.containsKey(part)) {
                fewest = Math.min(fewest, pipeline.part(part).config().integer("num_hidden_layers", 12));
            }
        }
        return unet.added().isPresent() ? fewest - 1 : fewest;
    }

    /** Two text encoders and size conditions, as SDXL has them. */
    public boolean hasTwoTextEncoders() {
        return weightBytes.containsKey(TEXT_ENCODER_2);
    }

    /** Kinds of control that the model brings along, by their keys. */
    public List<String> controls() {
        return List.copyOf(controlParts.keySet());
    }

    /** The network that reads maps of a kind. Nothing is loaded. */
    ModelPart control(String kind) throws StudioException {
        return pipeline.part(controlName(kind));
    }

    /** The name of the part that reads maps of a kind, which must be one of {@link #controls()}. */
    String controlName(String kind) {
        return Objects.requireNonNull(controlParts.get(kind), kind);
    }

    /** Whether a control is a ControlNet-XS, which computes in the network's place. */
    static boolean isInterleaved(ModelPart control) throws StudioException {
        return control.config().text("_class_name", "ControlNetModel").equals("ControlNetXSAdapter");
    }
}
