package studio.sinopia.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.core.Size;
import studio.sinopia.document.Document;
import studio.sinopia.document.Edit;
import studio.sinopia.document.Layer;
import studio.sinopia.document.Mark;
import studio.sinopia.engine.run.RunEvent;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.session.Queue;
import studio.sinopia.ui.canvas.DrawingCanvas;
import studio.sinopia.ui.canvas.DrawingViewModel;
import studio.sinopia.ui.canvas.Tool;
import studio.sinopia.ui.shell.StudioViewModel;

/**
 * Draws on a large canvas without a hand while the worker samples, and takes the time of every frame. For {@code sinopia
 * bench canvas}: strokes go through the same mouse events as those of a person.
 */
final class CanvasTrial {

    private static final Size CANVAS = new Size(2048, 2048);
    private static final Size PICTURE = new Size(256, 256);
    private static final int STROKE_FRAMES = 40;
    private static final int MOVES_A_FRAME = 3; // a mouse tells its place more often than a screen is painted
    private static final long WATCH_MILLIS = 4;
    private static final long LONGEST_WAIT_SECONDS = 180;

    private final StudioViewModel studio;
    private final DrawingCanvas canvas;
    private final Queue queue;
    private final Executor fx;
    private final AtomicInteger steps = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicLong longestBlock = new AtomicLong();

    CanvasTrial(StudioViewModel studio, DrawingCanvas canvas, Queue queue, Executor fx) {
        this.studio = studio;
        this.canvas = canvas;
        this.queue = queue;
        this.fx = fx;
    }

    /**
     * Begins; on the FX thread.
     *
     * @param seconds how long is drawn after the worker has begun to sample
     * @param report hears, on the FX thread, one line of {@code name=value} pairs
     */
    void run(int seconds, Consumer<String> report) {
        DrawingViewModel drawing = studio.drawing();
        Layer.Painting areas = (Layer.Painting) Layer.empty(ConditionKind.SEGMENTS);
        Document large = Document.empty(CANVAS)
                .with(new Edit.AddLayer(
                        areas.with(new Mark.Fill(
                                9,
                                9,
                                studio.model().palette().classes().getFirst().colour())),
                        0))
                .with(new Edit.AddLayer(Layer.empty(ConditionKind.LINEART), 1));
        drawing.takeUp(large);
        studio.tools().pick(Tool.BRUSH);
        studio.tools().widthProperty().set(12);
        queue.listen(this::hear);
        queue.draft(Recipe.of("a red house beside a tall tree", PICTURE, 7));
        new Frames(seconds, report).start();
    }

    /** One run after another, for as long as the trial lasts. */
    private void hear(RunEvent event) {
        if (event instanceof RunEvent.Stepped) {
            steps.incrementAndGet();
        }
        if (event.terminal() && !over.get()) {
            queue.draft(Recipe.of("a red house beside a tall tree", PICTURE, 7));
        }
    }

    /** Asks again and again how long the FX thread takes to answer. */
    private void watch() {
        var thread = new Thread(() -> {
            while (!over.get()) {
                long asked = System.nanoTime();
                var answered = new AtomicBoolean();
                fx.execute(() -> {
                    longestBlock.accumulateAndGet(System.nanoTime() - asked, Math::max);
                    answered.set(true);
                });
                while (!answered.get() && !over.get()) {
                    java.util.concurrent.locks.LockSupport.parkNanos(WATCH_MILLIS * 1_000_000);
                }
            }
        });
        thread.setName("canvas trial");
        thread.setDaemon(true);
        thread.start();
    }

    /** Draws on every frame and remembers how long each took. */
    private final class Frames extends AnimationTimer {
        private final int seconds;
        private final Consumer<String> report;
        private final List<Double> millis = new ArrayList<>();
        private final long asked = System.nanoTime();
        private long begun;
        private long last;
        private int stepsBefore;
        private int frame;

        Frames(int seconds, Consumer<String> report) {
            this.seconds = seconds;
            this.report = report;
        }

        @Override
        public void handle(long now) {
            if (begun == 0) {
                boolean late = System.nanoTime() - asked > LONGEST_WAIT_SECONDS * 1_000_000_000L;
                if (steps.get() > 0 || late) {
                    begun = now;
                    last = now;
                    stepsBefore = steps.get();
                    watch();
                }
                return;
            }
            millis.add((now - last) / 1e6);
            last = now;
            draw();
            frame++;
            if (now - begun > seconds * 1_000_000_000L) {
                stop();
                over.set(true);
                report.accept(report());
            }
        }

        private void draw() {
            int place = frame % STROKE_FRAMES;
            for (int i = 0; i < MOVES_A_FRAME; i++) {
                boolean first = place == 0 && i == 0;
                boolean end = place == STROKE_FRAMES - 1 && i == MOVES_A_FRAME - 1;
                fire(
                        first ? MouseEvent.MOUSE_PRESSED : end ? MouseEvent.MOUSE_RELEASED : MouseEvent.MOUSE_DRAGGED,
                        frame + (double) i / MOVES_A_FRAME);
            }
        }

        /** A pen that wanders over the whole sheet in loops. */
        private void fire(EventType<MouseEvent> type, double time) {
            double x = CANVAS.width() * (0.5 + 0.42 * Math.sin(time * 0.061) * Math.cos(time * 0.0137));
            double y = CANVAS.height() * (0.5 + 0.42 * Math.sin(time * 0.047 + 1));
            Point2D screen = canvas.screenPoint(x, y);
            Point2D local = canvas.screenToLocal(screen);
            canvas.fireEvent(new MouseEvent(
                    type,
                    local.getX(),
                    local.getY(),
                    screen.getX(),
                    screen.getY(),
                    MouseButton.PRIMARY,
                    1,
                    false,
                    false,
                    false,
                    false,
                    type != MouseEvent.MOUSE_RELEASED,
                    false,
                    false,
                    true,
                    false,
                    false,
                    null));
        }

        private String report() {
            double[] sorted =
                    millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            double whole = java.util.Arrays.stream(sorted).sum();
            return String.format(
                    Locale.ROOT,
                    "frames=%d fps=%.1f medianMillis=%.2f p95Millis=%.2f longestBlockMillis=%.1f steps=%d",
                    sorted.length,
                    1000 * sorted.length / whole,
                    sorted[sorted.length / 2],
                    sorted[(int) Math.min(sorted.length - 1, Math.ceil(0.95 * sorted.length) - 1)],
                    longestBlock.get() / 1e6,
                    steps.get() - stepsBefore);
        }
    }
}
