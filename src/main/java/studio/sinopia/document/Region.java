package studio.sinopia.document;

import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.Point2D;
import java.util.Arrays;
import java.util.BitSet;
import studio.sinopia.core.Size;

/** A set of pixels as horizontal runs. Immutable. */
public final class Region {

    private final int[] runs;

    /** @param runs row, first column, column after the last; one run after another, sorted by row; copied */
    public Region(int[] runs) {
        this.runs = runs.clone();
        if (runs.length % 3 != 0) {
            throw new IllegalArgumentException("Runs need row, start and end each, got " + runs.length + " numbers");
        }
        for (int i = 0; i < runs.length; i += 3) {
            if (runs[i + 1] >= runs[i + 2]) {
                throw new IllegalArgumentException("A run needs start < end, got run " + i / 3);
            }
        }
    }

    /** The pixels whose bit is set, row by row. */
    static Region of(BitSet pixels, Size size) {
        int[] runs = new int[48];
        int n = 0;
        for (int start = pixels.nextSetBit(0); start >= 0; ) {
            int row = start / size.width();
            int end = Math.min(pixels.nextClearBit(start), (row + 1) * size.width());
            if (n == runs.length) {
                runs = Arrays.copyOf(runs, 2 * n);
            }
            runs[n++] = row;
            runs[n++] = start - row * size.width();
            runs[n++] = end - row * size.width();
            start = pixels.nextSetBit(end);
        }
        return new Region(Arrays.copyOf(runs, n));
    }

    /** A copy of the runs, as the constructor takes them. */
    public int[] runs() {
        return runs.clone();
    }

    /** How many pixels. */
    public long area() {
        long area = 0;
        for (int i = 0; i < runs.length; i += 3) {
            area += runs[i + 2] - runs[i + 1];
        }
        return area;
    }

    Rectangle bounds() {
        var bounds = new Rectangle(-1, -1);
        for (int i = 0; i < runs.length; i += 3) {
            bounds.add(new Rectangle(runs[i + 1], runs[i], runs[i + 2] - runs[i + 1], 1));
        }
        return bounds;
    }

    long bytes() {
        return 4L * runs.length;
    }

    /** Sets the pixels inside {@code clip}, which lies inside the canvas. */
    void paint(int[] pixels, int width, Rectangle clip, int argb) {
        for (int i = 0; i < runs.length; i += 3) {
            int row = runs[i];
            if (row >= clip.y && row < clip.y + clip.height) {
                int from = Math.max(clip.x, runs[i + 1]);
                int to = Math.min(clip.x + clip.width, runs[i + 2]);
                if (from < to) {
                    Arrays.fill(pixels, row * width + from, row * width + to, argb);
                }
            }
        }
    }

    /** Each new pixel is in if the old one at its place was. */
    Region moved(Placement placement) {
        Rectangle old = bounds();
        if (old.isEmpty()) {
            return this;
        }
        var member = new BitSet();
        paint(member, old);
        Rectangle fresh =
                Outlines.grown(placement.transform().createTransformedShape(old).getBounds2D(), 1);
        var kept = new BitSet();
        AffineTransform back = inverse(placement);
        var at = new Point2D.Double();
        for (int y = 0; y < fresh.height; y++) {
            for (int x = 0; x < fresh.width; x++) {
                at.setLocation(fresh.x + x + 0.5, fresh.y + y + 0.5);
                back.transform(at, at);
                int column = (int) Math.floor(at.x) - old.x;
                int row = (int) Math.floor(at.y) - old.y;
                if (column >= 0 && row >= 0 && column < old.width && row < old.height) {
                    kept.set(y * fresh.width + x, member.get(row * old.width + column));
                }
            }
        }
        int[] moved = of(kept, new Size(fresh.width, fresh.height)).runs;
        for (int i = 0; i < moved.length; i += 3) {
            moved[i] += fresh.y;
            moved[i + 1] += fresh.x;
            moved[i + 2] += fresh.x;
        }
        return new Region(moved);
    }

    /** Its pixels inside a canvas, counted row by row. */
    BitSet members(Size size) {
        var members = new BitSet(Math.toIntExact(size.area()));
        for (int i = 0; i < runs.length; i += 3) {
            int row = runs[i] * size.width();
            members.set(row + runs[i + 1], row + runs[i + 2]);
        }
        return members;
    }

    private void paint(BitSet member, Rectangle frame) {
        for (int i = 0; i < runs.length; i += 3) {
            int row = (runs[i] - frame.y) * frame.width - frame.x;
            member.set(row + runs[i + 1], row + runs[i + 2]);
        }
    }

    private static AffineTransform inverse(Placement placement) {
        try {
            return placement.transform().createInverse();
        } catch (NoninvertibleTransformException impossible) { // a placement has an area
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Region region && Arrays.equals(runs, region.runs);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(runs);
    }

    @Override
    public String toString() {
        return "Region of %d runs".formatted(runs.length / 3);
    }
}
