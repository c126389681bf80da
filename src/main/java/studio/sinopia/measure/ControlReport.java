package studio.sinopia.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@link ControlBench} measured.
 *
 * @param model the base model as the recipes name it; empty is the one that ships
 * @param scenes how many were painted
 * @param steps of each painting
 * @param guidance scale of each painting
 * @param rows figures by what was painted or shown, in the order of the table
 * @param secondsPerPainting mean, loading left out
 */
public record ControlReport(
        String model, int scenes, int steps, double guidance, Map<Row, Obedience> rows, double secondsPerPainting) {

    public ControlReport {
        rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
    }

    /** The figures of one row. */
    public Obedience of(Row row) {
        return Objects.requireNonNull(rows.get(row), row::title);
    }

    /** Share of 1 - F1 (within 2 pixels) that a painting's controls take away. */
    public double lineErrorTakenAway(Row row) {
        return Obedience.errorTakenAway(of(row).lineF1(), of(Row.WITHOUT).lineF1());
    }

    /** Share of 1 - mIoU that a painting's controls take away. */
    public double segmentErrorTakenAway(Row row) {
        return Obedience.errorTakenAway(of(row).meanIoU(), of(Row.WITHOUT).meanIoU());
    }

    /** As one JSON object with the names of the components; a figure that could not be measured is the text NaN. */
    public String json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("model", model);
        json.put("scenes", scenes);
        json.put("steps", steps);
        json.put("guidance", guidance);
        json.put("secondsPerPainting", secondsPerPainting);
        json.put(
                "rows",
                rows.entrySet().stream()
                        .collect(Collectors.toMap(
                                row -> row.getKey().title(), Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new)));
        return new JsonMapper().writeValueAsString(json);
    }

    /** As lines of a table for people. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        String columns = "%-30s" + " %7s".repeat(8);
        lines.add(String.format(
                Locale.ROOT, columns, "", "F1@2px", "F1@0", "SSIM", "mIoU", "pixels", "depth", "PCK", "AP50"));
        rows.forEach((row, figures) -> lines.add(String.format(
                Locale.ROOT,
                "%-30s" + " %7.3f".repeat(8),
                row.title(),
                figures.lineF1(),
                figures.lineF1Exact(),
                figures.lineSsim(),
                figures.meanIoU(),
                figures.pixelAccuracy(),
                figures.depthError(),
                figures.jointAccuracy(),
                figures.boxPrecision())));
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
