package studio.sinopia.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.grpc.StatusRuntimeException;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import studio.sinopia.core.Colour;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.run.RunEvent;
import studio.sinopia.engine.run.RunId;
import studio.sinopia.engine.run.RunOptions;
import studio.sinopia.recipe.AnyRecipe;
import studio.sinopia.recipe.Precision;
import studio.sinopia.recipe.Recipe;

class WireTest {

    private static final RunId RUN = new RunId("run 1");
    private static final Raster PICTURE = Raster.filled(new Size(5, 3), new Colour(1, 2, 3));

    @Test
    void everyEventCrossesUnchanged() {
        var latents = Path.of("/tmp/a.safetensors");
        List<RunEvent> events = List.of(
                new RunEvent.Queued(RUN),
                new RunEvent.Loading(RUN, "U-Net"),
                new RunEvent.Stepped(RUN, 3, 20, Optional.of(PICTURE)),
                new RunEvent.Stepped(RUN, 4, 20, Optional.empty()),
                new RunEvent.Decoding(RUN, latents),
                new RunEvent.Finished(RUN, PICTURE, latents, 1234, Precision.BF16),
                new RunEvent.Failed(RUN, new Problem("what", "where", "remedy"), Optional.of(latents)),
                new RunEvent.Failed(RUN, new Problem("what", "where", "remedy"), Optional.empty()),
                new RunEvent.Cancelled(RUN));
        for (RunEvent event : events) {
            assertEquals(Optional.of(event), Wire.event(across(Wire.event(event))));
        }
        assertThat(Wire.event(across(Wire.accepted(RUN)))).isEmpty();
    }

    @Provide
    Arbitrary<Recipe> recipes() {
        return AnyRecipe.recipes();
    }

    @Property(tries = 50)
    void everyRecipeCrossesUnchanged(@ForAll("recipes") Recipe recipe) throws StudioException {
        var options = RunOptions.in(Path.of("/tmp/runs"))
                .withInitLatents(Path.of("/tmp/in.safetensors"))
                .withPreviewsPerSecond(2.5);
        Message message = across(Wire.request(RUN, recipe, options));
        assertEquals(RUN, Wire.run(message));
        assertEquals(recipe, Wire.recipe(message));
        assertEquals(options, Wire.options(message));
    }

    @Test
    void bytesThatAreNoMessageAreRefused() {
        byte[] lying = ByteBuffer.allocate(8).putInt(1000).putInt(0).array();
        byte[] negative = ByteBuffer.allocate(4).putInt(-1).array();
        byte[] noObject =
                ByteBuffer.allocate(6).putInt(2).put((byte) '[').put((byte) ']').array();
        for (byte[] bytes : List.of(new byte[0], lying, negative, noObject)) {
            assertThrows(StatusRuntimeException.class, () -> Message.MARSHALLER.parse(new ByteArrayInputStream(bytes)));
        }
    }

    private static Message across(Message message) {
        return Message.MARSHALLER.parse(Message.MARSHALLER.stream(message));
    }
}
