package studio.sinopia.engine.sample;

/**
 * How a family of samplers lays its steps over the trained timesteps. Published pictures depend on these habits, so they
 * are kept.
 */
public enum StepConvention {
    /** DDIM and PLMS: whole timesteps a whole stride apart; the last step may end at the sigma of the first timestep. */
    WHOLE,
    /** DDPM: whole timesteps, the last step to sigma 0. */
    WHOLE_TO_CLEAN,
    /** Euler, Heun and other samplers over sigma: evenly spaced timesteps may be fractions. */
    FRACTIONAL,
    /** Restart: as {@link #FRACTIONAL}, by the sigmas of Karras et al. where nothing is chosen, and with {@link Restarts}. */
    FRACTIONAL_WITH_RESTARTS,
    /** DPM2: as {@link #FRACTIONAL}, but the sigmas of Karras et al. go with whole timesteps where the makers wish them. */
    FRACTIONAL_BUT_KARRAS,
    /** DPM++ and UniPC: whole timesteps; the least noisy of one more than needed is left out. */
    OPEN_END,
    /** DEIS: as {@link #OPEN_END}, but the last step ends at the sigma of the first timestep. */
    OPEN_END_ABOVE_ZERO,
    /** Latent consistency: timesteps from the list with which the network was distilled. */
    DISTILLED,
    /** Trajectory consistency: as {@link #DISTILLED}, but the last step ends at the sigma of the first timestep. */
    DISTILLED_ABOVE_ZERO;

    boolean isFractional() {
        return this == FRACTIONAL || this == FRACTIONAL_BUT_KARRAS || this == FRACTIONAL_WITH_RESTARTS;
    }

    boolean isOpen() {
        return this == OPEN_END || this == OPEN_END_ABOVE_ZERO;
    }

    boolean isDistilled() {
        return this == DISTILLED || this == DISTILLED_ABOVE_ZERO;
    }

    /** Whether the makers' wish for a list of sigmas instead of timesteps is heard. */
    boolean walksOverSigma() {
        return isFractional() || isOpen();
    }
}
