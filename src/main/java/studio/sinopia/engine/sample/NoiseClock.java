package studio.sinopia.engine.sample;

/** Goes between the network's timesteps and sigmas. */
public sealed interface NoiseClock permits TrainedTable, FlowClock {

    /** Sigma that stands for pure noise where there is no finite one: 1 part of picture in 2^40 by power. */
    double PURE_NOISE = 0x1p20;

    /** Sigma at which samplers over sigma begin in its place, as the reference does: 1 part of picture in 2^24 by power. */
    double NEARLY_PURE_NOISE = Math.sqrt(0x1p24 - 1);

    /** The sigma of a timestep; between whole timesteps on a straight line. */
    double sigma(double timestep);

    /** The timestep of a sigma, interpolated over its logarithm and held inside the trained range. */
    double timestep(double sigma);

    /** The noisiest timestep, 999 as a rule. */
    double last();

    /** Whether the noisiest timestep has no picture left in it at all (zero terminal signal-to-noise ratio). */
    default boolean endsInPureNoise() {
        return sigma(last()) >= PURE_NOISE;
    }

    /** Sigma of the least noisy timestep. */
    default double sigmaMin() {
        return sigma(0);
    }

    /** Sigma of the noisiest timestep. */
    default double sigmaMax() {
        return sigma(last());
    }
}
