package studio.sinopia.recipe;

/**
 * How the noise is walked down.
 *
 * @param sampler name as users know it, for example {@code DPM++ 2M}; which names there are, the engine knows
 * @param schedule name of the noise schedule, for example {@code Karras}; {@code automatic} means what suits the model
 * @param steps 1 … 1000
 */
public record Sampling(String sampler, String schedule, int steps) {

    public static final String AUTOMATIC = "automatic";
    public static final Sampling STANDARD = new Sampling("DPM++ 2M", AUTOMATIC, 20);

    public Sampling {
        if (steps < 1 || steps > 1000) {
            throw new IllegalArgumentException("Steps need 1 to 1000, got " + steps);
        }
    }

    public Sampling withSteps(int newSteps) {
        return new Sampling(sampler, schedule, newSteps);
    }
}
