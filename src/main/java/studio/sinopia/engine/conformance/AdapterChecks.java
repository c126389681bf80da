package studio.sinopia.engine.conformance;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.adapter.ControlNetModel;
import studio.sinopia.engine.adapter.ControlNetXS;
import studio.sinopia.engine.adapter.T2IAdapter;
import studio.sinopia.engine.tensor.TensorScope;
import studio.sinopia.engine.tensor.Torch;
import studio.sinopia.engine.unet.Residuals;
import studio.sinopia.engine.unet.TextContext;
import studio.sinopia.engine.unet.UNet2DConditionModel;
import studio.sinopia.engine.unet.UNetCall;
import studio.sinopia.engine.unet.UNetTaps;
import studio.sinopia.engine.weights.ModelFolder;
import studio.sinopia.engine.weights.ModelPart;
import studio.sinopia.engine.weights.Pipeline;

/** Checks of the networks beside the U-Net: ControlNet, ControlNet-XS, T2I-Adapter. */
public final class AdapterChecks {

    private static final double CONTROL_SCALE = 0.8; // at which control.down and control.mid were recorded

    private static final double XS_STRENGTH = 0.9; // at which controlnet_xs was recorded

    private AdapterChecks() {}

    /** All of them. */
    public static List<Check> all() {
        return List.of(AdapterChecks::controlNet, AdapterChecks::controlNetXS, AdapterChecks::t2iAdapter);
    }

    private static void controlNet(Torch torch, Recorded recorded) throws StudioException {
        Pipeline pipeline = recorded.pipeline();
        if (!recorded.has("control.hint") || !pipeline.has("controlnet")) {
            return;
        }
        NDManager manager = torch.manager();
        try (var scope = new TensorScope(manager);
                ControlNetModel control = ControlNetModel.load(torch, pipeline.part("controlnet"));
                UNet2DConditionModel unet = UNet2DConditionModel.load(torch, pipeline.part("unet"))) {
            NDArray text = recorded.input("unet.context", manager);
            try (TextContext controlWords = control.context(text);
                    TextContext words = unet.context(text)) {
                UNetCall call = NetworkChecks.call(manager, recorded, controlWords);
                NDArray hint = control.embed(recorded.input("control.hint", manager));
                Residuals residuals = control.residuals(call, hint);
                Residuals scaled = residuals.times(CONTROL_SCALE);
                compare(recorded, "control.", scaled);
                compare(
                        recorded,
                        "control.guess.",
                        residuals.times(Residuals.guessFactors(residuals.down().size())));
                NDArray out = unet.predict(call.with(words).with(scaled));
                recorded.compare("control.unet.out", out, NetworkChecks.TOLERANCE);
            }
        }
    }

    private static void compare(Recorded recorded, String prefix, Residuals residuals) {
        for (int i = 0; i < residuals.down().size(); i++) {
            recorded.compare(prefix + "down." + i, residuals.down().get(i), NetworkChecks.TOLERANCE);
        }
        recorded.compare(prefix + "mid", residuals.mid(), NetworkChecks.TOLERANCE);
    }

    private static boolean isA(Recorded recorded, String kind) throws StudioException {
        return recorded.config().isPresent()
                && kind.equals(recorded.config().get().text("_class_name", ""));
    }

    /** The adapter works inside the U-Net of the folder beside it whose widths it names. */
    private static void controlNetXS(Torch torch, Recorded recorded) throws StudioException {
        if (!isA(recorded, "ControlNetXSAdapter")) {
            return;
        }
        ModelPart part = ModelPart.open(recorded.folder());
        Optional<Path> beside = BaseFolder.fitting(part.config(), recorded);
        if (beside.isEmpty()) {
            return;
        }
        NDManager manager = torch.manager();
        ModelPart basePart = ModelFolder.open(beside.get()).part("unet");
        try (var scope = new TensorScope(manager);
                Recorded told = Recorded.open(beside.get());
                UNet2DConditionModel base = UNet2DConditionModel.load(torch, basePart);
                ControlNetXS control = ControlNetXS.load(torch, base, part)) {
            NDArray text = recorded.input("context", manager);
            try (TextContext words = base.context(text);
                    TextContext branchWords = control.context(text)) {
                NDArray sample = recorded.input("sample", manager);
                var call = new UNetCall(
                        sample,
                        recorded.timesteps("timestep"),
                        words,
                        NetworkChecks.added(manager, told, sample.getShape().get(0)),
                        Optional.empty(),
                        List.of(),
                        OptionalDouble.empty(),
                        UNetTaps.NONE);
                NDArray hint = control.embed(recorded.input("hint", manager));
                recorded.compare("off", base.predict(call), NetworkChecks.TOLERANCE);
                recorded.compare("out", control.predict(call, branchWords, hint, XS_STRENGTH), NetworkChecks.TOLERANCE);
            }
        }
    }

    private static void t2iAdapter(Torch torch, Recorded recorded) throws StudioException {
        if (!isA(recorded, "T2IAdapter")) {
            return;
        }
        try (var scope = new TensorScope(torch.manager());
                T2IAdapter adapter = T2IAdapter.load(torch, ModelPart.open(recorded.folder()))) {
            List<NDArray> features = adapter.features(recorded.input("hint", torch.manager()));
            for (int i = 0; i < features.size(); i++) {
                recorded.compare("feature." + i, features.get(i), NetworkChecks.TOLERANCE);
            }
        }
    }
}
