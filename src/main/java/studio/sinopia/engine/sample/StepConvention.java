package studio.sinopia.engine.sample;

/**
 * How a family of samplers lays its steps over the trained timesteps. Published pictures depend on these habits, so they
 * are kept.
 */
public enum StepConvention {
    /** DDIM: whole timesteps; the last step may end at the sigma of the first timestep. */
    WHOLE,
    /** Euler, Heun and other samplers over sigma: evenly spaced timesteps may be fractions. */
    FRACTIONAL,
    /** DPM++ and UniPC: whole timesteps; the least noisy of one more than needed is left out. */
    OPEN_END,
    /** Latent consistency: timesteps from the list with which the network was distilled. */
    DISTILLED
}
