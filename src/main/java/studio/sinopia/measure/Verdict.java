package studio.sinopia.measure;

import java.util.Optional;

/** What a picture shows, read pixel by pixel, row by row. Immutable. */
public final class Verdict {

    private final int[] classes;
    private final LineMap lines;
    private final float[] depth;
    private final double[] features;
    private final Optional<Findings> findings;

    /**
     * @param classes the likeliest class of {@code StorybookPalette} by its number; copied
     * @param lines where line art runs
     * @param depth 0 (far) … 255 (near); copied
     * @param features numbers that are alike for pictures that look alike; copied
     * @param findings empty if the judge knows areas only
     */
    public Verdict(int[] classes, LineMap lines, float[] depth, double[] features, Optional<Findings> findings) {
        this.classes = classes.clone();
        this.lines = lines;
        this.depth = depth.clone();
        this.features = features.clone();
        this.findings = findings;
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

    public double[] features() {
        return features.clone();
    }

    public Optional<Findings> findings() {
        return findings;
    }
}
