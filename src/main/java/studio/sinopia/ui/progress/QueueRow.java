package studio.sinopia.ui.progress;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import studio.sinopia.core.Problem;
import studio.sinopia.engine.run.RunId;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.session.QueueEntry;
import studio.sinopia.session.RunEstimate;
import studio.sinopia.ui.fx.Words;

/**
 * One line of the queue.
 *
 * @param estimate what it will take, once that is known
 */
public record QueueRow(QueueEntry entry, Optional<RunEstimate> estimate) {

    private static final double BYTES_PER_MIB = 1 << 20;

    public RunId run() {
        return entry.run();
    }

    /** What shall be painted. */
    public String title() {
        String prompt = entry.recipe().prompt().strip().replaceAll("\\s+", " ");
        return prompt.isEmpty() ? Words.of("queue.noPrompt") : prompt;
    }

    /** How it shall be painted, in a few words. */
    public String about() {
        Recipe recipe = entry.recipe();
        List<String> words = new ArrayList<>();
        words.add("%d × %d".formatted(recipe.size().width(), recipe.size().height()));
        words.add(Words.of("queue.steps", recipe.sampling().steps()));
        words.add(Words.of("queue.seed", recipe.seed()));
        if (!recipe.controls().isEmpty()) {
            words.add(
                    recipe.controls().size() == 1
                            ? Words.of("queue.control")
                            : Words.of("queue.controls", recipe.controls().size()));
        }
        recipe.start().ifPresent(start -> words.add(start.mask().isPresent() ? "inpaint" : "img2img"));
        return String.join("  ·  ", words);
    }

    /** How far it is, or what is wrong, or what it will take. */
    public String status() {
        return switch (entry.state()) {
            case WORKING -> Words.of("state.painting");
            case CANCELLED -> Words.of("state.cancelled");
            case FAILED -> entry.problem().map(Problem::what).orElse(Words.of("state.failed"));
            case WAITING -> estimate.map(QueueRow::words).orElse("");
        };
    }

    /** All that is known of it, for a tooltip and for screen readers. */
    public String spoken() {
        String remedy = entry.problem()
                .or(() -> estimate.flatMap(RunEstimate::refusal))
                .map(Problem::remedy)
                .orElse("");
        return "%s%n%s%n%s %s".formatted(title(), about(), status(), remedy).strip();
    }

    /** Whether it is known already that it cannot be painted as it is. */
    public boolean isRefused() {
        return entry.isOpen() && estimate.flatMap(RunEstimate::refusal).isPresent();
    }

    /** The time it will take, if that can be said. */
    Optional<Duration> time() {
        return estimate.flatMap(RunEstimate::time);
    }

    private static String words(RunEstimate estimate) {
        if (estimate.refusal().isPresent()) {
            return estimate.refusal().get().what();
        }
        List<String> words = new ArrayList<>();
        estimate.time().ifPresent(time -> words.add(Words.of("queue.about", words(time))));
        estimate.memory().ifPresent(memory -> words.add(bytes(memory.peakBytes())));
        return String.join("  ·  ", words);
    }

    /** A span of time as people say it. */
    static String words(Duration time) {
        long seconds = Math.max(1, Math.round(time.toMillis() / 1000.0));
        if (seconds < 90) {
            return seconds + " s";
        }
        long minutes = Math.round(seconds / 60.0);
        return minutes < 90 ? minutes + " min" : "%d h %d min".formatted(minutes / 60, minutes % 60);
    }

    private static String bytes(long bytes) {
        double mebibytes = bytes / BYTES_PER_MIB;
        return mebibytes < 1024
                ? "%d MB".formatted(Math.round(mebibytes))
                : String.format(Locale.ROOT, "%.1f GB", mebibytes / 1024);
    }
}
