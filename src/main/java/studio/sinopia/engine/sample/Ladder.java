package studio.sinopia.engine.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Lists of timesteps or sigmas, noisiest first, one for each step.
 *
 * @param steps how many
 * @param noise what the network was trained with
 * @param convention habits of the sampler
 */
record Ladder(int steps, TrainedNoise noise, StepConvention convention) {

    private static final double RHO = 7; // Karras et al. 2022, equation 5
    private static final double LARGEST_FORMULA_SIGMA = 80; // what Karras et al. take for pure noise

    NoiseClock clock() {
        return noise.clock();
    }

    /** Where a walk over timesteps ends: sigma 0, except for samplers that stop at the first timestep. */
    double end() {
        boolean aboveZero =
                switch (convention) {
                    case WHOLE -> !noise.endsClean();
                    case OPEN_END_ABOVE_ZERO, DISTILLED_ABOVE_ZERO -> true;
                    case WHOLE_TO_CLEAN,
                            FRACTIONAL,
                            FRACTIONAL_WITH_RESTARTS,
                            FRACTIONAL_BUT_KARRAS,
                            OPEN_END,
                            DISTILLED -> false;
                };
        return aboveZero ? clock().sigmaMin() : 0;
    }

    /** As the model's makers space timesteps. */
    List<Double> spaced() {
        return switch (noise.spacing()) {
            case LEADING -> leading();
            case TRAILING -> trailing();
            case LINSPACE -> linspace();
        };
    }

    List<Double> linspace() {
        if (clock() instanceof FlowClock flow) {
            return even(flow.last(), flow.timestep(flow.sigmaMin()), steps).stream()
                    .map(t -> flow.last() * flow.shifted(t / flow.last()))
                    .toList();
        }
        return even(clock().last(), 0, points()).subList(0, steps).stream()
                .map(this::whole)
                .toList();
    }

    List<Double> leading() {
        int stride = trained() / points();
        return list(steps, i -> {
            double fromLeastNoisy = points() - 1.0 - i;
            return Math.min(clock().last() - i, fromLeastNoisy * stride + noise.stepsOffset()); // no timestep twice
        });
    }

    List<Double> trailing() {
        return list(steps, i -> Math.max(0, Math.rint(trained() - i * ((double) trained() / steps)) - 1));
    }

    /**
     * Where DDIM and PLMS go: a whole stride on. If the steps do not divide the trained timesteps, that may be beside where
     * the next step begins; published pictures were made so.
     */
    List<Double> aims(List<Double> timesteps) {
        double stride = Math.floor((double) trained() / steps);
        return IntStream.range(0, steps)
                .mapToObj(i -> timesteps.get(i) - stride)
                .map(t -> t < 0 ? end() : clock().sigma(t))
                .toList();
    }

    /** Every so-manieth whole timestep from the noisiest. */
    List<Double> simple() {
        return list(steps, i -> clock().last() - Math.floor(i * ((double) trained() / steps)));
    }

    /** Evenly spaced with one more than needed, the least noisy left out. */
    List<Double> open() {
        return even(clock().last(), 0, steps + 1).subList(0, steps);
    }

    /** The timesteps with which latent consistency models were distilled, thinned out. */
    List<Double> distilled() {
        int entries = Math.max(noise.distilledSteps(), steps);
        int stride = Math.max(1, trained() / entries);
        return list(steps, i -> {
            double fromNoisiest = Math.floor((double) i * entries / steps);
            return (entries - fromNoisiest) * stride - 1;
        });
    }

    /** Every sigma that the network knows. */
    Range known() {
        return new Range(sigma(clock().last()), clock().sigmaMin());
    }

    /** Sigmas between the first and the last of the makers' timesteps. */
    Range spacedRange() {
        List<Double> timesteps = spaced();
        return new Range(sigma(timesteps.getFirst()), sigma(timesteps.getLast()));
    }

    List<Double> karras(Range range) {
        return formula(
                range,
                (largest, smallest, count) ->
                        even(Math.pow(largest, 1 / RHO), Math.pow(smallest, 1 / RHO), count).stream()
                                .map(root -> Math.pow(root, RHO))
                                .toList());
    }

    List<Double> exponential(Range range) {
        return formula(
                range,
                (largest, smallest, count) -> even(Math.log(largest), Math.log(smallest), count).stream()
                        .map(Math::exp)
                        .toList());
    }

    /** Quantiles of a beta distribution, dense at both ends (Lee et al. 2024, "Beta sampling is all you need"). */
    List<Double> beta(Range range) {
        return formula(
                range,
                (largest, smallest, count) -> even(1, 0, count).stream()
                        .map(share -> smallest + BetaQuantile.of(share) * (largest - smallest))
                        .toList());
    }

    /** The sigma of a timestep, where pure noise is a number with which samplers over sigma can compute. */
    double sigma(double timestep) {
        double sigma = clock().sigma(timestep);
        return convention.walksOverSigma() && clock() instanceof TrainedTable
                ? Math.min(sigma, NoiseClock.NEARLY_PURE_NOISE)
                : sigma;
    }

    /** Timesteps of sigmas, whole where the sampler's family has them whole. */
    List<Double> timesteps(List<Double> sigmas) {
        return sigmas.stream().map(clock()::timestep).map(this::whole).toList();
    }

    List<Double> aligned(AlignedSteps published, Range range) {
        return formula(
                range,
                (largest, smallest, count) -> even(0, 1, count).stream()
                        .map(way -> published.sigma(way, largest, smallest))
                        .toList());
    }

    /** Timesteps of the makers' list of sigmas, which the reference cuts in other places than our own. */
    List<Double> wishedTimesteps(List<Double> sigmas, boolean karras) {
        return sigmas.stream()
                .map(clock()::timestep)
                .map(t -> {
                    if (karras) {
                        return convention == StepConvention.FRACTIONAL ? t : Math.rint(t);
                    }
                    double whole =
                            Math.min(Math.floor(t), clock().last() - 1); // its 32 bits fall just short of the last
                    return convention.isFractional() ? t : whole;
                })
                .toList();
    }

    /** Sigmas of timesteps, interpolated over their logarithm. */
    List<Double> sigmasByLog(List<Double> timesteps) {
        return timesteps.stream()
                .map(t -> clock() instanceof TrainedTable table
                        ? Math.min(table.sigmaByLog(t), sigma(clock().last()))
                        : sigma(t))
                .toList();
    }

    /** From noisy to clean. */
    record Range(double largest, double smallest) {}

    private interface Formula {
        List<Double> sigmas(double largest, double smallest, int count);
    }

    /** Where training ends in pure noise, that comes first and the formula begins below it. */
    private List<Double> formula(Range range, Formula formula) {
        if (range.largest() < NoiseClock.NEARLY_PURE_NOISE) {
            return formula.sigmas(range.largest(), range.smallest(), steps);
        }
        List<Double> sigmas = new ArrayList<>();
        sigmas.add(range.largest());
        if (steps > 1) {
            sigmas.addAll(formula.sigmas(LARGEST_FORMULA_SIGMA, range.smallest(), steps - 1));
        }
        return sigmas;
    }

    private int points() {
        return convention.isOpen() ? steps + 1 : steps;
    }

    private int trained() {
        return (int) clock().last() + (clock() instanceof FlowClock ? 0 : 1);
    }

    private double whole(double timestep) {
        return convention.isFractional() ? timestep : Math.rint(timestep);
    }

    /** {@code count} numbers from {@code first} to {@code last}. */
    private static List<Double> even(double first, double last, int count) {
        return list(count, i -> i == 0 ? first : first + (last - first) * i / (count - 1));
    }

    private static List<Double> list(int count, IntToDoubleFunction value) {
        return IntStream.range(0, count).mapToDouble(value).boxed().toList();
    }
}
