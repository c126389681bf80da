package studio.sinopia.condition.classic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Neighbouring regions merged one pair at a time, the cheapest first. The cost is Ward's (1963): the error of colour that
 * the merger adds; it is lowered where the border between the two can hardly be seen, so that a slow gradient stays whole, and for
 * what is thin, so that outlines go to what they surround.
 */
final class RegionMerging {

    /** A jump across a border, in units of 8-bit L*a*b*, that makes it a border. */
    private static final double VISIBLE_JUMP = 12;

    private static final int REACH = 3; // pixels: a soft border is as wide as this
    private static final int SMALL_SIDE = 64; // pictures smaller than this have no soft borders

    private static final double BODY = 2.5; // half the width, in pixels, from which on a stripe is a thing

    private final int width;
    private final int reach;
    private final int[] label;
    private final List<Region> regions = new ArrayList<>();

    /** What is known of a region. */
    static final class Region {
        int pixels;
        final double[] sum = new double[3]; // of L, a, b, each 0 … 255
        double sumX;
        double sumY;
        boolean touchesTop;
        boolean touchesBottom;
        boolean touchesSide;
        final Map<Integer, double[]> borders = new HashMap<>(); // neighbour → length, sums of the jumps in L, a, b

        double borderLength; // in pixel pairs, the picture's own edge not counted

        double mean(int channel) {
            return sum[channel] / pixels;
        }
    }

    /**
     * @param label region of each pixel, row by row, from 0 without gaps; left unchanged
     * @param lab planes of L*, a*, b* in OpenCV's 8-bit encoding
     */
    RegionMerging(int width, int[] label, byte[][] lab) {
        this.width = width;
        this.label = label.clone();
        int count = Arrays.stream(label).max().orElse(-1) + 1;
        for (int i = 0; i < count; i++) {
            regions.add(new Region());
        }
        int rows = label.length / width;
        this.reach = Math.min(width, rows) < SMALL_SIDE ? 1 : REACH;
        for (int i = 0; i < label.length; i++) {
            int row = i / width;
            count(i, rows, lab);
            if (i % width >= reach) {
                border(i, i - reach, lab);
            }
            if (row >= reach) {
                border(i, i - reach * width, lab);
            }
        }
    }

    private void count(int i, int rows, byte[][] lab) {
        Region region = regions.get(label[i]);
        region.pixels++;
        for (int channel = 0; channel < 3; channel++) {
            region.sum[channel] += lab[channel][i] & 0xff;
        }
        int row = i / width;
        region.sumX += i % width;
        region.sumY += row;
        region.touchesTop |= row == 0;
        region.touchesBottom |= row == rows - 1;
        region.touchesSide |= i % width == 0 || i % width == width - 1;
    }

    private void border(int i, int j, byte[][] lab) {
        if (label[i] == label[j]) {
            return;
        }
        note(label[i], label[j], 1, difference(lab, i, j));
        note(label[j], label[i], 1, difference(lab, j, i));
    }

    private static double[] difference(byte[][] lab, int i, int j) {
        var difference = new double[3];
        for (int channel = 0; channel < 3; channel++) {
            difference[channel] = (lab[channel][i] & 0xff) - (lab[channel][j] & 0xff);
        }
        return difference;
    }

    private void note(int from, int to, double length, double[] jumps) {
        double[] border = regions.get(from).borders.computeIfAbsent(to, fresh -> new double[4]);
        border[3] += length;
        regions.get(from).borderLength += length;
        for (int channel = 0; channel < 3; channel++) {
            border[channel] += jumps[channel];
        }
    }

    /** Merges until at most {@code wanted} regions are left. */
    void mergeTo(int wanted) {
        int left = (int) regions.stream().filter(region -> region.pixels > 0).count();
        for (; left > wanted; left--) {
            int bestA = -1;
            int bestB = -1;
            double best = Double.POSITIVE_INFINITY;
            for (int a = 0; a < regions.size(); a++) {
                for (int b : regions.get(a).borders.keySet()) {
                    double cost = a < b ? cost(regions.get(a), regions.get(b), b) : Double.POSITIVE_INFINITY;
                    boolean earlier = a < bestA || (a == bestA && b < bestB); // not left to the order of a hash map
                    if (cost < best || (cost == best && earlier)) {
                        best = cost;
                        bestA = a;
                        bestB = b;
                    }
                }
            }
            if (bestA < 0) {
                return; // nothing has a neighbour any more
            }
            merge(bestA, bestB);
        }
    }

    private double cost(Region a, Region b, int numberOfB) {
        double distance = 0;
        for (int channel = 0; channel < 3; channel++) {
            double difference = a.mean(channel) - b.mean(channel);
            distance += difference * difference;
        }
        double[] border = a.borders.getOrDefault(numberOfB, new double[4]);
        // sums keep their signs, so texture cancels out along a border and only a lasting jump is left
        double jump = Math.sqrt(border[0] * border[0] + border[1] * border[1] + border[2] * border[2])
                / Math.max(1, border[3]);
        double body = Math.min(body(a), body(b));
        double seen = Math.min(1, jump / VISIBLE_JUMP);
        return distance * a.pixels / (a.pixels + b.pixels) * b.pixels * (0.05 + 0.95 * seen) * body;
    }

    private void merge(int a, int b) {
        Region into = regions.get(a);
        Region from = regions.get(b);
        into.pixels += from.pixels;
        for (int channel = 0; channel < 3; channel++) {
            into.sum[channel] += from.sum[channel];
        }
        into.sumX += from.sumX;
        into.sumY += from.sumY;
        into.touchesTop |= from.touchesTop;
        into.touchesBottom |= from.touchesBottom;
        into.touchesSide |= from.touchesSide;
        drop(a, b);
        from.borders.forEach((other, border) -> {
            drop(other, b);
            if (other != a) {
                note(a, other, border[3], border);
                note(other, a, border[3], new double[] {-border[0], -border[1], -border[2]});
            }
        });
        from.borders.clear();
        from.pixels = 0;
        for (int i = 0; i < label.length; i++) {
            if (label[i] == b) {
                label[i] = a;
            }
        }
    }

    private void drop(int from, int to) {
        double[] border = regions.get(from).borders.remove(to);
        regions.get(from).borderLength -= border == null ? 0 : border[3];
    }

    /** 1 for what has a body, less for what is only an outline. */
    private double body(Region region) {
        double thickness = region.pixels * reach / Math.max(1, region.borderLength); // half the width of a stripe
        double share = Math.min(1, thickness / BODY);
        return share * share;
    }

    int pixels() {
        return label.length;
    }

    int width() {
        return width;
    }

    int labelAt(int pixel) {
        return label[pixel];
    }

    /** The region of this number; one that was merged away has no pixels. */
    List<Region> regions() {
        return regions;
    }
}
