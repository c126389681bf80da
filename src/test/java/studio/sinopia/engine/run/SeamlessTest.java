package studio.sinopia.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import studio.sinopia.engine.tensor.Edges;
import studio.sinopia.engine.tensor.NoiseStream;
import studio.sinopia.engine.tensor.OpenTorch;
import studio.sinopia.engine.tensor.Torch;
import studio.sinopia.engine.unet.UNet2DConditionModel;
import studio.sinopia.engine.unet.UNetCall;
import studio.sinopia.engine.vae.Autoencoder;
import studio.sinopia.engine.vae.Autoencoders;
import studio.sinopia.engine.weights.ModelPart;

/** Where edges meet, nothing depends on where a picture was cut: what goes in rolled comes out rolled. */
class SeamlessTest {

    private static final double TOLERANCE = 2e-4;
    private static final int ROLLED = 4; // cells, which every level of the network divides

    @RegisterExtension
    final OpenTorch opened = new OpenTorch();

    @TempDir
    Path folder;

    private final NDManager manager = opened.manager();

    @Test
    void aRolledLatentIsPredictedRolledAlongTheEdgesThatMeet() throws Exception {
        Path model = TinyModel.write(opened.torch(), folder);
        NDArray sample = new NoiseStream(1, 0, 0, "sample").normal(manager, new Shape(1, 4, 16, 12));
        for (Edges edges : Edges.values()) {
            assertEquals(
                    edges == Edges.ACROSS || edges == Edges.BOTH,
                    predictedRolled(model, edges, sample, 3),
                    edges + " across");
            assertEquals(
                    edges == Edges.DOWN || edges == Edges.BOTH,
                    predictedRolled(model, edges, sample, 2),
                    edges + " down");
        }
    }

    private boolean predictedRolled(Path model, Edges edges, NDArray sample, int axis) throws Exception {
        Torch torch = opened.torch().with(edges);
        NDArray text = new NoiseStream(1, 0, 0, "text").normal(manager, new Shape(1, 5, 16));
        try (UNet2DConditionModel unet = UNet2DConditionModel.load(torch, ModelPart.open(model.resolve("unet")));
                var words = unet.context(text)) {
            NDArray plain = unet.predict(UNetCall.of(sample, 500, words));
            NDArray moved = unet.predict(UNetCall.of(rolled(sample, ROLLED, axis), 500, words));
            return rolled(plain, ROLLED, axis).sub(moved).abs().max().getFloat() < TOLERANCE;
        }
    }

    @Test
    void theShippedAutoencoderPaintsNoSeam() throws Exception {
        try (Autoencoder autoencoder = Autoencoders.load(
                opened.torch().with(Edges.BOTH), ModelPart.open(Path.of("assets/models/storybook/vae")))) {
            NDArray latent = new NoiseStream(1, 0, 0, "latent").normal(manager, new Shape(1, 12, 8, 8));
            int pixels = ROLLED * autoencoder.reduction();
            NDArray picture = autoencoder.decode(latent);
            NDArray moved = autoencoder.decode(rolled(rolled(latent, ROLLED, 2), ROLLED, 3));
            assertTrue(rolled(rolled(picture, pixels, 2), pixels, 3)
                            .sub(moved)
                            .abs()
                            .max()
                            .getFloat()
                    < TOLERANCE);
            NDArray again = autoencoder.encode(rolled(picture, pixels, 3));
            assertTrue(rolled(autoencoder.encode(picture), ROLLED, 3)
                            .sub(again)
                            .abs()
                            .max()
                            .getFloat()
                    < 1e-3);
        }
    }

    private static NDArray rolled(NDArray x, int by, int axis) {
        long length = x.getShape().get(axis);
        String before = axis == 2 ? ":, :, " : ":, :, :, ";
        return NDArrays.concat(
                new NDList(x.get(before + (length - by) + ":"), x.get(before + ":" + (length - by))), axis);
    }
}
