package studio.sinopia.engine.sample;

import ai.djl.ndarray.NDArray;

/**
 * One step of a walk down the noise.
 *
 * @param schedule the whole walk
 * @param index number of this step, from 0
 * @param noise unit noise by name
 */
public record SamplerStep(NoiseSchedule schedule, int index, NoiseSource noise) {

    /** Sigma at which the step begins. */
    public double sigma() {
        return schedule.sigma(index);
    }

    /** Sigma at which it ends; 0 for the last step as a rule. */
    public double next() {
        return schedule.sigma(index + 1);
    }

    /** Sigma to which DDIM, PLMS and Restart go in this step; that at which it ends as a rule. */
    double aim() {
        return schedule.aims().get(index);
    }

    /** A latent that looks to the network at one sigma as {@code x} does at another. */
    NDArray read(NDArray x, double from, double to) {
        return from == to ? x : x.mul(schedule.inputScale(from) / schedule.inputScale(to));
    }

    /** Takes a latent that arrived at {@link #aim} for what the next step begins with. */
    NDArray fromAim(NDArray x) {
        return read(x, aim(), next());
    }

    /** Unit noise for this step. */
    public NDArray draw(String purpose, NDArray like) {
        return noise.draw(index, purpose, like);
    }

    /** A latent with fresh noise; for a {@code sigma} of 0 none is drawn. */
    NDArray stirred(NDArray x, double sigma, String purpose) {
        return sigma == 0 ? x : x.add(draw(purpose, x).mul(sigma));
    }

    /** The same for samplers that follow a stochastic differential equation: the noise is that of the way from here to a sigma. */
    NDArray stirredOnTheWay(NDArray x, double sigma, double to, String purpose) {
        return sigma == 0
                ? x
                : x.add(noise.onTheWay(index, purpose, sigma(), to, x).mul(sigma));
    }

    /** True for a step that starts where nothing of the picture is left, so that a slope over sigma says nothing. */
    public boolean startsInPureNoise() {
        return sigma() >= NoiseClock.NEARLY_PURE_NOISE;
    }

    /** Moves {@code x} from one sigma to another along the straight line through its clean estimate. */
    static NDArray straight(NDArray x, NDArray clean, double from, double to) {
        return x.sub(clean).mul(to / from).add(clean); // no large numbers are left to cancel when sigma is huge
    }
}
