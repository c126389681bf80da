package studio.sinopia.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import studio.sinopia.core.ProgramFolder;
import studio.sinopia.engine.tensor.Torch;
import studio.sinopia.engine.unet.UNet2DConditionModel;

class ModelDescriptionTest {

    @Test
    @Tag("model")
    void theShippedNetworkTakesWhatItsHeaderForecasts() throws Exception {
        Path folder = ProgramFolder.find().shippedModel();
        Assumptions.assumeTrue(Files.isDirectory(folder), "no model is at hand");
        ModelDescription description = ModelDescription.read(folder);
        try (var torch = Torch.open();
                var unet = UNet2DConditionModel.load(torch, description.folder().part(ModelDescription.UNET))) {
            assertEquals(unet.bytes(), description.weightBytes().get(ModelDescription.UNET));
        }
    }
}
