package studio.sinopia.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.sinopia.SmallProgram;
import studio.sinopia.document.Layer;
import studio.sinopia.export.Project;
import studio.sinopia.export.ProjectFile;
import studio.sinopia.ui.DrawingScript;

/**
 * Kills a studio with signal 9 while a script draws in it and saves. A hundred times:
 *
 * <pre>{@code mvn -Pquick test -Dtest=StudioKillTest -Dkill.rounds=100}</pre>
 */
class StudioKillTest {

    private static final int ROUNDS = Integer.getInteger("kill.rounds", 4);
    private static final long PATIENCE_SECONDS = 60;

    @TempDir
    private Path folder;

    @Test
    void atMostTheLastSecondOfDrawingIsLost() throws Exception {
        var random = new Random(ROUNDS);
        int kept = 0;
        long worst = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Process studio = start();
            awaitMore(kept);
            Thread.sleep(random.nextInt(900)); // a moment that nobody chose
            studio.destroyForcibly().waitFor();
            long killed = System.currentTimeMillis();
            List<String> drawn = drawn();
            int now = marks();
            assertThat(now).isBetween(kept, drawn.size());
            if (now < drawn.size()) {
                worst = Math.max(worst, killed - Long.parseLong(drawn.get(now)));
            }
            assertThat(worst).as("milliseconds of drawing lost").isLessThan(1000);
            kept = now;
            Files.write(log(), drawn.subList(0, now)); // the next studio goes on from there
            Path project = folder.resolve("script.sinopia");
            if (Files.exists(project)) {
                assertThat(marks(ProjectFile.read(project))).isLessThanOrEqualTo(now + 1);
            }
        }
        System.out.println("%d kills, %d marks, at most %d ms lost".formatted(ROUNDS, kept, worst));
    }

    private Path log() {
        return folder.resolve("drawn.log");
    }

    private Process start() throws Exception {
        return new ProcessBuilder(SmallProgram.command(DrawingScript.class, folder.toString(), log().toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.log").toFile())
                .start();
    }

    private void awaitMore(int kept) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (drawn().size() < kept + 3) {
            assertThat(System.nanoTime())
                    .as(Files.readString(folder.resolve("out.log")))
                    .isLessThan(end);
            Thread.sleep(5);
        }
    }

    private List<String> drawn() throws Exception {
        if (!Files.exists(log())) {
            return List.of();
        }
        String text = Files.readString(log());
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    private int marks() throws Exception {
        try (Autosave autosave = Autosave.open(folder, Runnable::run, failure -> {})) {
            Optional<Kept> last = autosave.last(document -> {
                throw new AssertionError("no older version");
            });
            return last.map(kept -> marks(kept.project())).orElse(0);
        }
    }

    private static int marks(Project project) {
        return ((Layer.Painting) project.document().layers().getFirst()).marks().size();
    }
}
