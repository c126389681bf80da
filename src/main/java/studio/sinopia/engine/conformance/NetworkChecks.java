package studio.sinopia.engine.conformance;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.tensor.TensorScope;
import studio.sinopia.engine.tensor.Torch;
import studio.sinopia.engine.text.ClipTextModel;
import studio.sinopia.engine.text.TextStates;
import studio.sinopia.engine.unet.AddedConditions;
import studio.sinopia.engine.unet.TextContext;
import studio.sinopia.engine.unet.UNet2DConditionModel;
import studio.sinopia.engine.unet.UNetCall;
import studio.sinopia.engine.unet.UNetTaps;
import studio.sinopia.engine.vae.Autoencoder;
import studio.sinopia.engine.vae.Autoencoders;
import studio.sinopia.engine.vae.Moments;
import studio.sinopia.engine.weights.ModelPart;
import studio.sinopia.engine.weights.Pipeline;

/** Checks of single networks: text encoders, U-Net, autoencoders. */
public final class NetworkChecks {

    /** Largest absolute difference of a whole network in 32-bit floats; values are of the order of 1. */
    static final double TOLERANCE = 1e-4;

    private static final String TIME_IDS = "unet.time_ids";
    private static final float[] USUAL_TIME_IDS = {64, 64, 0, 0, 64, 64}; // where none were recorded

    private NetworkChecks() {}

    /** All of them. */
    public static List<Check> all() {
        return List.of(
                NetworkChecks::text, NetworkChecks::unet, NetworkChecks::autoencoder, NetworkChecks::singleAutoencoder);
    }

    private static void text(Torch torch, Recorded recorded) throws StudioException {
        Pipeline pipeline = recorded.pipeline();
        if (!recorded.has("text.input_ids")) {
            return;
        }
        int[][] ids = recorded.ids("text.input_ids");
        if (pipeline.has("text_encoder")) {
            text(torch, recorded, pipeline.part("text_encoder"), ids, "text");
        }
        if (pipeline.has("text_encoder_2")) {
            text(torch, recorded, pipeline.part("text_encoder_2"), ids, "text2");
        }
    }

    private static void text(Torch torch, Recorded recorded, ModelPart part, int[][] ids, String name)
            throws StudioException {
        try (var scope = new TensorScope(torch.manager());
                ClipTextModel model = ClipTextModel.load(torch, part)) {
            TextStates states = model.encode(ids);
            recorded.compare(name + ".last_hidden_state", states.last(), TOLERANCE);
            recorded.compare(name + ".hidden_minus_2", states.hiddenMinus2(), TOLERANCE);
            recorded.compare(name + ".penultimate_normed", states.penultimateNormed(), TOLERANCE);
            recorded.compare(name + ".pooled", states.pooled().orElseThrow(), TOLERANCE);
        }
    }

    private static void unet(Torch torch, Recorded recorded) throws StudioException {
        Pipeline pipeline = recorded.pipeline();
        if (!recorded.has("unet.out") || !recorded.has("unet.sample") || !pipeline.has("unet")) {
            return;
        }
        try (var scope = new TensorScope(torch.manager());
                UNet2DConditionModel unet = UNet2DConditionModel.load(torch, pipeline.part("unet"));
                TextContext context = unet.context(recorded.input("unet.context", torch.manager()))) {
            recorded.compare("unet.out", unet.predict(call(torch.manager(), recorded, context)), TOLERANCE);
        }
    }

    /** The recorded question to the U-Net. */
    static UNetCall call(NDManager manager, Recorded recorded, TextContext context) {
        NDArray sample = recorded.input("unet.sample", manager);
        return new UNetCall(
                sample,
                recorded.timesteps("unet.timestep"),
                context,
                added(manager, recorded, sample.getShape().get(0)),
                Optional.empty(),
                List.of(),
                OptionalDouble.empty(),
                UNetTaps.NONE);
    }

    /** SDXL's conditions as they were recorded, where they were. */
    static Optional<AddedConditions> added(NDManager manager, Recorded recorded, long rows) {
        if (!recorded.has("text2.pooled")) {
            return Optional.empty();
        }
        if (recorded.has(TIME_IDS)) {
            return Optional.of(
                    new AddedConditions(recorded.input("text2.pooled", manager), recorded.input(TIME_IDS, manager)));
        }
        NDArray row = manager.create(USUAL_TIME_IDS, new Shape(1, USUAL_TIME_IDS.length));
        NDArray ids = NDArrays.concat(new NDList(Collections.nCopies(Math.toIntExact(rows), row)), 0);
        return Optional.of(new AddedConditions(recorded.input("text2.pooled", manager), ids));
    }

    private static void autoencoder(Torch torch, Recorded recorded) throws StudioException {
        Pipeline pipeline = recorded.pipeline();
        if (recorded.has("vae.latent") && pipeline.has("vae")) {
            autoencoder(torch, recorded, pipeline.part("vae"), "vae.");
        }
    }

    private static void singleAutoencoder(Torch torch, Recorded recorded) throws StudioException {
        Optional<String> kind =
                recorded.config().isPresent() ? recorded.config().get().text("_class_name") : Optional.empty();
        if (kind.isPresent() && kind.get().startsWith("Autoencoder") && recorded.has("latent")) {
            autoencoder(torch, recorded, ModelPart.open(recorded.folder()), "");
        }
    }

    private static void autoencoder(Torch torch, Recorded recorded, ModelPart part, String prefix)
            throws StudioException {
        NDManager manager = torch.manager();
        try (var scope = new TensorScope(manager);
                Autoencoder model = Autoencoders.load(torch, part)) {
            if (recorded.has(prefix + "image")) {
                Moments moments = model.moments(recorded.input(prefix + "image", manager));
                moments.logVariance().ifPresent(v -> recorded.compare(prefix + "logvar", v, TOLERANCE));
                String name = recorded.has(prefix + "mean") ? "mean" : "latent"; // a certain encoder has no mean
                recorded.compare(prefix + name, moments.mean(), TOLERANCE);
            }
            NDArray decoded = model.decodeOwn(recorded.input(prefix + "latent", manager));
            recorded.compare(prefix + "decoded", decoded, TOLERANCE);
        }
    }
}
