package studio.sinopia.engine.conformance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.checkpoint.Checkpoint;
import studio.sinopia.engine.weights.ModelConfig;
import studio.sinopia.engine.weights.ModelFolder;
import studio.sinopia.engine.weights.ModelPart;
import studio.sinopia.engine.weights.Pipeline;

/**
 * A checkpoint beside the folder of the same model: weights and whatever their names and shapes tell are the file's; what no
 * shape tells is taken from the folder where it departs from the rule of the family, and said. Networks for tests are narrower
 * than any that the rules were made for.
 *
 * @param folder the same model
 */
public record ToldPipeline(Checkpoint checkpoint, ModelFolder folder) implements Pipeline {

    private static final List<String> TEXT =
            List.of("num_attention_heads", "hidden_act", "eos_token_id", "layer_norm_eps");
    private static final Map<String, List<String>> UNSEEN = Map.of(
            "unet",
            List.of("norm_num_groups", "norm_eps", "attention_head_dim"),
            "vae",
            List.of("norm_num_groups", "scaling_factor"),
            "text_encoder",
            TEXT,
            "text_encoder_2",
            TEXT);
    private static final List<String> NOISE = List.of("prediction_type", "rescale_betas_zero_snr", "timestep_spacing");

    /** What was taken from the folder, one sentence each. */
    public List<String> said() throws StudioException {
        List<String> said = new ArrayList<>();
        for (String part : checkpoint.parts()) {
            if (folder.has(part)) {
                ModelConfig told = folder.part(part).config();
                compare(part, checkpoint.part(part).config(), told, UNSEEN.getOrDefault(part, List.of()), said);
            }
        }
        if (folder.scheduler().isPresent()) {
            ModelConfig rule = checkpoint.scheduler().orElseThrow();
            compare("scheduler", rule, folder.scheduler().get(), NOISE, said);
        }
        return said;
    }

    private static void compare(String part, ModelConfig rule, ModelConfig told, List<String> keys, List<String> said) {
        for (String key : keys) {
            if (told.has(key) && rule.has(key) && !told.shown(key).equals(rule.shown(key))) {
                said.add("%s %s is %s as the folder says; no shape tells it, and the family's rule is %s."
                        .formatted(part, key, told.shown(key), rule.shown(key)));
            }
        }
    }

    @Override
    public Path path() {
        return checkpoint.path();
    }

    @Override
    public boolean has(String part) {
        return checkpoint.has(part);
    }

    @Override
    public ModelPart part(String part) throws StudioException {
        ModelPart found = checkpoint.part(part);
        return folder.has(part)
                ? found.with(found.config().with(folder.part(part).config(), UNSEEN.getOrDefault(part, List.of())))
                : found;
    }

    @Override
    public Optional<ModelConfig> scheduler() throws StudioException {
        return folder.scheduler().isPresent() ? folder.scheduler() : checkpoint.scheduler();
    }

    @Override
    public Optional<Path> tokenizer(String name) {
        return checkpoint.tokenizer(name);
    }

    @Override
    public SortedMap<String, String> controls() {
        return checkpoint.controls();
    }

    @Override
    public boolean silentWhenEmpty() {
        return checkpoint.silentWhenEmpty();
    }
}
