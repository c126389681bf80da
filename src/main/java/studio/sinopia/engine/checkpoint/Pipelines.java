package studio.sinopia.engine.checkpoint;

import java.nio.file.Files;
import java.nio.file.Path;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.weights.ModelFolder;
import studio.sinopia.engine.weights.Pipeline;

/** Opens a model however it lies on disk. */
public final class Pipelines {

    private Pipelines() {}

    /**
     * @param path a folder in the diffusers layout, or a checkpoint in one file
     * @throws StudioException if it is neither
     */
    public static Pipeline open(Path path) throws StudioException {
        return Files.isRegularFile(path) ? Checkpoint.open(path) : ModelFolder.open(path);
    }
}
