package studio.sinopia.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import studio.sinopia.core.ProgramFolder;
import studio.sinopia.engine.tensor.Arithmetic;
import studio.sinopia.engine.tensor.Convolutions;
import studio.sinopia.engine.tensor.Torch;
import studio.sinopia.engine.unet.UNet2DConditionModel;
import studio.sinopia.engine.weights.ModelFolder;
import studio.sinopia.recipe.Precision;

class ModelDescriptionTest {

    @Test
    @Tag("model")
    void theShippedNetworkTakesWhatItsHeaderForecasts() throws Exception {
        ModelDescription description = ModelDescription.read(shipped(), Precision.AUTO);
        try (var torch = Torch.open();
                var unet =
                        UNet2DConditionModel.load(torch, description.pipeline().part(ModelDescription.UNET))) {
            assertEquals(unet.bytes(), description.weightBytes().get(ModelDescription.UNET));
        }
    }

    @Test
    @Tag("model")
    void aMachineThatIsSmallForTheModelKeepsItsConvolutionsSmall() throws Exception {
        ModelFolder folder = ModelFolder.open(shipped());
        ModelWeights fast = ModelWeights.read(folder, Arithmetic.FLOAT32, 1L << 40);
        assertEquals(Convolutions.FAST, fast.convolutions());
        long base = withoutControls(fast);
        assertEquals(
                Convolutions.FAST,
                ModelWeights.read(folder, Arithmetic.FLOAT32, 2 * base).convolutions());
        ModelWeights small = ModelWeights.read(folder, Arithmetic.FLOAT32, 2 * base - 2);
        assertEquals(Convolutions.SMALL, small.convolutions());
        assertTrue(withoutControls(small) < base);
    }

    private static long withoutControls(ModelWeights weights) {
        return weights.bytes().entrySet().stream()
                .filter(part -> !part.getKey().startsWith("controlnet/"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static Path shipped() {
        Path folder = ProgramFolder.find().shippedModel();
        Assumptions.assumeTrue(Files.isDirectory(folder), "no model is at hand");
        return folder;
    }
}
