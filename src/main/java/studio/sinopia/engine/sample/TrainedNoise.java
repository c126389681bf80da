package studio.sinopia.engine.sample;

import java.util.Locale;
import java.util.Optional;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.weights.ModelConfig;

/**
 * How noise was used in training and how the model's makers wish it to be walked down: a {@code scheduler_config.json}.
 *
 * @param clock timesteps and sigmas
 * @param prediction what the network predicts
 * @param spacing which timesteps are used when there are fewer than in training
 * @param stepsOffset added to leading timesteps
 * @param endsClean whether DDIM's last step goes to sigma 0 rather than to that of the first timestep
 * @param distilledSteps how many timesteps a network for few steps was distilled with
 * @param wished a list of sigmas that the makers wish instead of a spacing of timesteps
 */
public record TrainedNoise(
        NoiseClock clock,
        Prediction prediction,
        Spacing spacing,
        int stepsOffset,
        boolean endsClean,
        int distilledSteps,
        Optional<ScheduleCatalogue> wished) {

    private static final int DISTILLED_STEPS = 50;

    /** Which timesteps are used. */
    public enum Spacing {
        LEADING,
        TRAILING,
        LINSPACE
    }

    /** Reads a configuration as diffusers writes it; the class of the scheduler only says whether it is a flow. */
    public static TrainedNoise read(ModelConfig config) throws StudioException {
        String scheduler = config.text("_class_name", "DDIMScheduler");
        int timesteps = config.integer("num_train_timesteps", 1000);
        if (timesteps < 2 || timesteps > 1_000_000) {
            throw config.wrong("num_train_timesteps", "2 to 1000000");
        }
        if (scheduler.startsWith("FlowMatch")) {
            var clock = new FlowClock(timesteps, config.number("shift", 1));
            return new TrainedNoise(
                    clock, Prediction.FLOW, Spacing.LINSPACE, 0, true, DISTILLED_STEPS, Optional.empty());
        }
        boolean zeroTerminal = config.flag("rescale_betas_zero_snr", false);
        var prediction = Prediction.parse(config.text("prediction_type", Prediction.EPSILON.key()), config.where());
        if (zeroTerminal && prediction == Prediction.EPSILON) {
            throw new StudioException(new Problem(
                    "The configuration asks for pure noise at the last timestep, where a network that predicts noise says"
                            + " nothing about the picture.",
                    config.where(),
                    "Set prediction_type to v_prediction, or rescale_betas_zero_snr to false."));
        }
        double[] betas = betas(config, timesteps);
        return new TrainedNoise(
                zeroTerminal ? TrainedTable.ofZeroTerminal(betas) : TrainedTable.of(betas),
                prediction,
                spacing(config, scheduler),
                config.integer("steps_offset", 0),
                config.flag("set_alpha_to_one", !scheduler.startsWith("PNDM")),
                distilledSteps(config, timesteps),
                wished(config));
    }

    private static int distilledSteps(ModelConfig config, int timesteps) throws StudioException {
        int steps = config.integer("original_inference_steps", Math.min(DISTILLED_STEPS, timesteps));
        if (steps < 1 || steps > timesteps) {
            throw config.wrong("original_inference_steps", "1 to " + timesteps);
        }
        return steps;
    }

    private static Optional<ScheduleCatalogue> wished(ModelConfig config) throws StudioException {
        if (config.flag("use_karras_sigmas", false)) {
            return Optional.of(ScheduleCatalogue.KARRAS);
        }
        if (config.flag("use_exponential_sigmas", false)) {
            return Optional.of(ScheduleCatalogue.EXPONENTIAL);
        }
        return config.flag("use_beta_sigmas", false) ? Optional.of(ScheduleCatalogue.BETA) : Optional.empty();
    }

    private static double[] betas(ModelConfig config, int timesteps) throws StudioException {
        Optional<double[]> trained = config.numbers("trained_betas");
        if (trained.isPresent() && trained.get().length != timesteps) {
            throw config.wrong("trained_betas", "a list of " + timesteps + " numbers");
        }
        double start = config.number("beta_start", 0.0001);
        double end = config.number("beta_end", 0.02);
        String kind = config.text("beta_schedule", "linear");
        double[] betas = trained.isPresent()
                ? trained.get()
                : switch (kind) {
                    case "linear" -> TrainedTable.linear(start, end, timesteps);
                    case "scaled_linear" -> TrainedTable.scaledLinear(start, end, timesteps);
                    case "squaredcos_cap_v2" -> TrainedTable.squaredCosine(timesteps);
                    default -> throw config.wrong("beta_schedule", "linear, scaled_linear or squaredcos_cap_v2");
                };
        for (double beta : betas) {
            if (!(beta > 0 && beta < 1)) {
                throw config.wrong(
                        trained.isPresent() ? "trained_betas" : "beta_end", "such that betas lie between 0 and 1");
            }
        }
        return betas;
    }

    private static Spacing spacing(ModelConfig config, String scheduler) throws StudioException {
        String usual = scheduler.startsWith("DDIM") || scheduler.startsWith("PNDM") || scheduler.startsWith("DDPM")
                ? "leading"
                : "linspace";
        return switch (config.text("timestep_spacing", usual).toLowerCase(Locale.ROOT)) {
            case "leading" -> Spacing.LEADING;
            case "trailing" -> Spacing.TRAILING;
            case "linspace" -> Spacing.LINSPACE;
            default -> throw config.wrong("timestep_spacing", "leading, trailing or linspace");
        };
    }
}
