package studio.sinopia.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import studio.sinopia.recipe.Recipe;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@link PromptBench} measured.
 *
 * @param model the base model as the recipes name it; empty is the one that ships
 * @param steps of each painting
 * @param guidance scale of each painting
 * @param sets figures by set of prompts
 * @param frechet distance of all that was painted from scenes drawn for the same prompts, in the judge's features
 */
public record PromptReport(String model, int steps, double guidance, Map<Set, Figures> sets, double frechet) {

    /** Which pictures are looked at. */
    public enum Set {
        SEEN("seen combinations"),
        UNSEEN("unseen combinations"),
        TRUTH("truth");

        private final String title;

        Set(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /**
     * Shares of the pictures that show what the prompt asks for, where it asks for it; NaN where none does.
     *
     * @param pictures how many
     * @param object the main object is there
     * @param colour it has its colour
     * @param count there are as many as asked for
     * @param relation it stands to the other as asked for
     * @param style the picture is in the style asked for
     */
    public record Figures(int pictures, double object, double colour, double count, double relation, double style) {}

    public PromptReport {
        sets = Collections.unmodifiableMap(new LinkedHashMap<>(sets));
    }

    static PromptReport of(Recipe settings, Map<Set, PromptScore> scores, double frechet) {
        Map<Set, Figures> sets = new LinkedHashMap<>();
        scores.forEach((set, score) -> sets.put(set, score.figures()));
        return new PromptReport(settings.model(), settings.sampling().steps(), settings.guidance(), sets, frechet);
    }

    /** The figures of one set. */
    public Figures of(Set set) {
        return Objects.requireNonNull(sets.get(set));
    }

    /** As one JSON object with the names of the components; a figure that could not be measured is the text NaN. */
    public String json() {
        return new JsonMapper().writeValueAsString(this);
    }

    /** As lines of a table for people. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(String.format(
                Locale.ROOT,
                "%-22s %8s %8s %8s %8s %8s %8s",
                "",
                "pictures",
                "object",
                "colour",
                "count",
                "relation",
                "style"));
        sets.forEach((set, figures) -> lines.add(String.format(
                Locale.ROOT,
                "%-22s %8d %8.3f %8.3f %8.3f %8.3f %8.3f",
                set.title(),
                figures.pictures(),
                figures.object(),
                figures.colour(),
                figures.count(),
                figures.relation(),
                figures.style())));
        lines.add(String.format(
                Locale.ROOT,
                "Fréchet distance from the truth %.2f, %d steps, guidance %.1f",
                frechet,
                steps,
                guidance));
        return List.copyOf(lines);
    }
}
