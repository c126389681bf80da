package studio.sinopia.recipe;

import studio.sinopia.core.Size;

/**
 * A second pass at a larger size: what the first one made is enlarged, noised and painted over, so that the whole keeps the first
 * one's composition and gains detail.
 *
 * @param size of the finished picture
 * @param steps of the whole walk of which the last part is taken, 1 … {@value Sampling#MOST_STEPS}; 0 = as many as in the first pass
 * @param strength denoising strength, above 0, at most 1: the share of the steps that are taken
 */
public record HiresPass(Size size, int steps, double strength, Upscaler upscaler) {

    public static final double STANDARD_STRENGTH = 0.7;
    /** Larger than so many times the first pass nobody asks for. */
    public static final double LARGEST_FACTOR = 8;

    private static final int GRID = 16; // pixels; sides of so many suit every model

    public HiresPass {
        if (steps < 0 || steps > Sampling.MOST_STEPS) {
            throw new IllegalArgumentException(
                    "Steps of the second pass need 0 to %d, got %d".formatted(Sampling.MOST_STEPS, steps));
        }
        if (!(strength > 0 && strength <= 1)) {
            throw new IllegalArgumentException(
                    "Denoising strength of the second pass needs more than 0 and at most 1, got " + strength);
        }
    }

    /** With the usual strength and as many steps as before. */
    public HiresPass(Size size) {
        this(size, 0, STANDARD_STRENGTH, Upscaler.LATENT);
    }

    /**
     * A size about {@code factor} times as large, on a grid that suits every model.
     *
     * @param factor 1 … {@value #LARGEST_FACTOR}
     */
    public static Size enlarged(Size first, double factor) {
        return new Size(onGrid(first.width() * factor), onGrid(first.height() * factor));
    }

    private static int onGrid(double pixels) {
        return Math.max(1, (int) Math.round(pixels / GRID)) * GRID;
    }
}
