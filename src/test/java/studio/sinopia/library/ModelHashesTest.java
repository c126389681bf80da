package studio.sinopia.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.sinopia.core.Cancellation;

class ModelHashesTest {

    @TempDir
    private Path folder;

    @Test
    void aHashIsKnownOnceTheFileWasReadAndUntilItChanges() throws Exception {
        var hashes = new ModelHashes(folder.resolve("hashes"));
        Path file = Files.writeString(folder.resolve("model.safetensors"), "weights");
        assertThat(hashes.knownShortHash(file)).isEmpty();
        String digits = FileHash.sha256(file, new Cancellation()).substring(0, 10);
        assertThat(hashes.shortHash(file)).contains(digits);
        assertThat(hashes.knownShortHash(file)).contains(digits);
        Files.writeString(file, "other weights");
        assertThat(hashes.knownShortHash(file)).isEmpty();
    }

    @Test
    void aFileThatIsNotThereHasNoHash() {
        var hashes = new ModelHashes(folder.resolve("hashes"));
        assertThat(hashes.knownShortHash(folder.resolve("missing"))).isEmpty();
        assertThat(hashes.shortHash(folder.resolve("missing"))).isEmpty();
    }
}
