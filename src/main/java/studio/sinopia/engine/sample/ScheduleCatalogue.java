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
    SIMPLE("Simple");

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
        ScheduleCatalogue kind = this == AUTOMATIC ? automatic(noise, convention) : this;
        var ladder = new Ladder(steps, noise, convention);
        return switch (kind) {
            case AUTOMATIC -> walk(ladder, ladder.distilled(), 0, kind);
            case NORMAL -> walk(ladder, ladder.linspace(), ladder.end(), kind);
            case LEADING -> walk(ladder, ladder.leading(), ladder.end(), kind);
            case TRAILING -> walk(ladder, ladder.trailing(), ladder.end(), kind);
            case SIMPLE -> walk(ladder, ladder.simple(), 0, kind);
            case SGM_UNIFORM -> walk(ladder, ladder.open(), ladder.sigmasByLog(ladder.open()), 0, kind);
            case KARRAS -> walk(ladder, ladder.karras(), kind);
            case EXPONENTIAL -> walk(ladder, ladder.exponential(), kind);
        };
    }

    private static ScheduleCatalogue automatic(TrainedNoise noise, StepConvention convention) {
        if (convention == StepConvention.DISTILLED) {
            return AUTOMATIC; // the list of timesteps that only such networks know
        }
        if (noise.karras()) {
            return KARRAS;
        }
        return switch (noise.spacing()) {
            case LEADING -> LEADING;
            case TRAILING -> TRAILING;
            case LINSPACE -> NORMAL;
        };
    }

    private static NoiseSchedule walk(Ladder ladder, List<Double> timesteps, double end, ScheduleCatalogue kind) {
        List<Double> sigmas = timesteps.stream().map(ladder.clock()::sigma).toList();
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
        boolean overSigma = ladder.convention() == StepConvention.FRACTIONAL && kind != LEADING;
        double initialScale = overSigma && prediction != Prediction.FLOW ? first : 1 / prediction.inputScale(first);
        List<Double> aims = kind == TRAILING ? ladder.aims(timesteps, walk) : walk.subList(1, walk.size());
        return new NoiseSchedule(walk, timesteps, aims, initialScale, ladder.noise());
    }
}
