package studio.sinopia.measure;

import java.util.function.IntBinaryOperator;
import studio.sinopia.core.Size;

/** Line maps to measure on. */
final class Drawings {

    static final Size SIZE = new Size(192, 192);

    private Drawings() {}

    /** Some circles and straight lines, different for each seed. */
    static LineMap lines(long seed) {
        var dice = new java.util.SplittableRandom(seed);
        float[] values = new float[Math.toIntExact(SIZE.area())];
        for (int shape = 0; shape < 6; shape++) {
            double x0 = dice.nextDouble(SIZE.width());
            double y0 = dice.nextDouble(SIZE.height());
            double radius = 10 + dice.nextDouble(40);
            double angle = dice.nextDouble(Math.PI);
            boolean round = dice.nextBoolean();
            for (int i = 0; i < values.length; i++) {
                double x = i % SIZE.width() - x0;
                int row = i / SIZE.width();
                double y = row - y0;
                double distance = round
                        ? Math.abs(Math.hypot(x, y) - radius)
                        : Math.abs(x * Math.sin(angle) - y * Math.cos(angle));
                if (distance < 1.2) {
                    values[i] = 1;
                }
            }
        }
        return LineMap.of(SIZE, values);
    }

    /** Moved to the right by whole pixels; black comes in. */
    static LineMap shifted(LineMap map, int pixels) {
        float[] values = map.values();
        return of((x, y) -> x < pixels ? 0 : Math.round(255 * values[y * SIZE.width() + x - pixels]));
    }

    /** Averaged over squares of {@code 2 * radius + 1}. */
    static LineMap blurred(LineMap map, int radius) {
        float[] values = map.values();
        return of((x, y) -> {
            double sum = 0;
            int count = 0;
            for (int v = Math.max(0, y - radius); v <= Math.min(SIZE.height() - 1, y + radius); v++) {
                for (int u = Math.max(0, x - radius); u <= Math.min(SIZE.width() - 1, x + radius); u++) {
                    sum += values[v * SIZE.width() + u];
                    count++;
                }
            }
            return (int) Math.round(255 * sum / count);
        });
    }

    static LineMap blank() {
        return of((x, y) -> 0);
    }

    /** Level 0 … 255 by column and row. */
    static LineMap of(IntBinaryOperator level) {
        float[] values = new float[Math.toIntExact(SIZE.area())];
        for (int i = 0; i < values.length; i++) {
            values[i] = level.applyAsInt(i % SIZE.width(), i / SIZE.width()) / 255f;
        }
        return LineMap.of(SIZE, values);
    }
}
