package studio.sinopia.measure;

/** What a picture shows, read pixel by pixel, row by row. Immutable. */
public final class Verdict {

    private final int[] classes;
    private final LineMap lines;
    private final float[] depth;

    /**
     * @param classes the likeliest class of {@code StorybookPalette} by its number; copied
     * @param lines where line art runs
     * @param depth 0 (far) … 255 (near); copied
     */
    public Verdict(int[] classes, LineMap lines, float[] depth) {
        this.classes = classes.clone();
        this.lines = lines;
        this.depth = depth.clone();
    }

    public int[] classes() {
        return classes.clone();
    }

    public LineMap lines() {
        return lines;
    }

    public float[] depth() {
        return depth.clone();
    }
}
