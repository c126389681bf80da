package studio.sinopia.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {

    @TempDir
    Path folder;

    @Test
    void theVariableChoosesTheFolderForEverything() {
        Folders folders = Folders.of("", Map.of("SINOPIA_HOME", folder.toString()));
        assertEquals(new Folders(folder, folder.resolve("cache")), folders);
    }

    @Test
    void thePropertyComesBeforeTheVariable() {
        Folders folders = Folders.of(folder.resolve("mine").toString(), Map.of("SINOPIA_HOME", folder.toString()));
        assertEquals(folder.resolve("mine"), folders.data());
    }

    @Test
    void aBlankChoiceIsNone() {
        assertEquals(Folders.of("", Map.of()), Folders.of(" ", Map.of("SINOPIA_HOME", "")));
    }
}
