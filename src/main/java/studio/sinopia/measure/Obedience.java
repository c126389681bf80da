package studio.sinopia.measure;

/**
 * How well pictures agree with the maps of their scenes. All figures are 1 for a perfect copy.
 *
 * @param lineF1 edge F1 within 2 pixels, mean over the pictures, 0 … 1
 * @param lineF1Exact edge F1 without tolerance, mean over the pictures, 0 … 1
 * @param lineSsim structural similarity of the soft line maps, mean over the pictures, -1 … 1
 * @param meanIoU intersection over union of the segments, mean over the classes, over all pictures at once, 0 … 1
 * @param pixelAccuracy share of the pixels with the right class, 0 … 1
 */
public record Obedience(double lineF1, double lineF1Exact, double lineSsim, double meanIoU, double pixelAccuracy) {

    /**
     * The share of an error that something took away: 1 if nothing is left, 0 if nothing changed, negative if it grew.
     *
     * @param with a figure of 1 at best, with that something
     * @param without the same figure without it
     */
    public static double errorTakenAway(double with, double without) {
        return without == 1 ? 0 : 1 - (1 - with) / (1 - without);
    }
}
