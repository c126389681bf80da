package studio.sinopia.engine.sample;

import java.util.List;

/**
 * The sigmas of a run from noisy to clean, one more than steps, and the timestep of each but the last.
 *
 * @param sigmas falling, but for restarts; the last is 0, or small where a sampler ends at the least noisy timestep
 * @param timesteps the network's clock at each step
 * @param aims the sigma to which DDIM and Restart go in each step; as a rule that of the next step
 * @param initialScale the deviation of the latent at the first step
 * @param noise what the network was trained with
 */
public record NoiseSchedule(
        List<Double> sigmas, List<Double> timesteps, List<Double> aims, double initialScale, TrainedNoise noise) {

    public NoiseSchedule {
        sigmas = List.copyOf(sigmas);
        timesteps = List.copyOf(timesteps);
        aims = List.copyOf(aims);
        int steps = timesteps.size();
        if (steps == 0 || sigmas.size() != steps + 1 || aims.size() != steps) {
            throw new IllegalArgumentException("Needs one sigma more than timesteps and as many aims, got %d, %d, %d"
                    .formatted(sigmas.size(), steps, aims.size()));
        }
    }

    public int steps() {
        return timesteps.size();
    }

    /** Sigma before step {@code i}; after the last step for {@code i == steps()}. */
    public double sigma(int i) {
        return sigmas.get(i);
    }

    /** The network's clock for a sigma: that of the step which starts there, otherwise by the trained table. */
    public double timestep(double sigma) {
        int i = sigmas.indexOf(sigma);
        return i >= 0 && i < timesteps.size() ? timesteps.get(i) : noise.clock().timestep(sigma);
    }

    /** Factor from a sampler's latent to the network's input. */
    public double inputScale(double sigma) {
        return noise.prediction().inputScale(sigma);
    }

    /** What is left when the first {@code skipped} steps are not taken, as when a run begins from a picture. */
    public NoiseSchedule after(int skipped) {
        return new NoiseSchedule(
                sigmas.subList(skipped, sigmas.size()),
                timesteps.subList(skipped, timesteps.size()),
                aims.subList(skipped, aims.size()),
                initialScale,
                noise);
    }
}
