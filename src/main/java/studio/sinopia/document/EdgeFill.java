package studio.sinopia.document;

import java.util.BitSet;
import java.util.List;
import studio.sinopia.core.Size;

/**
 * The area that a bucket fills: pixels of one colour that hang together, bounded too by the lines of other layers. It reaches
 * a little under the lines, so that nothing of the ground shows between the area and its outline.
 */
public final class EdgeFill {

    private static final int LINE = 96; // a pixel this bright belongs to a line

    private EdgeFill() {}

    /**
     * Finds the area around a place; empty outside the canvas.
     *
     * @param pixels of the layer that is filled
     * @param lines white on black, of the same size
     * @param under how many pixels it reaches under lines
     */
    public static Region around(int[] pixels, List<int[]> lines, Size size, int x, int y, int under) {
        if (x < 0 || y < 0 || x >= size.width() || y >= size.height()) {
            return new Region(new int[0]);
        }
        int colour = pixels[y * size.width() + x];
        BitSet edges = edges(lines, pixels.length);
        if (edges.isEmpty() || edges.get(y * size.width() + x)) {
            return Bucket.sameColour(pixels, size, x, y);
        }
        Region inner = Bucket.around(size, x, y, at -> pixels[at] == colour && !edges.get(at));
        BitSet filled = inner.members(size);
        for (int i = 0; i < under; i++) {
            BitSet wider = spread(filled, size);
            wider.and(edges);
            filled.or(wider);
        }
        return Region.of(filled, size);
    }

    private static BitSet edges(List<int[]> lines, int count) {
        var edges = new BitSet(count);
        for (int[] map : lines) {
            for (int i = 0; i < count; i++) {
                if ((map[i] & 0xff) > LINE) {
                    edges.set(i);
                }
            }
        }
        return edges;
    }

    private static BitSet spread(BitSet filled, Size size) {
        var wider = new BitSet(filled.size());
        int width = size.width();
        int last = width * size.height() - 1;
        for (int start = filled.nextSetBit(0); start >= 0; start = filled.nextSetBit(filled.nextClearBit(start))) {
            int end = filled.nextClearBit(start); // runs may go on in the next row
            if (start % width > 0) {
                wider.set(start - 1);
            }
            if (end <= last && end % width > 0) {
                wider.set(end);
            }
            wider.set(Math.max(0, start - width), Math.max(0, end - width));
            wider.set(Math.min(last, start + width), Math.min(last + 1, end + width));
        }
        return wider;
    }
}
