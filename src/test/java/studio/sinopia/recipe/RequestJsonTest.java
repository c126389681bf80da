package studio.sinopia.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import studio.sinopia.core.PictureFile;
import studio.sinopia.core.Raster;
import studio.sinopia.core.StudioException;
import tools.jackson.databind.json.JsonMapper;

class RequestJsonTest {

    @Provide
    Arbitrary<Request> requests() {
        Arbitrary<Inpainting> inpaintings = Combinators.combine(
                        Arbitraries.integers().between(0, Inpainting.MOST_BLUR),
                        Arbitraries.of(MaskedContent.class),
                        Arbitraries.integers().between(-1, Inpainting.MOST_PADDING))
                .as((blur, content, padding) ->
                        new Inpainting(blur, content, padding < 0 ? OptionalInt.empty() : OptionalInt.of(padding)));
        return Combinators.combine(
                        AnyRecipe.recipes(),
                        Arbitraries.of(SeedPolicy.class),
                        Arbitraries.integers().between(1, Request.MOST_PICTURES),
                        inpaintings)
                .as(Request::new);
    }

    @Property(tries = 50)
    void whatIsWrittenIsRead(@ForAll("requests") Request request) throws StudioException {
        assertThat(RequestJson.read(RequestJson.node(request, RequestJsonTest::text), "test"))
                .isEqualTo(request);
    }

    @Test
    void anImpossibleBlurIsRefused() {
        String text = "{\"recipe\": {\"version\": 1, \"prompt\": \"\"}, \"inpainting\": {\"mask-blur\": 65}}";
        assertThatThrownBy(() -> RequestJson.read(JsonMapper.shared().readTree(text), "test"))
                .isInstanceOf(StudioException.class)
                .hasMessageContaining("Mask blur needs 0 to 64");
    }

    private static String text(Raster raster) {
        return Base64.getEncoder().encodeToString(PictureFile.encode(raster));
    }
}
