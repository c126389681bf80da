package studio.sinopia.control;

/**
 * The part of the denoising schedule in which a control acts, as fractions: 0 is the first step, 1 is past the last.
 *
 * @param start 0 … 1
 * @param end greater than {@code start}, at most 1
 */
public record StepWindow(double start, double end) {

    /** From the first step to the last. */
    public static final StepWindow ALWAYS = new StepWindow(0, 1);

    public StepWindow {
        if (!(0 <= start && start < end && end <= 1)) { // written so that NaN fails too
            throw new IllegalArgumentException(
                    "Step window needs 0 <= start < end <= 1, got start=%s end=%s".formatted(start, end));
        }
    }

    /** Whether step {@code step} of {@code steps} (counted from 0) lies inside, as ControlNet pipelines count it. */
    public boolean includes(int step, int steps) {
        return (double) step / steps >= start && (step + 1.0) / steps <= end + 1e-9;
    }
}
