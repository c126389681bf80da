package studio.sinopia.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.sinopia.core.StudioException;

class PromptTagsTest {

    private static void assertTag(String tag, String name, double weight, double text) throws StudioException {
        assertEquals(
                new PromptTags("a house", List.of(new PromptTags.Tag(name, weight, text))),
                PromptTags.read("a " + tag + " house"));
    }

    @Test
    void weightsStandInOrderOrByName() throws Exception {
        assertTag("<lora:ink>", "ink", 1, 1);
        assertTag("<lora:ink:0.8>", "ink", 0.8, 0.8);
        assertTag("<lora:ink v2:-0.8:.5>", "ink v2", 0.5, -0.8);
        assertTag("<LORA:ink:te=0.5:unet=0.8>", "ink", 0.8, 0.5);
        assertTag("<lyco:ink:0.6:unet=0>", "ink", 0, 0.6);
        assertTag("<lora:ink:te=0.5>", "ink", 0.5, 0.5);
    }

    @Test
    void aPromptWithoutTagsIsUntouched() throws Exception {
        String prompt = " a  <house> (x<y):1.2 ";
        assertEquals(new PromptTags(prompt, List.of()), PromptTags.read(prompt));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<lora:>", "<lora:ink:much>", "<lora:ink:99>", "<lora:ink:1:1:1>", "<hypernet:ink:1>"})
    void aBadTagIsRefusedWithItsText(String tag) {
        var refused = assertThrows(StudioException.class, () -> PromptTags.read("a house " + tag));
        assertThat(refused.problem().what()).contains(tag);
    }
}
