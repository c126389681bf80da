package studio.sinopia.engine.steer;

import java.util.ArrayList;
import java.util.List;

/**
 * Looks at a canvas larger than the network's native size through overlapping windows of that size. MultiDiffusion, Bar-Tal
 * et al. 2023, equation 7; what is merged is the clean estimate, so that samplers of several steps stay right.
 *
 * @param side of a window in latent cells
 * @param stride from window to window, at most {@code side}
 */
public record WindowTiles(int side, int stride) implements TileMoment {

    public WindowTiles {
        if (side < 1 || stride < 1 || stride > side) {
            throw new IllegalArgumentException("Needs 1 <= stride <= side, got " + stride + " and " + side);
        }
    }

    @Override
    public Rank rank() {
        return Rank.LAYOUT;
    }

    @Override
    public List<CanvasWindow> windows(int canvasWidth, int canvasHeight, StepPoint point) {
        int width = Math.min(side, canvasWidth);
        int height = Math.min(side, canvasHeight);
        List<CanvasWindow> windows = new ArrayList<>();
        for (int y : starts(canvasHeight, height)) {
            for (int x : starts(canvasWidth, width)) {
                windows.add(new CanvasWindow(x, y, width, height, canvasWidth, canvasHeight));
            }
        }
        return windows;
    }

    /** Every stride, and once more flush with the far edge. */
    private List<Integer> starts(int canvas, int window) {
        List<Integer> starts = new ArrayList<>();
        for (int start = 0; start + window < canvas; start += stride) {
            starts.add(start);
        }
        starts.add(canvas - window);
        return starts;
    }
}
