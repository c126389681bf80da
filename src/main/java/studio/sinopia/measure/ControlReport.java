package studio.sinopia.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@link ControlBench} measured.
 *
 * @param model the base model as the recipes name it; empty is the one that ships
 * @param scenes how many were painted
 * @param steps of each painting
 * @param guidance scale of each painting
 * @param rows figures by what was painted or shown, in the order of {@link Row}
 * @param lineErrorTakenAway share of 1 - F1 (within 2 pixels) that the line art control takes away
 * @param segmentErrorTakenAway share of 1 - mIoU that the segment control takes away
 * @param secondsPerPainting mean, loading left out
 */
public record ControlReport(
        String model,
        int scenes,
        int steps,
        double guidance,
        Map<Row, Obedience> rows,
        double lineErrorTakenAway,
        double segmentErrorTakenAway,
        double secondsPerPainting) {

    /** What is compared with the maps of the scenes. */
    public enum Row {
        WITHOUT("no control"),
        LINEART("line art"),
        SEGMENTS("segments"),
        AUTOENCODER("truth through the autoencoder"),
        TRUTH("truth");

        private final String title;

        Row(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    public ControlReport {
        rows = Collections.unmodifiableMap(new EnumMap<>(rows));
    }

    /** The figures of one row. */
    public Obedience of(Row row) {
        return Objects.requireNonNull(rows.get(row));
    }

    /** As one JSON object with the names of the components; a figure that could not be measured is the text NaN. */
    public String json() {
        return new JsonMapper().writeValueAsString(this);
    }

    /** As lines of a table for people. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(String.format(
                Locale.ROOT, "%-30s %8s %8s %8s %8s %8s", "", "F1@2px", "F1@0", "SSIM", "mIoU", "pixels"));
        rows.forEach((row, figures) -> lines.add(String.format(
                Locale.ROOT,
                "%-30s %8.3f %8.3f %8.3f %8.3f %8.3f",
                row.title(),
                figures.lineF1(),
                figures.lineF1Exact(),
                figures.lineSsim(),
                figures.meanIoU(),
                figures.pixelAccuracy())));
        lines.add(String.format(
                Locale.ROOT,
                "Error taken away: line art %.0f %% of 1 - F1@2px, segments %.0f %% of 1 - mIoU",
                100 * lineErrorTakenAway,
                100 * segmentErrorTakenAway));
        lines.add(String.format(
                Locale.ROOT,
                "%d held-out scenes, %d steps, guidance %.1f, %.2f s a picture",
                scenes,
                steps,
                guidance,
                secondsPerPainting));
        return List.copyOf(lines);
    }
}
