package studio.sinopia.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

    @TempDir
    Path folder;

    @Test
    void aWrittenFileHoldsTheBytesAndNothingIsLeftBesideIt() throws Exception {
        Path file = folder.resolve("new/deep/a.txt");
        AtomicFile.write(file, text("one"));
        AtomicFile.write(file, text("two"));
        assertThat(Files.readString(file)).isEqualTo("two");
        assertThat(names(folder.resolve("new/deep"))).containsExactly("a.txt");
    }

    @Test
    void aFailureHalfwayLeavesTheOldFileWhole() throws Exception {
        Path file = folder.resolve("a.txt");
        AtomicFile.write(file, text("old"));
        var failure = assertThrows(
                StudioException.class,
                () -> AtomicFile.write(file, out -> {
                    out.write(new byte[1 << 20]);
                    throw new FileSystemException("a.txt", null, "No space left on device");
                }));
        assertThat(failure.problem().what()).contains("no space left");
        assertThat(Files.readString(file)).isEqualTo("old");
        assertThat(names(folder)).containsExactly("a.txt");
    }

    @Test
    void aFolderIsNeverReplacedByAFile() {
        var failure = assertThrows(StudioException.class, () -> AtomicFile.write(folder, text("x")));
        assertThat(failure.problem().where()).isEqualTo(folder.toString());
        assertThat(failure.problem().what()).contains("folder");
        assertThat(folder).isDirectory();
    }

    @Test
    void aPathThroughAFileIsRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("a.txt"), "old");
        var failure = assertThrows(StudioException.class, () -> AtomicFile.write(file.resolve("b.txt"), text("x")));
        assertThat(failure.problem().what()).contains("not a folder");
        assertThat(Files.readString(file)).isEqualTo("old");
    }

    @Test
    void aLinkStaysALink() throws Exception {
        Path real = Files.writeString(folder.resolve("real.txt"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.txt"), real);
        AtomicFile.write(link, text("new"));
        assertThat(link).isSymbolicLink();
        assertThat(Files.readString(real)).isEqualTo("new");
    }

    @Test
    void sweepingTakesLeftoversAndNothingElse() throws Exception {
        Files.writeString(folder.resolve(".a.png.1234.part"), "half");
        Files.writeString(folder.resolve("b.part"), "somebody's own");
        AtomicFile.sweep(folder);
        AtomicFile.sweep(folder.resolve("not there"));
        assertThat(names(folder)).containsExactly("b.part");
    }

    @Test
    void reasonsAreSaidInWords() {
        Path file = Path.of("a.txt");
        assertThat(AtomicFile.problem(file, new AccessDeniedException("a.txt")).remedy())
                .contains("permissions");
        assertThat(AtomicFile.problem(file, new IOException("Read-only file system"))
                        .remedy())
                .contains("permissions");
        assertThat(AtomicFile.problem(file, new IOException("There is not enough space on the disk"))
                        .what())
                .contains("no space left");
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
