package studio.sinopia.measure;

/**
 * Which class was read where which class was wanted, in pixels, summed over any number of pictures.
 *
 * @see #meanIntersectionOverUnion
 */
public final class Confusion {

    private final int classes;
    private final long[] counts; // [wanted * classes + read]

    /** Empty. */
    public Confusion(int classes) {
        this.classes = classes;
        this.counts = new long[classes * classes];
    }

    /**
     * Counts one picture.
     *
     * @param read class of each pixel as it was read, 0 … classes - 1
     * @param wanted class of each pixel as it was wanted; -1 where anything is right
     */
    public void add(int[] read, int[] wanted) {
        if (read.length != wanted.length) {
            throw new IllegalArgumentException("Read %d pixels, wanted %d".formatted(read.length, wanted.length));
        }
        for (int i = 0; i < read.length; i++) {
            if (wanted[i] >= 0) {
                counts[wanted[i] * classes + read[i]]++;
            }
        }
    }

    /** Counts all that {@code other} counted. */
    public void add(Confusion other) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
    }

    /** Share of the pixels whose class is right, 0 … 1; 1 if there are none. */
    public double pixelAccuracy() {
        long right = 0;
        long all = 0;
        for (int i = 0; i < counts.length; i++) {
            all += counts[i];
            right += i / classes == i % classes ? counts[i] : 0;
        }
        return all == 0 ? 1 : (double) right / all;
    }

    /** Intersection over union of one class, 0 … 1; NaN if it is neither read nor wanted anywhere. */
    public double intersectionOverUnion(int index) {
        long union = -counts[index * classes + index];
        for (int other = 0; other < classes; other++) {
            union += counts[index * classes + other] + counts[other * classes + index];
        }
        return (double) counts[index * classes + index] / union;
    }

    /** Mean of {@link #intersectionOverUnion} over the classes that occur, 0 … 1 (mIoU); 1 if none does. */
    public double meanIntersectionOverUnion() {
        double sum = 0;
        int occurring = 0;
        for (int index = 0; index < classes; index++) {
            double value = intersectionOverUnion(index);
            if (!Double.isNaN(value)) {
                sum += value;
                occurring++;
            }
        }
        return occurring == 0 ? 1 : sum / occurring;
    }
}
