package studio.sinopia.engine.conformance;

import ai.djl.ndarray.NDManager;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.patch.PatchFile;
import studio.sinopia.engine.patch.PatchTarget;
import studio.sinopia.engine.patch.PatchedWeights;
import studio.sinopia.engine.tensor.TensorScope;
import studio.sinopia.engine.tensor.Torch;
import studio.sinopia.engine.unet.TextContext;
import studio.sinopia.engine.unet.UNet;
import studio.sinopia.engine.unet.UNet2DConditionModel;
import studio.sinopia.engine.unet.UNetCall;
import studio.sinopia.engine.unet.UNetConfig;
import studio.sinopia.engine.unet.UNetTaps;
import studio.sinopia.engine.weights.ModelFolder;
import studio.sinopia.engine.weights.ModelPart;
import studio.sinopia.engine.weights.StoredWeights;

/** A U-Net patched with {@code kohya_sd15.safetensors} at {@code scale}; network and inputs are those of {@code ../sd15}. */
public final class LowRankCheck implements Check {

    private static final double TOLERANCE = 1e-4;

    @Override
    public void run(Torch torch, Recorded recorded) throws StudioException {
        Path file = recorded.folder().resolve("kohya_sd15.safetensors");
        Path base = recorded.folder().toAbsolutePath().normalize().resolveSibling("sd15");
        if (!Files.isRegularFile(file) || !Files.isDirectory(base)) {
            return;
        }
        ModelPart part = ModelFolder.open(base).part("unet");
        PatchFile patch = PatchFile.open(file);
        try (StoredWeights weights = part.weights(torch.manager());
                UNet unet = UNet2DConditionModel.build(
                        torch,
                        UNetConfig.read(part.config()),
                        new PatchedWeights(weights, patch, PatchTarget.UNET, recorded.numbers("scale")[0]));
                Recorded inputs = Recorded.open(base)) {
            try (NDManager own = torch.manager().newSubManager();
                    var scope = new TensorScope(own);
                    TextContext context = unet.context(inputs.input("unet.context", own))) {
                var call = new UNetCall(
                        inputs.input("unet.sample", own),
                        inputs.timesteps("unet.timestep"),
                        context,
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        OptionalDouble.empty(),
                        UNetTaps.NONE);
                recorded.compare("unet.out", scope.keep(unet.predict(call)), TOLERANCE);
            }
        } finally {
            patch.close();
        }
    }
}
