package studio.sinopia.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import studio.sinopia.condition.Parameter;
import studio.sinopia.condition.Preprocessor;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.Raster;
import studio.sinopia.document.Influence;
import studio.sinopia.document.Layer;
import studio.sinopia.document.LayerId;
import studio.sinopia.document.MapPainter;

/**
 * Measures how soon a map follows a slider: from a new setting to the pixels of the layer, as the canvas shows and a recipe
 * sends them. The picture is in the size of the canvas already, as it is while a slider moves.
 */
public final class MapBench {

    private static final int WARM_UP = 10;

    private final Raster picture;
    private final int rounds;

    /**
     * @param picture as large as the canvas
     * @param rounds settings tried for each preprocessor, at least 1
     */
    public MapBench(Raster picture, int rounds) {
        if (rounds < 1) {
            throw new IllegalArgumentException("Needs at least 1 round, got " + rounds);
        }
        this.picture = picture;
        this.rounds = rounds;
    }

    /**
     * What was measured of one preprocessor.
     *
     * @param id of the preprocessor
     */
    public record Row(String id, double medianMillis, double p95Millis) {}

    /**
     * @param progress hears how many preprocessors are done
     * @throws studio.sinopia.core.CancelledException if a stop was asked for
     */
    public List<Row> run(List<Preprocessor> preprocessors, IntConsumer progress, Cancellation cancellation) {
        List<Row> rows = new ArrayList<>();
        for (Preprocessor each : preprocessors) {
            rows.add(row(each, cancellation));
            progress.accept(rows.size());
        }
        return rows;
    }

    private Row row(Preprocessor preprocessor, Cancellation cancellation) {
        var painter = new MapPainter();
        LayerId id = LayerId.random();
        double[] millis = new double[rounds];
        for (int round = -WARM_UP; round < rounds; round++) {
            cancellation.throwIfRequested();
            long begun = System.nanoTime();
            Raster map = preprocessor.apply(picture, values(preprocessor, round + WARM_UP), cancellation);
            painter.pixels(
                    new Layer.Painting(id, preprocessor.kind(), Influence.STANDARD, Optional.of(map), List.of()),
                    picture.size());
            if (round >= 0) {
                millis[round] = (System.nanoTime() - begun) / 1e6;
            }
        }
        Arrays.sort(millis);
        return new Row(preprocessor.id(), quantile(millis, 0.5), quantile(millis, 0.95));
    }

    /** The first slider goes to and fro, as under a hand. */
    private Map<String, Double> values(Preprocessor preprocessor, int round) {
        if (preprocessor.parameters().isEmpty()) {
            return Map.of();
        }
        Parameter first = preprocessor.parameters().getFirst();
        double steps = Math.floor((first.maximum() - first.minimum()) / first.step());
        double place = Math.rint(steps * (0.5 + 0.4 * Math.sin(round)));
        return Map.of(first.name(), Math.min(first.maximum(), first.minimum() + place * first.step()));
    }

    static double quantile(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
    }
}
