package studio.sinopia.engine.steer;

import ai.djl.ndarray.NDArray;
import studio.sinopia.engine.sample.SamplerStep;

/**
 * Where a run stands.
 *
 * @param samplerStep the step being taken
 * @param sigma noise at which the network is asked; inside a step of two evaluations not that of its beginning
 * @param attempt how often this step has been done before
 * @param strength how strongly the asked method shall act now: what the user set, times its curve
 */
public record StepPoint(SamplerStep samplerStep, double sigma, int attempt, double strength) {

    /** Number of the step, from 0. */
    public int step() {
        return samplerStep.index();
    }

    public int steps() {
        return samplerStep.schedule().steps();
    }

    /** The network's clock. */
    public double timestep() {
        return samplerStep.schedule().timestep(sigma);
    }

    /** Sigma at which the step ends. */
    public double next() {
        return samplerStep.next();
    }

    /** Unit noise of this step, another each time it is done again. */
    public NDArray draw(String purpose, NDArray like) {
        return samplerStep.draw(purpose, like);
    }

    public StepPoint at(double newSigma) {
        return new StepPoint(samplerStep, newSigma, attempt, strength);
    }

    StepPoint withStrength(double newStrength) {
        return new StepPoint(samplerStep, sigma, attempt, newStrength);
    }
}
