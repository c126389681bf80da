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
    private static final int DISTILLED_TIMESTEPS = 50;

    NoiseClock clock() {
        return noise.clock();
    }

    /** Where a walk over timesteps ends: sigma 0, except where DDIM stops at the first timestep. */
    double end() {
        return convention == StepConvention.WHOLE && !noise.endsClean() ? clock().sigmaMin() : 0;
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
            return Math.min(clock().last(), fromLeastNoisy * stride + noise.stepsOffset());
        });
    }

    List<Double> trailing() {
        return list(steps, i -> Math.max(0, Math.rint(trained() - i * ((double) trained() / steps)) - 1));
    }

    /**
     * Where DDIM goes from trailing timesteps: a whole stride on. If the steps do not divide the trained timesteps, that is
     * up to one timestep beside where the next step begins; published pictures were made so.
     */
    List<Double> aims(List<Double> timesteps, List<Double> walk) {
        double stride = Math.floor((double) trained() / steps);
        return IntStream.range(0, steps)
                .mapToObj(i -> timesteps.get(i) - stride)
                .map(t -> t < 0 ? walk.getLast() : clock().sigma(t))
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
        int entries = Math.max(DISTILLED_TIMESTEPS, steps);
        int stride = Math.max(1, trained() / entries);
        return list(steps, i -> {
            double fromNoisiest = Math.floor((double) i * entries / steps);
            return (entries - fromNoisiest) * stride - 1;
        });
    }

    List<Double> karras() {
        return formula((largest, smallest, count) ->
                even(Math.pow(largest, 1 / RHO), Math.pow(smallest, 1 / RHO), count).stream()
                        .map(root -> Math.pow(root, RHO))
                        .toList());
    }

    List<Double> exponential() {
        return formula((largest, smallest, count) -> even(Math.log(largest), Math.log(smallest), count).stream()
                .map(Math::exp)
                .toList());
    }

    /** Timesteps of sigmas, whole where the sampler's family has them whole. */
    List<Double> timesteps(List<Double> sigmas) {
        return sigmas.stream().map(clock()::timestep).map(this::whole).toList();
    }

    /** Sigmas of timesteps, interpolated over their logarithm. */
    List<Double> sigmasByLog(List<Double> timesteps) {
        return timesteps.stream()
                .map(t -> clock() instanceof TrainedTable table ? table.sigmaByLog(t) : clock().sigma(t))
                .toList();
    }

    private interface Formula {
        List<Double> sigmas(double largest, double smallest, int count);
    }

    /** Where training ends in pure noise, that comes first and the formula begins below it. */
    private List<Double> formula(Formula formula) {
        if (!clock().endsInPureNoise()) {
            return formula.sigmas(clock().sigmaMax(), clock().sigmaMin(), steps);
        }
        List<Double> sigmas = new ArrayList<>();
        sigmas.add(clock().sigmaMax());
        if (steps > 1) {
            sigmas.addAll(formula.sigmas(LARGEST_FORMULA_SIGMA, clock().sigmaMin(), steps - 1));
        }
        return sigmas;
    }

    private int points() {
        return convention == StepConvention.OPEN_END ? steps + 1 : steps;
    }

    private int trained() {
        return (int) clock().last() + (clock() instanceof FlowClock ? 0 : 1);
    }

    private double whole(double timestep) {
        return convention == StepConvention.FRACTIONAL ? timestep : Math.rint(timestep);
    }

    /** {@code count} numbers from {@code first} to {@code last}. */
    private static List<Double> even(double first, double last, int count) {
        return list(count, i -> i == 0 ? first : first + (last - first) * i / (count - 1));
    }

    private static List<Double> list(int count, IntToDoubleFunction value) {
        return IntStream.range(0, count).mapToDouble(value).boxed().toList();
    }
}
