package studio.sinopia.measure;

/**
 * How well pictures agree with the truth of their scenes. All figures but the depth's are 1 for a perfect copy.
 *
 * @param lineF1 edge F1 within 2 pixels, mean over the pictures, 0 … 1
 * @param lineF1Exact edge F1 without tolerance, mean over the pictures, 0 … 1
 * @param lineSsim structural similarity of the soft line maps, mean over the pictures, -1 … 1
 * @param meanIoU intersection over union of the segments, mean over the classes, over all pictures at once, 0 … 1
 * @param pixelAccuracy share of the pixels with the right class, 0 … 1
 * @param depthError root of the mean square difference of depth, 0 (far) … 1 (near); 0 for a perfect copy
 * @param jointAccuracy share of the visible joints found within a tenth of their person's larger side (PCK@0.1), 0 … 1; NaN
 *     where no scene had people or the judge knows none
 * @param boxPrecision average precision of labelled boxes at an overlap of one half (AP50), all classes ranked together, 0 … 1;
 *     NaN where the judge knows no things
 */
public record Obedience(
        double lineF1,
        double lineF1Exact,
        double lineSsim,
        double meanIoU,
        double pixelAccuracy,
        double depthError,
        double jointAccuracy,
        double boxPrecision) {

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
