package studio.sinopia.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import studio.sinopia.world.Edition;

class NetworkJudgeTest {

    private static final Size SIZE = new Size(256, 256);
    private static final int SCENES = 8;

    @Test
    @Tag("model")
    void itReadsTheTruthFarBetterThanShuffledScenes() throws StudioException {
        var scenes = new HeldOutScenes(SIZE, Edition.FIRST);
        var right = new ObedienceSum();
        var shuffled = new ObedienceSum();
        try (NetworkJudge judge = NetworkJudge.open(NetworkJudge.folder(Path.of("")))) {
            for (int i = 0; i < SCENES; i++) {
                Verdict verdict = judge.read(scenes.apply(i).picture());
                right.add(verdict, scenes.apply(i));
                shuffled.add(verdict, scenes.apply((i + 1) % SCENES));
            }
        }
        assertThat(right.mean().lineF1()).isGreaterThan(shuffled.mean().lineF1() + 0.3);
        assertThat(right.mean().meanIoU()).isGreaterThan(shuffled.mean().meanIoU() + 0.08);
        assertThat(right.mean().pixelAccuracy()).isGreaterThan(shuffled.mean().pixelAccuracy() + 0.1);
    }

    @Test
    @Tag("model")
    void twoReadingsOfAPictureAreTheSame() throws StudioException {
        Raster picture = new HeldOutScenes(SIZE, Edition.FIRST).apply(0).picture();
        try (NetworkJudge judge = NetworkJudge.open(NetworkJudge.folder(Path.of("")))) {
            assertThat(judge.read(picture).classes())
                    .isEqualTo(judge.read(picture).classes());
        }
    }

    @Test
    void aFolderWithoutANetworkIsAProblem(@TempDir Path empty) {
        assertThatThrownBy(() -> NetworkJudge.open(empty)).isInstanceOf(StudioException.class);
    }
}
