package studio.sinopia.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.core.Colour;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import studio.sinopia.ui.Cottage;

class DocumentJsonTest {

    @Test
    void whatIsWrittenIsReadBackWithItsStrokesAndJoints() throws Exception {
        Document drawing = Cottage.drawing();
        assertThat(DocumentJson.read(DocumentJson.write(drawing), "test")).isEqualTo(drawing);
    }

    @Test
    void mapsAndThePictureToTraceAreKept() throws Exception {
        var size = new Size(24, 16);
        var layer = new Layer.Painting(
                LayerId.random(),
                ConditionKind.SEGMENTS,
                Influence.STANDARD.turned(false).within(0.2, 0.7),
                Optional.of(Raster.filled(size, new Colour(120, 180, 255))),
                List.of(new Mark.Fill(3, 4.5, new Colour(1, 2, 3))));
        var drawing =
                new Document(size, List.of(layer), Optional.of(Raster.filled(new Size(40, 30), new Colour(9, 8, 7))));
        assertThat(DocumentJson.read(DocumentJson.write(drawing), "test")).isEqualTo(drawing);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "drawing",
                "{\"version\":1}",
                "{\"version\":1,\"width\":-1,\"height\":8,\"layers\":[]}",
                "{\"version\":1,\"width\":8,\"height\":8,\"layers\":[{\"id\":\"a\",\"kind\":\"lineart\"}]}",
                "{\"version\":1,\"width\":8,\"height\":8,\"layers\":[{\"id\":7,\"kind\":\"pose\",\"on\":\"x\"}]}"
            })
    void whatIsNoDrawingIsAProblemThatNamesTheFile(String json) {
        assertThatThrownBy(() -> DocumentJson.read(json.getBytes(StandardCharsets.UTF_8), "drawing.json"))
                .isInstanceOfSatisfying(
                        StudioException.class,
                        failure -> assertThat(failure.problem().where()).isEqualTo("drawing.json"));
    }
}
