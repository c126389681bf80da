package studio.sinopia.measure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.control.Control;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.Raster;
import studio.sinopia.core.StudioException;
import studio.sinopia.recipe.Recipe;

/**
 * Measures obedience: paints held-out scenes again from their captions, without control and with their maps, always from
 * the same noise, and lets a judge say what each picture shows. The truth itself, plain and through the autoencoder, says
 * how much the judge and the autoencoder leave to be reached. A scene that lacks a map, such as the pose of no one, is left out of that
 * row.
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
     * @param controls kinds of map to paint from, alone or several together
     * @param sheet gets the paintings of the first scenes, if wanted
     */
    public record Order(int scenes, Recipe settings, List<List<ConditionKind>> controls, Optional<ContactSheet> sheet) {

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
        Map<Row, ObedienceSum> sums = new LinkedHashMap<>();
        long nanos = 0;
        int timed = 0;
        for (int i = 0; i < order.scenes(); i++) {
            BenchScene scene = scenes.apply(i);
            Map<Row, Raster> pictures = new LinkedHashMap<>();
            for (Row.Painted row : painted(order.controls())) {
                Optional<List<Control>> controls = row.controls(scene);
                if (controls.isPresent()) {
                    long start = System.nanoTime();
                    pictures.put(row, painter.paint(recipe(order.settings(), scene, controls.get()), cancellation));
                    if (i > 0) { // the first of each kind loads its networks
                        nanos += System.nanoTime() - start;
                        timed++;
                    }
                }
            }
            pictures.put(Row.AUTOENCODER, autoencoder.apply(scene.picture()));
            pictures.put(Row.TRUTH, scene.picture());
            for (Map.Entry<Row, Raster> each : pictures.entrySet()) {
                sums.computeIfAbsent(each.getKey(), row -> new ObedienceSum()).add(judge.read(each.getValue()), scene);
            }
            order.sheet().ifPresent(sheet -> sheet.add(scene, pictures));
            progress.accept(i + 1);
            cancellation.throwIfRequested();
        }
        return report(order, sums, timed == 0 ? Double.NaN : nanos * 1e-9 / timed);
    }

    /** All that is compared, in the order of the table. */
    public static List<Row> rows(List<List<ConditionKind>> controls) {
        return Stream.concat(painted(controls).stream(), Stream.of(Row.AUTOENCODER, Row.TRUTH))
                .toList();
    }

    private static List<Row.Painted> painted(List<List<ConditionKind>> controls) {
        return Stream.concat(Stream.of(Row.WITHOUT), controls.stream().map(Row.Painted::new))
                .toList();
    }

    private static Recipe recipe(Recipe settings, BenchScene scene, List<Control> controls) {
        return settings.withPrompt(scene.caption())
                .withSize(scene.picture().size())
                .withSeed(scene.seed())
                .withControls(controls);
    }

    private static ControlReport report(Order order, Map<Row, ObedienceSum> sums, double secondsPerPainting) {
        Map<Row, Obedience> rows = new LinkedHashMap<>();
        rows(order.controls())
                .forEach(row -> Optional.ofNullable(sums.get(row)).ifPresent(sum -> rows.put(row, sum.mean())));
        return new ControlReport(
                order.settings().model(),
                order.scenes(),
                order.settings().sampling().steps(),
                order.settings().guidance(),
                rows,
                secondsPerPainting);
    }
}
