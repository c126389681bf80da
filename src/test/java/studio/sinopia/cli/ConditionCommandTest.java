package studio.sinopia.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.sinopia.condition.Preprocessor;
import studio.sinopia.condition.classic.ClassicPreprocessors;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.PictureFile;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;

class ConditionCommandTest {

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void sitDown() {
        desk = new Desk(folder);
    }

    static java.util.stream.Stream<Preprocessor> all() {
        return ClassicPreprocessors.all().stream();
    }

    /** Four fields of different colours. */
    private static Raster fields() {
        var pixels = new int[48 * 32];
        java.util.Arrays.setAll(
                pixels,
                i -> i % 48 < 24 ? (i / 48 < 16 ? 0xff204080 : 0xffe0d0a0) : i / 48 < 16 ? 0xffa03020 : 0xff308040);
        return Raster.of(new Size(48, 32), pixels);
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyPreprocessorWritesItsMap(Preprocessor preprocessor) throws Exception {
        String in = desk.write("in.png", fields());
        Path out = desk.path("out.png");
        assertEquals(0, desk.run("condition", preprocessor.id(), in, "-o", out.toString()));
        assertEquals(preprocessor.apply(fields(), Map.of(), new Cancellation()), PictureFile.read(out));
        assertThat(desk.said()).hasSize(1).first().asString().contains("out.png", preprocessor.title(), "48x32");
    }

    @Test
    void parametersAreObeyed() throws Exception {
        String in = desk.write("in.png", fields());
        Path out = desk.path("out.png");
        assertEquals(0, desk.run("condition", "threshold", in, "-o", out.toString(), "--threshold=60"));
        var expected = ClassicPreprocessors.find("threshold")
                .orElseThrow()
                .apply(fields(), Map.of("threshold", 60.0), new Cancellation());
        assertEquals(expected, PictureFile.read(out));
    }

    @Test
    void aKindStandsForItsFirstPreprocessor() {
        String in = desk.write("in.png", fields());
        assertEquals(
                0,
                desk.run("condition", "segments", in, "-o", desk.path("out.png").toString()));
        assertThat(desk.said().getFirst()).contains("superpixels");
    }

    @Test
    void theListHasEveryPreprocessorAndParameter() {
        assertEquals(0, desk.run("condition", "list"));
        String list = String.join("\n", desk.said());
        for (Preprocessor each : ClassicPreprocessors.all()) {
            assertThat(list).contains(each.id());
            each.parameters().forEach(parameter -> assertThat(list).contains("--" + parameter.name()));
        }
        assertThat(list).contains("1 to 255, default 100");
    }

    @Test
    void theListAsJsonHasOneObjectALine() {
        assertEquals(0, desk.run("condition", "list", "--json"));
        assertThat(desk.said())
                .hasSize(ClassicPreprocessors.all().size())
                .first()
                .asString()
                .startsWith("{\"id\":\"canny\",\"kind\":\"canny\"")
                .contains("\"default\":100.0");
    }
}
