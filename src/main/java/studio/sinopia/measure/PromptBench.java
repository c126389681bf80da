package studio.sinopia.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntConsumer;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Raster;
import studio.sinopia.core.StudioException;
import studio.sinopia.measure.PromptReport.Set;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.world.PromptTask;
import studio.sinopia.world.PromptTasks;
import studio.sinopia.world.SceneSpec;

/**
 * Measures how well pictures show what prompts say, after GenEval (Ghosh et al. 2023): the main object, its colour, how many
 * there are, how it stands to another, and the style; with combinations seen in training and held out from it. The judge's
 * answers on scenes drawn for the same prompts say how far it can be trusted.
 */
public final class PromptBench {

    private final Painter painter;
    private final Judge judge;
    private final PromptTasks tasks;
    private final Function<SceneSpec, Raster> illustrator;

    /** @param illustrator draws the truth */
    public PromptBench(Painter painter, Judge judge, PromptTasks tasks, Function<SceneSpec, Raster> illustrator) {
        this.painter = painter;
        this.judge = judge;
        this.tasks = tasks;
        this.illustrator = illustrator;
    }

    /** Hears of each picture that was painted. */
    @FunctionalInterface
    public interface Listener {
        void painted(PromptTask task, Raster picture);
    }

    /**
     * Paints and measures; the caller waits.
     *
     * @param count of prompts with seen combinations; as many with unseen ones as {@link PromptTasks#unseenFor} says
     * @param settings model, size, sampling, guidance, patches and device of each painting; prompt and seed are replaced
     * @param progress hears how many prompts are done
     * @throws StudioException if a painting failed, or the judge knows no things
     * @throws studio.sinopia.core.CancelledException if a stop was asked for
     */
    public PromptReport run(
            int count, Recipe settings, IntConsumer progress, Listener listener, Cancellation cancellation)
            throws StudioException {
        Map<Set, PromptScore> scores = new LinkedHashMap<>();
        for (Set set : Set.values()) {
            scores.put(set, new PromptScore());
        }
        List<double[]> painted = new ArrayList<>();
        List<double[]> drawn = new ArrayList<>();
        int unseen = tasks.unseenFor(count);
        for (int i = 0; i < count + unseen; i++) {
            PromptTask task = i < count ? tasks.seen(i) : tasks.unseen(i - count);
            Verdict truth = judge.read(illustrator.apply(task.scene()));
            score(scores, Set.TRUTH).add(findings(truth), task);
            Raster picture = painter.paint(
                    settings.withPrompt(task.prompt()).withSeed(task.scene().seed()), cancellation);
            listener.painted(task, picture);
            Verdict verdict = judge.read(picture);
            score(scores, i < count ? Set.SEEN : Set.UNSEEN).add(findings(verdict), task);
            painted.add(verdict.features());
            drawn.add(truth.features());
            progress.accept(i + 1);
            cancellation.throwIfRequested();
        }
        double apart = painted.size() < 2 ? Double.NaN : FrechetDistance.of(painted, drawn);
        return PromptReport.of(settings, scores, apart);
    }

    private static Findings findings(Verdict verdict) throws StudioException {
        return verdict.findings()
                .orElseThrow(() -> new StudioException(new Problem(
                        "This judge knows no things: it reads classes, lines and depth alone.",
                        "--judge",
                        "Train one with train_judge.py and name its folder.")));
    }

    private static PromptScore score(Map<Set, PromptScore> scores, Set set) {
        return scores.computeIfAbsent(set, none -> new PromptScore());
    }
}
