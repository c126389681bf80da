package studio.sinopia.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.sinopia.condition.StorybookPalette;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.CancelledException;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class WorldExportTest {

    private static final int SIDE = 32;

    @TempDir
    private Path folder;

    private WorldExport.Order order(String name, int threads) {
        return new WorldExport.Order(5, 40, SIDE, Edition.FIRST, folder.resolve(name), 3, threads);
    }

    @Test
    void theFilesHoldWhatTheIllustratorDraws() throws Exception {
        WorldExport.Order order = order("world", 1);
        write(order);
        RenderedScene fifth = new Illustrator(new Size(SIDE, SIDE)).draw(new SceneMaker().scene(44));
        byte[] pictures = Files.readAllBytes(order.folder().resolve("pictures-00001.u8"));
        byte[] segments = Files.readAllBytes(order.folder().resolve("segments-00001.u8"));
        byte[] depth = Files.readAllBytes(order.folder().resolve("depth-00001.u8"));
        byte[] lines = Files.readAllBytes(order.folder().resolve("lineart-00001.u8"));
        int area = SIDE * SIDE;
        assertThat(pictures).hasSize(2 * area * 3);
        assertThat(segments).hasSize(2 * area);
        for (int i = 0; i < area; i++) {
            int x = i % SIDE;
            int y = i / SIDE;
            int at = 3 * (area + i);
            int rgb = (pictures[at] & 0xff) << 16 | (pictures[at + 1] & 0xff) << 8 | (pictures[at + 2] & 0xff);
            assertThat(rgb).isEqualTo(fifth.picture().argb(x, y) & 0xffffff);
            assertThat((int) segments[area + i])
                    .isEqualTo(StorybookPalette.PALETTE.indexOf(fifth.segments().argb(x, y)));
            assertThat(depth[area + i] & 0xff).isEqualTo(fifth.depth().argb(x, y) & 0xff);
            assertThat(lines[area + i] & 0xff).isEqualTo(fifth.lineArt().argb(x, y) & 0xff);
        }
    }

    @Test
    void theClassesAreNamedInTheOrderOfTheirNumbers() throws Exception {
        write(order("world", 1));
        JsonNode classes = new ObjectMapper().readTree(Files.readString(folder.resolve("world/classes.json")));
        assertThat(classes.propertyNames())
                .hasSize(24)
                .startsWith("sky", "cloud")
                .endsWith("balloon", "kite");
        assertThat(classes.get("cat").asString()).isEqualTo("#ff9600");
    }

    @Test
    void everySceneHasALineOfJson() throws Exception {
        write(order("world", 1));
        List<String> lines = Files.readAllLines(folder.resolve("world/scenes-00000.jsonl"));
        assertThat(lines).hasSize(3);
        for (int i = 0; i < lines.size(); i++) {
            JsonNode scene = new ObjectMapper().readTree(lines.get(i));
            RenderedScene drawn = new Illustrator(new Size(SIDE, SIDE)).draw(new SceneMaker().scene(40 + i));
            assertThat(scene.get("seed").asLong()).isEqualTo(40 + i);
            assertThat(scene.get("captions").get(1).asString())
                    .isEqualTo(drawn.captions().get(1));
            assertThat(scene.get("boxes").size()).isEqualTo(drawn.boxes().size());
            assertThat(scene.get("joints").size()).isEqualTo(drawn.people().size());
            assertThat(scene.get("cast").size()).isEqualTo(drawn.spec().cast().size());
            scene.get("joints").forEach(body -> assertThat(body.size()).isEqualTo(18));
        }
    }

    @Test
    void twoThreadsWriteTheSameAsOne() throws Exception {
        write(order("one", 1));
        write(order("two", 2));
        try (Stream<Path> files = Files.list(folder.resolve("one"))) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(15);
            for (Path file : all) {
                assertThat(folder.resolve("two").resolve(file.getFileName())).hasSameBinaryContentAs(file);
            }
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsAProblem() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        var order = new WorldExport.Order(1, 0, SIDE, Edition.FIRST, file.resolve("inside"), 1, 1);
        assertThatThrownBy(() -> write(order)).isInstanceOf(StudioException.class);
    }

    @Test
    void aShardThatMissesASceneLeavesNothingBehind() throws Exception {
        try (var shard = new Shard(folder, 0, 2)) {
            shard.put(0, Scenes.drawn(new SceneMaker().scene(0)));
            assertThatThrownBy(shard::finish).hasMessageContaining("Scene 1 of 2");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void everySceneIsCounted() throws Exception {
        List<Integer> heard = new ArrayList<>();
        WorldExport.write(order("world", 2), heard::add, new Cancellation());
        assertThat(heard).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void aStoppedExportLeavesOnlyWholeShards() throws Exception {
        var stop = new Cancellation();
        WorldExport.Order order = order("world", 1);
        assertThatThrownBy(() -> WorldExport.write(
                        order,
                        drawn -> {
                            if (drawn == 4) {
                                stop.request();
                            }
                        },
                        stop))
                .isInstanceOf(CancelledException.class);
        try (Stream<Path> files = Files.list(order.folder())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .contains("scenes-00000.jsonl")
                    .noneMatch(name -> name.contains("00001"));
        }
    }

    private static void write(WorldExport.Order order) throws StudioException, InterruptedException {
        WorldExport.write(order, drawn -> {}, new Cancellation());
    }
}
