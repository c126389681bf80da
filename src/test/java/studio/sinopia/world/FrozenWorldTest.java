package studio.sinopia.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import studio.sinopia.core.Raster;

/**
 * The model that ships has learnt these very scenes and words. Whoever changes what a seed gives changes what it was
 * trained on: train again, then write the golden file anew with {@code -Dgolden.write=true}.
 */
class FrozenWorldTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/world/scenes.txt");
    private static final int SCENES = 24;

    /** Pictures are compared by the mean colours of so many squares in a row. */
    private static final int SQUARES = 4;

    @Test
    void seedsGiveTheCaptionsAndColoursThatTheShippedModelKnows() throws IOException {
        List<String> now = Scenes.drawn(SCENES).map(FrozenWorldTest::line).toList();
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(GOLDEN.getParent());
            Files.write(GOLDEN, now);
            fail("Wrote " + GOLDEN);
        }
        List<String> golden = Files.readAllLines(GOLDEN);
        assertThat(golden).hasSameSizeAs(now);
        for (int i = 0; i < golden.size(); i++) {
            String[] expected = golden.get(i).split("\\|");
            String[] actual = now.get(i).split("\\|");
            assertThat(List.of(actual).subList(0, 3))
                    .isEqualTo(List.of(expected).subList(0, 3));
            assertThat(distance(actual[3], expected[3]))
                    .as("colours of scene %d", i)
                    .isLessThanOrEqualTo(1);
        }
    }

    /** {@code seed|caption|caption|colours}. */
    private static String line(RenderedScene scene) {
        return scene.spec().seed() + "|" + String.join("|", scene.captions()) + "|" + colours(scene.picture());
    }

    private static String colours(Raster picture) {
        List<String> colours = new ArrayList<>();
        int side = picture.width() / SQUARES;
        for (int i = 0; i < SQUARES * SQUARES; i++) {
            long[] sum = new long[3];
            for (int p = 0; p < side * side; p++) {
                int rgb = picture.argb(i % SQUARES * side + p % side, i / SQUARES * side + p / side);
                sum[0] += rgb >> 16 & 0xff;
                sum[1] += rgb >> 8 & 0xff;
                sum[2] += rgb & 0xff;
            }
            int area = side * side;
            colours.add(String.format(Locale.ROOT, "%02x%02x%02x", sum[0] / area, sum[1] / area, sum[2] / area));
        }
        return String.join(" ", colours);
    }

    /** The mean difference of two lists of colours, in 255ths. */
    private static double distance(String a, String b) {
        String[] left = a.split(" ");
        String[] right = b.split(" ");
        assertThat(left).hasSameSizeAs(right);
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            int x = Integer.parseInt(left[i], 16);
            int y = Integer.parseInt(right[i], 16);
            for (int shift = 0; shift <= 16; shift += 8) {
                sum += Math.abs((x >> shift & 0xff) - (y >> shift & 0xff));
            }
        }
        return sum / (3 * left.length);
    }
}
