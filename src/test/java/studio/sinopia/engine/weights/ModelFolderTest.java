package studio.sinopia.engine.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFolderTest {

    @TempDir
    Path folder;

    @BeforeEach
    void aModel() throws Exception {
        config("unet", "{}");
    }

    @Test
    void aControlReadsTheKindOfItsFolderAndThoseItLists() throws Exception {
        config("controlnet/depth", "{}");
        config("controlnet/lineart", "{\"sinopia_kinds\": [\"lineart\", \"scribble\"]}");
        assertEquals(
                Map.of(
                        "depth", "controlnet/depth",
                        "lineart", "controlnet/lineart",
                        "scribble", "controlnet/lineart"),
                ModelFolder.open(folder).controls());
    }

    @Test
    void aControlOfItsOwnGoesBeforeOneThatReadsTheKindToo() throws Exception {
        config("controlnet/lineart", "{\"sinopia_kinds\": [\"scribble\"]}");
        config("controlnet/scribble", "{}");
        assertEquals("controlnet/scribble", ModelFolder.open(folder).controls().get("scribble"));
    }

    private void config(String part, String json) throws Exception {
        Files.createDirectories(folder.resolve(part));
        Files.writeString(folder.resolve(part).resolve("config.json"), json);
    }
}
