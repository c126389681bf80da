package studio.sinopia.measure;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.ConditionMap;
import studio.sinopia.control.Control;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.Raster;
import studio.sinopia.core.StudioException;
import studio.sinopia.measure.ControlReport.Row;
import studio.sinopia.recipe.Recipe;

/**
 * Measures obedience: paints held-out scenes again from their captions, without control, with their line art and with
 * their segments, always from the same noise, and lets a judge say what each picture shows. The truth itself, plain and
 * through the autoencoder, says how much the judge and the autoencoder leave to be reached.
 */
public final class ControlBench {

    private final Painter painter;
    private final Judge judge;
    private final UnaryOperator<Raster> autoencoder;
    private final IntFunction<BenchScene> scenes;

    /**
     * @param autoencoder a picture encoded and decoded again
     * @param scenes by number, from 0; the same each time
     */
    public ControlBench(
            Painter painter, Judge judge, UnaryOperator<Raster> autoencoder, IntFunction<BenchScene> scenes) {
        this.painter = painter;
        this.judge = judge;
        this.autoencoder = autoencoder;
        this.scenes = scenes;
    }

    /**
     * What to measure.
     *
     * @param scenes how many, at least 1
     * @param settings model, sampling, guidance and device of each painting; the rest of it is replaced
     * @param sheet gets the paintings of the first scenes, if wanted
     */
    public record Order(int scenes, Recipe settings, Optional<ContactSheet> sheet) {

        public Order {
            if (scenes < 1) {
                throw new IllegalArgumentException("Needs at least 1 scene, got " + scenes);
            }
        }
    }

    /**
     * Paints and measures; the caller waits.
     *
     * @param progress hears how many scenes are done
     * @throws StudioException if a painting failed
     * @throws studio.sinopia.core.CancelledException if a stop was asked for
     */
    public ControlReport run(Order order, IntConsumer progress, Cancellation cancellation) throws StudioException {
        Map<Row, ObedienceSum> sums = new EnumMap<>(Row.class);
        for (Row row : Row.values()) {
            sums.put(row, new ObedienceSum());
        }
        long nanos = 0;
        int timed = 0;
        for (int i = 0; i < order.scenes(); i++) {
            BenchScene scene = scenes.apply(i);
            Map<Row, Raster> pictures = new EnumMap<>(Row.class);
            for (Row row : List.of(Row.WITHOUT, Row.LINEART, Row.SEGMENTS)) {
                long start = System.nanoTime();
                pictures.put(row, painter.paint(recipe(order.settings(), scene, row), cancellation));
                if (i > 0) { // the first of each kind loads its networks
                    nanos += System.nanoTime() - start;
                    timed++;
                }
            }
            pictures.put(Row.AUTOENCODER, autoencoder.apply(scene.picture()));
            pictures.put(Row.TRUTH, scene.picture());
            for (Row row : Row.values()) {
                sum(sums, row).add(judge.read(Objects.requireNonNull(pictures.get(row))), scene);
            }
            order.sheet().ifPresent(sheet -> sheet.add(scene, pictures));
            progress.accept(i + 1);
            cancellation.throwIfRequested();
        }
        return report(order, sums, timed == 0 ? Double.NaN : nanos * 1e-9 / timed);
    }

    private static ObedienceSum sum(Map<Row, ObedienceSum> sums, Row row) {
        return Objects.requireNonNull(sums.get(row));
    }

    private static Recipe recipe(Recipe settings, BenchScene scene, Row row) {
        Recipe plain = new Recipe(
                settings.model(),
                scene.caption(),
                settings.negative(),
                scene.picture().size(),
                scene.seed(),
                settings.sampling(),
                settings.guidance(),
                List.of(),
                Optional.empty(),
                settings.patches(),
                settings.device(),
                settings.extras());
        return switch (row) {
            case LINEART -> plain.withControls(List.of(structure(ConditionKind.LINEART, scene.lineArt())));
            case SEGMENTS -> plain.withControls(List.of(structure(ConditionKind.SEGMENTS, scene.segments())));
            case WITHOUT, AUTOENCODER, TRUTH -> plain;
        };
    }

    private static Control structure(ConditionKind kind, Raster map) {
        return new Control.Structure(new ConditionMap(kind, map));
    }

    private static ControlReport report(Order order, Map<Row, ObedienceSum> sums, double secondsPerPainting) {
        Map<Row, Obedience> rows = new EnumMap<>(Row.class);
        sums.forEach((row, sum) -> rows.put(row, sum.mean()));
        Obedience without = sum(sums, Row.WITHOUT).mean();
        return new ControlReport(
                order.settings().model(),
                order.scenes(),
                order.settings().sampling().steps(),
                order.settings().guidance(),
                rows,
                Obedience.errorTakenAway(sum(sums, Row.LINEART).mean().lineF1(), without.lineF1()),
                Obedience.errorTakenAway(sum(sums, Row.SEGMENTS).mean().meanIoU(), without.meanIoU()),
                secondsPerPainting);
    }
}
