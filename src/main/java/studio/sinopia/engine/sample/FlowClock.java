package studio.sinopia.engine.sample;

/**
 * The clock of rectified flow: at timestep 1000 s the network sees (1 - s) clean + s noise, so sigma = s / (1 - s).
 *
 * @param timesteps 1000 as a rule
 * @param shift moves steps towards noise for large pictures, 1 = none
 */
public record FlowClock(int timesteps, double shift) implements NoiseClock {

    @Override
    public double sigma(double timestep) {
        double s = timestep / timesteps;
        return Math.min(PURE_NOISE, s / (1 - s));
    }

    @Override
    public double timestep(double sigma) {
        return sigma >= PURE_NOISE ? timesteps : timesteps * sigma / (1 + sigma);
    }

    @Override
    public double last() {
        return timesteps;
    }

    @Override
    public double sigmaMin() {
        return sigma(shifted(1.0 / timesteps) * timesteps);
    }

    /** {@code s} moved towards 1 (Esser et al. 2024, equation 23). */
    double shifted(double s) {
        return shift * s / (1 + (shift - 1) * s);
    }
}
