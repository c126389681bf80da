package studio.sinopia.ui;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.stage.Stage;

/** Starts JavaFX and opens the window. There is no Application class, so that the window gets its parts by constructor. */
public final class StudioApplication {

    /** Set to true, the program says how long it took to show its first frame, and ends. */
    public static final String STARTUP_PROPERTY = "sinopia.startup.exit";

    private StudioApplication() {}

    /** Opens the window and returns when it has been closed. */
    public static void open(StudioParts parts) throws InterruptedException {
        var closed = new CountDownLatch(1);
        Platform.startup(() -> {
            var stage = new Stage();
            new StudioWindow(stage, parts, Platform::runLater).show();
            stage.showingProperty().addListener((property, old, showing) -> {
                if (!showing) {
                    closed.countDown();
                }
            });
            if (Boolean.getBoolean(STARTUP_PROPERTY)) {
                closeAfterFirstFrame(stage);
            }
        });
        closed.await();
        Platform.exit();
    }

    private static void closeAfterFirstFrame(Stage stage) {
        var shown = new AtomicBoolean();
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                if (shown.getAndSet(true)) { // the second pulse begins when the first has been painted
                    stop();
                    long started = ProcessHandle.current()
                            .info()
                            .startInstant()
                            .orElseThrow()
                            .toEpochMilli();
                    System.out.println("startup-millis " + (System.currentTimeMillis() - started));
                    stage.close();
                }
            }
        }.start();
    }
}
