package studio.sinopia.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.core.StudioException;
import studio.sinopia.document.Influence;
import studio.sinopia.recipe.AnyRecipe;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.Request;
import studio.sinopia.recipe.SeedPolicy;

class PresetFolderTest {

    @TempDir
    private Path data;

    @Provide
    Arbitrary<Map<ConditionKind, Influence>> influences() {
        Arbitrary<Influence> each = Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.doubles().between(0, 2),
                        Arbitraries.doubles().between(0, 0.5),
                        Arbitraries.doubles().between(0.6, 1),
                        Arbitraries.of(Influence.Priority.class))
                .as(Influence::new);
        return Arbitraries.maps(Arbitraries.of(ConditionKind.class), each);
    }

    @Provide
    Arbitrary<Recipe> recipes() {
        return AnyRecipe.recipes();
    }

    @Property(tries = 30)
    void whatIsKeptComesBackWithoutItsWords(
            @ForAll("recipes") Recipe recipe, @ForAll("influences") Map<ConditionKind, Influence> influences)
            throws Exception {
        Path folder = Files.createTempDirectory("presets");
        try {
            var presets = new PresetFolder(folder);
            presets.save("Ink (soft)", new Preset(new Request(recipe, SeedPolicy.FIXED, 3), influences));
            Recipe plain = recipe.withPrompt("")
                    .withNegative("")
                    .withSeed(0)
                    .withStart(Optional.empty())
                    .withControls(List.of());
            assertThat(presets.load("Ink (soft)"))
                    .isEqualTo(new Preset(new Request(plain, SeedPolicy.FIXED, 3), influences));
        } finally {
            Files.delete(folder.resolve("presets").resolve("Ink (soft).json"));
            Files.delete(folder.resolve("presets"));
            Files.delete(folder);
        }
    }

    @Test
    void presetsAreListedAndDeletedByName() throws Exception {
        var presets = new PresetFolder(data);
        assertThat(presets.names()).isEmpty();
        presets.save("wash", STANDARD);
        presets.save("Ink", STANDARD);
        assertThat(presets.names()).containsExactly("Ink", "wash");
        presets.delete("Ink");
        assertThat(presets.names()).containsExactly("wash");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "../keys", "a/b", ".hidden", "a\nb"})
    void aNameThatLeavesTheFolderIsRefused(String name) {
        assertThatThrownBy(() -> new PresetFolder(data).save(name, STANDARD)).isInstanceOf(StudioException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"version\": 1}", "{\"version\": 2}", "{\"version\": 1, \"request\": {}}"})
    void aDamagedPresetIsAProblem(String text) throws IOException {
        Files.createDirectories(data.resolve("presets"));
        Files.writeString(data.resolve("presets").resolve("old.json"), text);
        assertThatThrownBy(() -> new PresetFolder(data).load("old")).isInstanceOf(StudioException.class);
    }

    private static final Preset STANDARD = new Preset(Settings.STANDARD.request(), Map.of());
}
