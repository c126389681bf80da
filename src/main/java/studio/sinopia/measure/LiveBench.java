package studio.sinopia.measure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.control.Control;
import studio.sinopia.control.ControlMode;
import studio.sinopia.control.StepWindow;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import studio.sinopia.document.Layer;
import studio.sinopia.document.MapPainter;
import studio.sinopia.document.Mark;
import studio.sinopia.document.StrokePoint;
import studio.sinopia.document.StrokeTrail;
import studio.sinopia.engine.run.Engine;
import studio.sinopia.engine.run.RunEvent;
import studio.sinopia.engine.run.RunId;
import studio.sinopia.library.FewSteps;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.session.Session;

/**
 * Measures live painting: somebody draws stroke after stroke, and every second one comes while the run of the one before is
 * still under way, which is dropped. Timed from the end of a stroke, with its map, to the first preview and to the picture.
 */
public final class LiveBench {

    private static final int WARM_UP = 2;
    private static final long LONGEST_SECONDS = 120;
    private static final double PEN = 2;

    private final Engine engine;
    private final Path runFolder;
    private final FewSteps few;
    private final Size size;

    /**
     * @param runFolder existing folder for the latents of the runs
     * @param size of the canvas
     */
    public LiveBench(Engine engine, Path runFolder, FewSteps few, Size size) {
        this.engine = engine;
        this.runFolder = runFolder;
        this.few = few;
        this.size = size;
    }

    /**
     * Milliseconds from the end of a stroke, over all strokes that were left to be painted.
     *
     * @param steps what was done in few steps, for people
     */
    public record Report(
            int strokes, String steps, double firstMedian, double firstP95, double pictureMedian, double pictureP95) {}

    /**
     * @param strokes how many are timed, at least 1
     * @throws StudioException if a run fails
     */
    public Report run(int strokes, IntConsumer progress, Cancellation cancellation)
            throws StudioException, InterruptedException {
        var hand = new Random(5);
        var painter = new MapPainter();
        Layer.Painting layer = (Layer.Painting) Layer.empty(ConditionKind.LINEART);
        List<Double> firsts = new ArrayList<>();
        List<Double> pictures = new ArrayList<>();
        BlockingQueue<Heard> heard = new ArrayBlockingQueue<>(4096);
        try (var session = new Session(engine, runFolder, Session.KEEP_NOTHING);
                var hearing = session.listen(event -> heard.add(new Heard(event, System.nanoTime())))) {
            for (int stroke = -WARM_UP; stroke < strokes; stroke++) {
                cancellation.throwIfRequested();
                layer = layer.with(mark(hand));
                RunId dropped = session.draft(recipe(layer, painter));
                TimeUnit.MILLISECONDS.sleep(50 + hand.nextInt(250));
                layer = layer.with(mark(hand));
                long penUp = System.nanoTime();
                session.cancel(dropped);
                RunId run = session.draft(recipe(layer, painter));
                Timing timing = timing(run, heard);
                if (stroke >= 0) {
                    firsts.add((timing.first() - penUp) / 1e6);
                    pictures.add((timing.picture() - penUp) / 1e6);
                    progress.accept(stroke + 1);
                }
            }
        }
        double[] first =
                firsts.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double[] picture =
                pictures.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return new Report(
                strokes,
                few.title(),
                MapBench.quantile(first, 0.5),
                MapBench.quantile(first, 0.95),
                MapBench.quantile(picture, 0.5),
                MapBench.quantile(picture, 0.95));
    }

    private record Heard(RunEvent event, long nanos) {}

    private record Timing(long first, long picture) {}

    private static Timing timing(RunId run, BlockingQueue<Heard> heard) throws StudioException, InterruptedException {
        Optional<Long> first = Optional.empty();
        while (true) {
            Heard next = heard.poll(LONGEST_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new StudioException(new Problem(
                        "A live run said nothing for two minutes.", "bench live", "Look into the log for the reason."));
            }
            if (next.event().run().equals(run)) {
                switch (next.event()) {
                    case RunEvent.Stepped stepped -> {
                        if (first.isEmpty() && stepped.preview().isPresent()) {
                            first = Optional.of(next.nanos());
                        }
                    }
                    case RunEvent.Finished finished -> {
                        return new Timing(first.orElse(next.nanos()), next.nanos());
                    }
                    case RunEvent.Failed failed -> throw new StudioException(failed.problem());
                    case RunEvent.Cancelled cancelled ->
                        throw new IllegalStateException("A run ended that nobody stopped");
                    case RunEvent.Queued queued -> {}
                    case RunEvent.Loading loading -> {}
                    case RunEvent.Decoding decoding -> {}
                }
            }
        }
    }

    private Recipe recipe(Layer layer, MapPainter painter) {
        return few.of(Recipe.of("a red house beside a tall tree", size, 7)
                .withControls(List.of(new Control.Structure(
                        painter.paint(layer, size), 1, StepWindow.ALWAYS, ControlMode.BALANCED))));
    }

    private Mark mark(Random hand) {
        List<StrokePoint> points = new ArrayList<>();
        double x = hand.nextDouble() * size.width();
        double y = hand.nextDouble() * size.height();
        for (int i = 0; i < 8; i++) {
            points.add(new StrokePoint(x, y));
            x = Math.clamp(x + (hand.nextDouble() - 0.5) * size.width() / 5, 0, size.width());
            y = Math.clamp(y + (hand.nextDouble() - 0.5) * size.height() / 5, 0, size.height());
        }
        return StrokeTrail.through(points, PEN, Mark.LINE);
    }
}
