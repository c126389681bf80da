package studio.sinopia.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.sinopia.core.StudioException;

class RunFolderTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void whatIsOldOrHalfWrittenIsRemovedAndTheRestStays() throws Exception {
        Path fresh = file("a.safetensors", Duration.ofDays(13));
        Path old = file("b.safetensors", Duration.ofDays(15));
        Path half = file(".c.safetensors.123.part", Duration.ofDays(2));
        Path beingWritten = file(".d.safetensors.123.part", Duration.ofHours(1));
        Path foreign = file("notes.txt", Duration.ofDays(100));
        RunFolder.open(folder, NOW);
        assertThat(fresh).exists();
        assertThat(beingWritten).exists();
        assertThat(foreign).exists();
        assertThat(old).doesNotExist();
        assertThat(half).doesNotExist();
    }

    @Test
    void aFolderIsMadeAndAFileInItsPlaceRefused() throws Exception {
        assertThat(RunFolder.open(folder.resolve("deep/runs"), NOW)).isDirectory();
        Path file = Files.writeString(folder.resolve("file"), "mine");
        assertThrows(StudioException.class, () -> RunFolder.open(file, NOW));
    }

    private Path file(String name, Duration age) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "content");
        return Files.setLastModifiedTime(file, FileTime.from(NOW.minus(age)));
    }
}
