package studio.sinopia.engine.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a walk goes back up and down again, with the habits of the programs that have the sampler: between sigmas of about 0.1
 * and 2, once with nine steps, from 36 steps on twice with a quarter of all steps. These steps are taken from the main walk, so that
 * there are as many as asked for. Shorter walks than 20 steps have no restart.
 *
 * @param times how often the walk goes back
 * @param steps of each way down
 */
record Restarts(int times, int steps) {

    private static final int FEWEST_STEPS = 20;
    private static final int STEPS_FOR_TWO = 36;
    private static final double LOW = 0.1;
    private static final double HIGH = 2;

    /** @param all steps of the walk, those of restarts included */
    static Restarts of(int all) {
        if (all < FEWEST_STEPS) {
            return new Restarts(0, 0);
        }
        return all < STEPS_FOR_TWO ? new Restarts(1, 9) : new Restarts(2, all / 4);
    }

    /** Steps of the walk without its restarts. */
    int main(int all) {
        return all - times * steps;
    }

    /**
     * Puts the ways back up into a walk.
     *
     * @param main the walk without restarts
     * @return nothing if there are none, or no two sigmas between which to go
     */
    Optional<NoiseSchedule> into(NoiseSchedule main, Ladder ladder) {
        int low = nearest(main, LOW);
        int high = nearest(main, HIGH);
        if (times == 0 || low <= high) {
            return Optional.empty();
        }
        List<Double> again = new Ladder(steps + 1, ladder.noise(), ladder.convention())
                .karras(new Ladder.Range(main.sigma(high), main.sigma(low)));
        List<Double> sigmas = new ArrayList<>(main.sigmas().subList(0, low));
        List<Double> aims = new ArrayList<>(main.sigmas().subList(1, low + 1));
        for (int time = 0; time < times; time++) {
            sigmas.addAll(again.subList(0, steps));
            aims.addAll(again.subList(1, steps + 1));
        }
        sigmas.addAll(main.sigmas().subList(low, main.sigmas().size()));
        aims.addAll(main.sigmas().subList(low + 1, main.sigmas().size()));
        List<Double> timesteps = ladder.timesteps(sigmas.subList(0, sigmas.size() - 1));
        return Optional.of(new NoiseSchedule(sigmas, timesteps, aims, main.initialScale(), main.noise()));
    }

    private static int nearest(NoiseSchedule main, double sigma) {
        int best = 0;
        for (int i = 1; i < main.steps(); i++) {
            if (Math.abs(main.sigma(i) - sigma) < Math.abs(main.sigma(best) - sigma)) {
                best = i;
            }
        }
        return best;
    }
}
