package studio.sinopia.engine.run;

import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.checkpoint.AutoencoderFile;
import studio.sinopia.engine.weights.ModelConfig;
import studio.sinopia.engine.weights.ModelPart;
import studio.sinopia.engine.weights.Pipeline;

/** A model with another autoencoder in the place of its own, or of the one that it lacks. */
record OtherAutoencoder(Pipeline model, ModelPart vae) implements Pipeline {

    private static final double USUAL_SCALE = 0.18215;

    /** @param file an autoencoder alone; its latents are scaled as those of the one that it replaces */
    static Pipeline in(Pipeline model, Path file) throws StudioException {
        double scale = model.has(ModelDescription.VAE)
                ? model.part(ModelDescription.VAE).config().number("scaling_factor", USUAL_SCALE)
                : USUAL_SCALE;
        return new OtherAutoencoder(model, AutoencoderFile.open(file, scale));
    }

    @Override
    public Path path() {
        return model.path();
    }

    @Override
    public boolean has(String part) {
        return part.equals(ModelDescription.VAE) || model.has(part);
    }

    @Override
    public ModelPart part(String part) throws StudioException {
        return part.equals(ModelDescription.VAE) ? vae : model.part(part);
    }

    @Override
    public Optional<ModelConfig> scheduler() throws StudioException {
        return model.scheduler();
    }

    @Override
    public Optional<Path> tokenizer(String name) {
        return model.tokenizer(name);
    }

    @Override
    public SortedMap<String, String> controls() throws StudioException {
        return model.controls();
    }

    @Override
    public boolean silentWhenEmpty() throws StudioException {
        return model.silentWhenEmpty();
    }
}
