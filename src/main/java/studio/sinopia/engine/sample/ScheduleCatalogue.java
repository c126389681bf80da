package studio.sinopia.engine.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Spelling;
import studio.sinopia.core.StudioException;

/** The noise schedules by the names that users of other programs know. */
public enum ScheduleCatalogue {
    /** What the model's makers wish, or the sampler needs. */
    AUTOMATIC("automatic"),
    /** Evenly spaced timesteps, both ends included. */
    NORMAL("Normal"),
    /** Evenly spaced whole timesteps that leave out the noisiest. */
    LEADING("Leading"),
    /** Evenly spaced whole timesteps that leave out the least noisy. */
    TRAILING("Trailing"),
    /** Karras et al. 2022, equation 5 with rho 7. */
    KARRAS("Karras"),
    /** Evenly spaced in log sigma. */
    EXPONENTIAL("Exponential"),
    /** Evenly spaced timesteps, the least noisy left out, sigmas interpolated over their logarithm. */
    SGM_UNIFORM("SGM Uniform"),
    /** Every so-manieth entry of the trained table, from the noisiest. */
    SIMPLE("Simple"),
    /** Dense at both ends: quantiles of a beta distribution. */
    BETA("Beta"),
    /** Sigmas that were found to suit SD 1.x in ten steps, stretched to more (Sabour et al. 2024). */
    ALIGN_YOUR_STEPS("Align Your Steps"),
    /** The same for SDXL. */
    ALIGN_YOUR_STEPS_XL("Align Your Steps XL");

    private final String title;

    ScheduleCatalogue(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** Names in the order in which to offer them. */
    public static List<String> names() {
        return Arrays.stream(values()).map(ScheduleCatalogue::title).toList();
    }

    /** Finds a schedule by name, ignoring case and spaces, or says which there are. */
    public static ScheduleCatalogue parse(String name) throws StudioException {
        return Arrays.stream(values())
                .filter(entry -> Spelling.same(entry.title, name))
                .findFirst()
                .orElseThrow(() -> new StudioException(new Problem(
                        "There is no noise schedule '" + name + "'.", "schedule", Spelling.remedy(name, names()))));
    }

    /**
     * Lays out a walk.
     *
     * @param steps 1 … the number of trained timesteps
     * @param convention habits of the sampler
     */
    public NoiseSchedule schedule(int steps, TrainedNoise noise, StepConvention convention) {
        if (convention == StepConvention.FRACTIONAL_WITH_RESTARTS) {
            return restarting(steps, noise);
        }
        var ladder = new Ladder(steps, noise, convention);
        if (this == AUTOMATIC && noise.wished().isPresent() && convention.walksOverSigma()) {
            return wished(ladder, noise.wished().get());
        }
        ScheduleCatalogue kind = this == AUTOMATIC ? automatic(noise, convention) : this;
        return switch (kind) {
            case AUTOMATIC -> walk(ladder, ladder.distilled(), ladder.end(), kind);
            case NORMAL -> walk(ladder, ladder.linspace(), ladder.end(), kind);
            case LEADING -> walk(ladder, ladder.leading(), ladder.end(), kind);
            case TRAILING -> walk(ladder, ladder.trailing(), ladder.end(), kind);
            case SIMPLE -> walk(ladder, ladder.simple(), 0, kind);
            case SGM_UNIFORM -> walk(ladder, ladder.open(), ladder.sigmasByLog(ladder.open()), 0, kind);
            case KARRAS, EXPONENTIAL, BETA, ALIGN_YOUR_STEPS, ALIGN_YOUR_STEPS_XL ->
                walk(ladder, kind.formula(ladder, ladder.known()), kind);
        };
    }

    private NoiseSchedule restarting(int steps, TrainedNoise noise) {
        Restarts restarts = Restarts.of(steps);
        ScheduleCatalogue kind = this == AUTOMATIC ? KARRAS : this;
        NoiseSchedule main = kind.schedule(restarts.main(steps), noise, StepConvention.FRACTIONAL);
        return restarts.into(main, new Ladder(steps, noise, StepConvention.FRACTIONAL))
                .orElseGet(() -> kind.schedule(steps, noise, StepConvention.FRACTIONAL));
    }

    private List<Double> formula(Ladder ladder, Ladder.Range range) {
        return switch (this) {
            case KARRAS -> ladder.karras(range);
            case EXPONENTIAL -> ladder.exponential(range);
            case BETA -> ladder.beta(range);
            case ALIGN_YOUR_STEPS -> ladder.aligned(AlignedSteps.SD, range);
            case ALIGN_YOUR_STEPS_XL -> ladder.aligned(AlignedSteps.SDXL, range);
            default -> throw new IllegalStateException(title + " is no list of sigmas");
        };
    }

    /** The list that the makers wish, laid out as the reference does it for the sampler's family. */
    private static NoiseSchedule wished(Ladder ladder, ScheduleCatalogue kind) {
        boolean fractional = ladder.convention().isFractional();
        List<Double> sigmas = kind.formula(ladder, fractional ? ladder.spacedRange() : ladder.known());
        double first = sigmas.getFirst();
        List<Double> walk = new ArrayList<>(sigmas);
        walk.add(ladder.convention() == StepConvention.OPEN_END_ABOVE_ZERO ? sigmas.getLast() : 0);
        boolean overSigma = fractional && ladder.noise().spacing() != TrainedNoise.Spacing.LEADING;
        return new NoiseSchedule(
                walk,
                ladder.wishedTimesteps(sigmas, kind == KARRAS),
                walk.subList(1, walk.size()),
                overSigma ? first : 1 / ladder.noise().prediction().inputScale(first),
                ladder.noise());
    }

    private static ScheduleCatalogue automatic(TrainedNoise noise, StepConvention convention) {
        if (convention.isDistilled()) {
            return AUTOMATIC; // the list of timesteps that only such networks know
        }
        return switch (noise.spacing()) {
            case LEADING -> LEADING;
            case TRAILING -> TRAILING;
            case LINSPACE -> NORMAL;
        };
    }

    private static NoiseSchedule walk(Ladder ladder, List<Double> timesteps, double end, ScheduleCatalogue kind) {
        List<Double> sigmas = timesteps.stream().map(ladder::sigma).toList();
        return walk(ladder, timesteps, sigmas, end, kind);
    }

    private static NoiseSchedule walk(Ladder ladder, List<Double> sigmas, ScheduleCatalogue kind) {
        return walk(ladder, ladder.timesteps(sigmas), sigmas, 0, kind);
    }

    private static NoiseSchedule walk(
            Ladder ladder, List<Double> timesteps, List<Double> sigmas, double end, ScheduleCatalogue kind) {
        double first = sigmas.getFirst();
        List<Double> walk = new ArrayList<>(sigmas);
        walk.add(end < sigmas.getLast() ? end : 0);
        Prediction prediction = ladder.noise().prediction();
        boolean overSigma = ladder.convention().isFractional() && kind != LEADING;
        double initialScale = overSigma && prediction != Prediction.FLOW ? first : 1 / prediction.inputScale(first);
        boolean strides =
                ladder.convention() == StepConvention.WHOLE && (kind == NORMAL || kind == LEADING || kind == TRAILING);
        List<Double> aims = strides ? ladder.aims(timesteps) : walk.subList(1, walk.size());
        return new NoiseSchedule(walk, timesteps, aims, initialScale, ladder.noise());
    }
}
