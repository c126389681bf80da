package studio.sinopia.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.stage.Stage;

/** Starts JavaFX and opens the window. There is no Application class, so that the window gets its parts by constructor. */
public final class StudioApplication {

    /** Set to true, the program says how long it took to show its first frame, and ends. */
    public static final String STARTUP_PROPERTY = "sinopia.startup.exit";

    /** Set to a number of seconds, the program draws so long on a large canvas, says how soon frames came, and ends. */
    public static final String CANVAS_PROPERTY = "sinopia.canvas.seconds";

    /** Held, or its level would be forgotten. */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private StudioApplication() {}

    /**
     * Opens the window and returns when it has been closed.
     *
     * @param shown runs on the FX thread when the first frame has been painted: what can wait until then
     */
    public static void open(StudioParts parts, Runnable shown) throws InterruptedException {
        JAVAFX.setLevel(Level.SEVERE); // it warns that it was not started as a module, which nobody can mend
        var closed = new CountDownLatch(1);
        Platform.startup(() -> {
            var stage = new Stage();
            var window = new StudioWindow(stage, parts, Platform::runLater);
            window.show();
            stage.showingProperty().addListener((property, old, showing) -> {
                if (!showing) {
                    closed.countDown();
                }
            });
            afterFirstFrame(() -> {
                if (Boolean.getBoolean(STARTUP_PROPERTY)) {
                    System.out.println("startup-millis " + millisSinceStart());
                    stage.close();
                } else {
                    shown.run();
                    int seconds = Integer.getInteger(CANVAS_PROPERTY, 0);
                    if (seconds > 0) {
                        window.trial(parts.queue()).run(seconds, report -> {
                            System.out.println("canvas-trial " + report);
                            stage.close();
                        });
                    }
                }
            });
        });
        closed.await();
        Platform.exit();
    }

    private static void afterFirstFrame(Runnable then) {
        var painted = new AtomicBoolean();
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                if (painted.getAndSet(true)) { // the second pulse begins when the first has been painted
                    stop();
                    then.run();
                }
            }
        }.start();
    }

    private static long millisSinceStart() {
        Instant started = ProcessHandle.current().info().startInstant().orElseThrow();
        return Duration.between(started, Instant.now()).toMillis();
    }
}
