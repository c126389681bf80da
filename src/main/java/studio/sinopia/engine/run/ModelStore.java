package studio.sinopia.engine.run;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.steer.Steering;
import studio.sinopia.engine.tensor.Arithmetic;
import studio.sinopia.engine.tensor.Edges;
import studio.sinopia.engine.tensor.Torch;
import studio.sinopia.engine.text.EmbeddingFile;
import studio.sinopia.recipe.WeightPatch;

/**
 * Keeps the model of the last run, because the next one mostly wants the same. Patched weights are another model: they are
 * read anew, so that nothing of a patch stays behind.
 */
final class ModelStore implements AutoCloseable {

    private final Torch torch;
    private @Nullable Kept kept;

    /** A model in memory and how it was asked for; a folder that was exchanged on disk has another stamp. */
    private record Kept(
            ModelStamp stamp, Arithmetic arithmetic, Edges edges, List<WeightPatch> patches, LoadedModel model) {}

    ModelStore(Torch torch) {
        this.torch = torch;
    }

    /**
     * @param wanted the patches that the recipe names
     * @param patching the same, ready to act
     * @param learned the words among them
     * @param added what is said of them when they are read
     */
    LoadedModel get(
            ModelDescription description,
            List<WeightPatch> wanted,
            Steering patching,
            List<EmbeddingFile> learned,
            List<String> added,
            Consumer<String> loading)
            throws StudioException {
        ModelStamp stamp = ModelStamp.of(description);
        Kept found = kept;
        if (found != null
                && found.stamp().equals(stamp)
                && found.arithmetic() == description.arithmetic()
                && found.edges() == description.edges()
                && found.patches().equals(wanted)) {
            return found.model();
        }
        close();
        added.forEach(loading);
        LoadedModel model = LoadedModel.load(torch, description, patching, learned, loading);
        kept = new Kept(stamp, description.arithmetic(), description.edges(), wanted, model);
        return model;
    }

    /** Bytes of weights that would be reused or let go. */
    long bytes() {
        return Optional.ofNullable(kept).map(k -> k.model().bytes()).orElse(0L);
    }

    /** Lets go of everything. */
    @Override
    public void close() {
        if (kept != null) {
            kept.model().close();
            kept = null;
        }
    }
}
