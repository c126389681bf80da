package studio.sinopia.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.WeightPatch;

class NamedFilesTest {

    @TempDir
    Path models;

    @BeforeEach
    void fill() throws IOException {
        for (String file :
                List.of("loras/Ink.safetensors", "styles/wash.safetensors", "embeddings/bad-hand.safetensors")) {
            Path path = models.resolve(file);
            Files.createDirectories(path.getParent());
            Files.createFile(path);
        }
    }

    private Recipe resolved(String prompt, String negative) throws StudioException {
        Recipe recipe = Recipe.of(prompt, new Size(64, 64), 1).withNegative(negative);
        return new NamedFiles(new PatchShelf(List.of(models))).resolve(recipe);
    }

    private WeightPatch patch(String file, double weight, double text) {
        return new WeightPatch(models.resolve(file).toString(), weight, text);
    }

    @Test
    void tagsAreTakenOutAndBecomePatches() throws Exception {
        Recipe recipe = resolved("a house, <lora:ink:0.8> in the snow <lora:styles/wash:0.5:0>", "<lora:wash:-1>rain");
        assertEquals("a house, in the snow", recipe.prompt());
        assertEquals("rain", recipe.negative());
        assertEquals(
                List.of(
                        patch("loras/Ink.safetensors", 0.8, 0.8),
                        patch("styles/wash.safetensors", 0, 0.5),
                        patch("styles/wash.safetensors", -1, -1)),
                recipe.patches());
        assertEquals(recipe, new NamedFiles(new PatchShelf(List.of(models))).resolve(recipe));
    }

    @Test
    void embeddingsStayInThePromptAndAreListedOnce() throws Exception {
        List<WeightPatch> found = List.of(patch("embeddings/bad-hand.safetensors", 1, 1));
        assertEquals(
                found, resolved("a house", "ugly, (Bad-Hand:1.2), bad-hand").patches());
        assertEquals(found, resolved("embedding:bad-hand", "").patches());
        assertEquals(List.of(), resolved("a bad-hands", "xbad-hand").patches());
        assertEquals("embedding:bad-hand", resolved("embedding:bad-hand", "").prompt());
    }

    @Test
    void aNameThatIsNotThereIsRefusedWithWhatIs() {
        var refused = assertThrows(StudioException.class, () -> resolved("<lora:inc:1>", ""));
        assertThat(refused.problem().what()).contains("'inc'");
        assertThat(refused.problem().remedy()).contains("Ink").contains("wash");
    }
}
