package studio.sinopia.engine.run;

import ai.djl.ndarray.NDArray;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.sinopia.core.Raster;
import studio.sinopia.engine.steer.StepPoint;
import studio.sinopia.engine.steer.WatchMoment;
import studio.sinopia.engine.vae.LinearPreview;

/** Reports every step, with a preview of the clean estimate as often as is wanted. */
final class StepWatch implements WatchMoment {

    private static final Logger LOG = LoggerFactory.getLogger(StepWatch.class);
    private static final double NANOS = 1e9;

    private final RunId run;
    private final LinearPreview preview;
    private final Consumer<RunEvent> events;
    private final long pauseNanos;
    private final int before;
    private final int all;
    private long lastPreview;
    private boolean shown;

    /**
     * @param previewsPerSecond at most; 0 means none
     * @param before steps of the walks before
     * @param all steps of all walks
     */
    StepWatch(
            RunId run,
            LinearPreview preview,
            double previewsPerSecond,
            Consumer<RunEvent> events,
            int before,
            int all) {
        this.before = before;
        this.all = all;
        this.run = run;
        this.preview = preview;
        this.events = events;
        this.pauseNanos = previewsPerSecond == 0 ? Long.MAX_VALUE : (long) (NANOS / previewsPerSecond);
    }

    @Override
    public Rank rank() {
        return Rank.WATCH;
    }

    @Override
    public void watch(NDArray x, NDArray clean, StepPoint point) {
        LOG.debug("step {} of {} at sigma {}", point.step() + 1, point.steps(), point.sigma());
        events.accept(new RunEvent.Stepped(run, before + point.step() + 1, all, preview(clean)));
    }

    private Optional<Raster> preview(NDArray clean) {
        long now = System.nanoTime();
        if (pauseNanos == Long.MAX_VALUE || (shown && now - lastPreview < pauseNanos)) {
            return Optional.empty();
        }
        shown = true;
        lastPreview = now;
        return Optional.of(preview.paint(clean));
    }
}
