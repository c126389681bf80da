package studio.sinopia.recipe;

/**
 * How the noise is walked down.
 *
 * @param sampler name as users know it, for example {@code DPM++ 2M}; which names there are, the engine knows
 * @param schedule name of the noise schedule, for example {@code Karras}; {@code automatic} means what suits the model
 * @param steps 1 … {@value #MOST_STEPS}
 * @param noise name of the noise source; {@value #OWN_NOISE} is this program's
 */
public record Sampling(String sampler, String schedule, int steps, String noise) {

    /** Networks are trained with 1000 timesteps as a rule, between which there are so many steps. */
    public static final int MOST_STEPS = 999;

    public static final String OWN_NOISE = "own";
    public static final String AUTOMATIC = "automatic";
    public static final Sampling STANDARD = new Sampling("DPM++ 2M", AUTOMATIC, 20);

    public Sampling {
        if (steps < 1 || steps > MOST_STEPS) {
            throw new IllegalArgumentException("Steps need 1 to %d, got %d".formatted(MOST_STEPS, steps));
        }
    }

    /** With this program's noise. */
    public Sampling(String sampler, String schedule, int steps) {
        this(sampler, schedule, steps, OWN_NOISE);
    }

    public Sampling withSteps(int newSteps) {
        return new Sampling(sampler, schedule, newSteps, noise);
    }

    public Sampling withSampler(String newSampler) {
        return new Sampling(newSampler, schedule, steps, noise);
    }
}
