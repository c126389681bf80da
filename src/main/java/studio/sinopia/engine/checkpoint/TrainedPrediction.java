package studio.sinopia.engine.checkpoint;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.sinopia.core.AtomicFile;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.weights.ModelConfig;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a checkpoint's network predicts and which noise it saw. No shape tells; asked are, in this order, a file {@code NAME.yaml}
 * beside it with {@code parameterization: "v"} or {@code "eps"}, marks that trainers leave in the file, and the family.
 *
 * @param velocity whether it predicts the velocity rather than the noise
 * @param zeroTerminal whether it was trained down to pure noise
 * @param reason who says so, for people
 */
public record TrainedPrediction(boolean velocity, boolean zeroTerminal, String reason) {

    private static final Pattern PARAMETERIZATION =
            Pattern.compile("(?m)^\\s*parameterization\\s*:\\s*[\"']?(v|eps|epsilon)[\"']?\\s*(#.*)?$");
    private static final int LARGEST_YAML = 1 << 20;
    private static final String MARK = "v_pred";
    private static final String ZERO_TERMINAL_MARK = "ztsnr";

    static TrainedPrediction read(
            Tensors file, Map<String, String> metadata, CheckpointFamily family, boolean inpainting)
            throws StudioException {
        boolean zeroTerminal = file.has(ZERO_TERMINAL_MARK);
        Path yaml = yaml(file.file());
        if (Files.isRegularFile(yaml)) {
            Matcher said = PARAMETERIZATION.matcher(text(yaml));
            if (said.find()) {
                boolean velocity = said.group(1).equals("v");
                return new TrainedPrediction(velocity, velocity && zeroTerminal, yaml.getFileName() + " says so");
            }
        }
        if (file.has(MARK)) {
            return new TrainedPrediction(true, zeroTerminal, "the file is marked so");
        }
        Optional<String> told = Optional.ofNullable(metadata.get("modelspec.prediction_type"))
                .map(text -> text.toLowerCase(Locale.ROOT));
        if (told.isPresent() && (told.get().startsWith("v") || told.get().startsWith("eps"))) {
            boolean velocity = told.get().startsWith("v");
            return new TrainedPrediction(velocity, velocity && zeroTerminal, "its metadata say so");
        }
        boolean velocity = family == CheckpointFamily.SD2 && !inpainting;
        return new TrainedPrediction(velocity, velocity && zeroTerminal, "as the family does");
    }

    private static Path yaml(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return file.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ".yaml");
    }

    private static String text(Path yaml) throws StudioException {
        try {
            return Files.size(yaml) > LARGEST_YAML ? "" : Files.readString(yaml, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new StudioException(AtomicFile.problem(yaml, e), e);
        }
    }

    /** The configuration of the noise schedule with which all these families were trained. */
    ModelConfig scheduler(Path file) throws StudioException {
        ObjectNode config = JsonMapper.shared().createObjectNode();
        config.put("_class_name", "DDIMScheduler");
        config.put("num_train_timesteps", 1000);
        config.put("beta_schedule", "scaled_linear");
        config.put("beta_start", 0.00085);
        config.put("beta_end", 0.012);
        config.put("steps_offset", 1);
        config.put("set_alpha_to_one", false);
        config.put("timestep_spacing", zeroTerminal ? "trailing" : "leading");
        config.put("rescale_betas_zero_snr", zeroTerminal);
        config.put("prediction_type", velocity ? "v_prediction" : "epsilon");
        return ModelConfig.parse(file.toString(), config.toString());
    }

    /** For people. */
    public String title() {
        return (velocity ? "velocity" : "noise") + (zeroTerminal ? ", from pure noise" : "") + " (" + reason + ")";
    }
}
