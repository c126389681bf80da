package studio.sinopia.engine.weights;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import studio.sinopia.core.AtomicFile;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;

/**
 * A whole pipeline in the diffusers layout: {@code unet/ vae/ text_encoder/ text_encoder_2/ tokenizer/ scheduler/} and, our own
 * addition, {@code controlnet/KIND/} for every kind of control. Opens nothing until asked; says what is there.
 */
public record ModelFolder(Path folder) implements Pipeline {

    private static final String TOKENIZER = "tokenizer";
    private static final String CONTROLS = "controlnet";
    private static final String CONFIG = "config.json";
    /** Our own key in a control's configuration: the kinds of map that the network was trained on. */
    private static final String FURTHER_KINDS = "sinopia_kinds";

    /** Our own key in the index: the edition of the illustrated world whose scenes the model knows. */
    private static final String EDITION = "sinopia_edition";

    private static final String INDEX = "model_index.json";

    /** @throws StudioException if this is not a folder with a U-Net in it */
    public static ModelFolder open(Path folder) throws StudioException {
        if (!Files.isRegularFile(folder.resolve("unet/config.json"))) {
            throw new StudioException(new Problem(
                    "This is not a model folder: there is no unet/config.json in it.",
                    folder.toString(),
                    "Choose the folder that holds unet, vae and text_encoder."));
        }
        return new ModelFolder(folder);
    }

    @Override
    public Path path() {
        return folder;
    }

    /** True if there is a sub-folder of this name with a configuration in it. */
    @Override
    public boolean has(String part) {
        return Files.isRegularFile(folder.resolve(part).resolve(CONFIG));
    }

    @Override
    public ModelPart part(String part) throws StudioException {
        if (!has(part)) {
            throw new StudioException(new Problem(
                    "The model has no part '" + part + "'.", folder.toString(), "Choose a complete model folder."));
        }
        return ModelPart.open(folder.resolve(part));
    }

    @Override
    public Optional<ModelConfig> scheduler() throws StudioException {
        Path file = folder.resolve("scheduler/scheduler_config.json");
        return Files.isRegularFile(file) ? Optional.of(ModelConfig.read(file)) : Optional.empty();
    }

    /** Where the tokenizer's files are; may not exist. */
    public Path tokenizer() {
        return folder.resolve(TOKENIZER);
    }

    @Override
    public Optional<Path> tokenizer(String name) {
        return Optional.of(folder.resolve(name));
    }

    @Override
    public boolean silentWhenEmpty() throws StudioException {
        Path index = folder.resolve(INDEX);
        return Files.isRegularFile(index) && ModelConfig.read(index).flag("force_zeros_for_empty_prompt", false);
    }

    /** The edition of the illustrated world that the index names; the first models named none and know the first. */
    public String edition() throws StudioException {
        Path index = folder.resolve(INDEX);
        return Files.isRegularFile(index) ? ModelConfig.read(index).text(EDITION, "first") : "first";
    }

    /** The network in {@code controlnet/KIND/} reads maps of that kind, and of those that its configuration lists. */
    @Override
    public SortedMap<String, String> controls() throws StudioException {
        var controls = new TreeMap<String, String>();
        List<String> names = controlNames();
        for (String name : names) {
            ModelConfig config =
                    ModelConfig.read(folder.resolve(CONTROLS).resolve(name).resolve(CONFIG));
            if (config.has(FURTHER_KINDS)) {
                for (String kind : config.texts(FURTHER_KINDS)) {
                    controls.putIfAbsent(kind, CONTROLS + "/" + name);
                }
            }
        }
        names.forEach(name -> controls.put(name, CONTROLS + "/" + name));
        return controls;
    }

    private List<String> controlNames() throws StudioException {
        Path controls = folder.resolve(CONTROLS);
        if (!Files.isDirectory(controls)) {
            return List.of();
        }
        try (Stream<Path> names = Files.list(controls)) {
            return names.map(name -> name.getFileName().toString())
                    .filter(name -> has(CONTROLS + "/" + name))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new StudioException(AtomicFile.problem(controls, e), e);
        }
    }
}
