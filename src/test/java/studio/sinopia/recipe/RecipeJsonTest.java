package studio.sinopia.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;

class RecipeJsonTest {

    @Provide
    Arbitrary<Recipe> recipes() {
        return AnyRecipe.recipes();
    }

    @Property(tries = 200)
    void whatIsWrittenIsReadBack(@ForAll("recipes") Recipe recipe) throws StudioException {
        String text = RecipeJson.write(recipe);
        assertEquals(recipe, RecipeJson.read(text, "test"));
        assertEquals(text, RecipeJson.write(RecipeJson.read(text, "test")), "one recipe, one text");
        assertThat(text).matches("[ -\\x7f]*");
    }

    @Test
    void aSavedRecipeIsLoaded(@TempDir Path folder) throws StudioException {
        Recipe recipe = Recipe.of("ein Häuschen 🏠", new Size(64, 96), Long.MIN_VALUE);
        RecipeJson.save(folder.resolve("a.json"), recipe);
        assertEquals(recipe, RecipeJson.load(folder.resolve("a.json")));
    }

    @Test
    void aPromptAndAVersionAreEnough() throws StudioException {
        assertEquals(
                Recipe.of("a boat", new Size(256, 256), 0),
                RecipeJson.read("{\"version\": 1, \"prompt\": \"a boat\"}", "test"));
    }

    @Test
    void aNewerVersionSaysThatANewerProgramIsNeeded() {
        Problem problem = problem("{\"version\": 2, \"prompt\": \"a boat\", \"smell\": \"salt\"}");
        assertThat(problem.what()).contains("version 2").contains("up to version 1");
        assertThat(problem.remedy()).contains("newer Sinopia");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "notes | not a recipe",
                "[1] | not a JSON object",
                "{'prompt': 'x'} | no field 'version'",
                "{'version': 1} | no field 'prompt'",
                "{'version': 1, 'prompt': 7} | 'prompt' needs a text",
                "{'version': 1, 'prompt': 'x', 'steps': 2.5} | 'steps' needs a whole number",
                "{'version': 1, 'prompt': 'x', 'steps': 2000} | Steps need 1 to 999, got 2000",
                "{'version': 1, 'prompt': 'x', 'width': 0} | Size needs at least 1 x 1",
                "{'version': 1, 'prompt': 'x', 'promt': 'y'} | 'promt' that is not known",
                "{'version': 1, 'prompt': 'x', 'seed': 99999999999999999999} | at most 64 bits",
                "{'version': 1, 'prompt': 'x', 'controls': [{'type': 'magic'}]} | 'controls[0].type' needs",
                "{'version': 1, 'prompt': 'x', 'controls': [{'type': 'structure', 'kind': 'smell'}]} | control kind",
                "{'version': 1, 'prompt': 'x', 'init': {'picture': '***', 'strength': 1}} | PNG picture in base64",
                "{'version': 1, 'prompt': 'x', 'init': {'picture': 'aGVsbG8=', 'strength': 1}} | not a picture",
                "{'version': 1, 'prompt': 'x', 'extras': {'pag': 'much'}} | 'extras.pag' needs a number",
                "{'version': 1, 'prompt': 'x', 'device': 'toaster'} | one of cpu, cuda",
            })
    void whatDoesNotFitIsNamed(String text, String said) {
        assertThat(problem(text.replace('\'', '"')).what()).contains(said);
    }

    @Test
    void aFileThatIsNotTextIsNoRecipe(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("a.json"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        assertThat(assertThrows(StudioException.class, () -> RecipeJson.load(file))
                        .problem()
                        .what())
                .contains("not a recipe");
    }

    private static Problem problem(String text) {
        return assertThrows(StudioException.class, () -> RecipeJson.read(text, "test"))
                .problem();
    }
}
