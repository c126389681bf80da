package studio.sinopia.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.recipe.Sampling;

class ModelOffersTest {

    @TempDir
    private Path folder;

    @Test
    void controlsAreThoseThatLieInTheFolder() throws Exception {
        Path model = Files.createDirectories(folder.resolve("storybook"));
        Files.writeString(Files.createDirectories(model.resolve("unet")).resolve("config.json"), "{}");
        Files.writeString(
                Files.createDirectories(model.resolve("controlnet/lineart")).resolve("config.json"), "{}");
        Files.writeString(
                Files.createDirectories(model.resolve("controlnet/pose")).resolve("config.json"), "{}");
        ModelOffer offer = ModelOffers.shipped(model);
        assertThat(offer.controls()).containsExactlyInAnyOrder(ConditionKind.LINEART, ConditionKind.POSE);
        assertThat(offer.title()).isEqualTo("Storybook");
    }

    @Test
    void segmentClassesAreThoseOfTheEditionThatTheIndexNames() throws Exception {
        Path model = Files.createDirectories(folder.resolve("storybook"));
        Files.writeString(Files.createDirectories(model.resolve("unet")).resolve("config.json"), "{}");
        assertThat(ModelOffers.shipped(model).palette().classes()).hasSize(24);
        Files.writeString(model.resolve("model_index.json"), "{\"sinopia_edition\": \"second\"}");
        assertThat(ModelOffers.shipped(model).palette().classes()).hasSize(57);
    }

    @Test
    void aMissingFolderOffersNoControls() {
        assertThat(ModelOffers.shipped(folder.resolve("gone")).controls()).isEmpty();
    }

    @Test
    void theUsualSamplerIsAmongThoseOffered() {
        ModelOffer offer = ModelOffers.shipped(folder);
        assertThat(offer.samplers()).contains(Sampling.STANDARD.sampler());
        assertThat(offer.schedules()).contains("Karras").doesNotContain(Sampling.AUTOMATIC);
    }
}
