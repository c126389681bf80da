package studio.sinopia.engine.steer;

import ai.djl.ndarray.NDArray;

/**
 * Takes each step several times, with noise put back between, so that what is painted anew grows together with what is
 * known. RePaint, Lugmayr et al. 2022, algorithm 1, with jumps of one step.
 *
 * @param times how often each step is taken, 1 = once
 */
public record Resampling(int times) implements ChooseMoment {

    @Override
    public Rank rank() {
        return Rank.CANDIDATES;
    }

    @Override
    public Choice choose(NDArray from, NDArray next, StepPoint point, int attempt) {
        double sigma = point.sigma();
        boolean last = point.step() == point.steps() - 1; // its result is clean and must not be noised
        if (last || attempt + 1 >= times) {
            return new Choice.Accept(next);
        }
        double back = Math.sqrt(sigma * sigma - point.next() * point.next());
        return new Choice.Redo(next.add(point.draw("resampling", next).mul(back)));
    }
}
