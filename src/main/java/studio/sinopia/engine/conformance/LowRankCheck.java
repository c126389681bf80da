package studio.sinopia.engine.conformance;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.sinopia.core.AtomicFile;
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
import studio.sinopia.engine.weights.ModelFolder;
import studio.sinopia.engine.weights.ModelPart;
import studio.sinopia.engine.weights.StoredWeights;

/**
 * A U-Net patched with a LoRA file at {@code scale}. The network and its inputs are those of the folder beside this one whose name
 * stands in the file's, as {@code sd15} in {@code kohya_sd15.safetensors}.
 */
public final class LowRankCheck implements Check {

    private static final double TOLERANCE = 1e-4;
    private static final String SCALE = "scale";

    @Override
    public void run(Torch torch, Recorded recorded) throws StudioException {
        if (!recorded.has(SCALE)
                || !recorded.has("unet.out")
                || recorded.pipeline().has("unet")) {
            return;
        }
        for (Path file : patches(recorded.folder())) {
            Optional<Path> base = BaseFolder.namedIn(String.valueOf(file.getFileName()), recorded);
            if (base.isPresent()) {
                compare(torch, recorded, file, base.get());
            }
        }
    }

    private static List<Path> patches(Path folder) throws StudioException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> String.valueOf(file.getFileName()).endsWith(".safetensors"))
                    .filter(file -> !file.endsWith(Recorded.EXPECTED))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new StudioException(AtomicFile.problem(folder, e), e);
        }
    }

    private static void compare(Torch torch, Recorded recorded, Path file, Path base) throws StudioException {
        ModelPart part = ModelFolder.open(base).part("unet");
        PatchFile patch = PatchFile.open(file);
        try (StoredWeights weights = part.weights(torch.manager());
                UNet unet = UNet2DConditionModel.build(
                        torch,
                        UNetConfig.read(part.config()),
                        new PatchedWeights(weights, patch, PatchTarget.UNET, recorded.numbers(SCALE)[0]));
                Recorded inputs = Recorded.open(base)) {
            try (NDManager own = torch.manager().newSubManager();
                    var scope = new TensorScope(own);
                    TextContext context = unet.context(inputs.input("unet.context", own))) {
                UNetCall call = NetworkChecks.call(own, inputs, context);
                recorded.compare("unet.out", scope.keep(unet.predict(call)), TOLERANCE);
            }
        } finally {
            patch.close();
        }
    }
}
