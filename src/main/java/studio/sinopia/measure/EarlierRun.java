package studio.sinopia.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import studio.sinopia.core.AtomicFile;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON of an earlier run of a bench, so that a worse model is noticed. */
public final class EarlierRun {

    /** Shares that differ by less may differ by chance. */
    private static final double TOLERANCE = 0.03;

    /** Figures that are better when they are smaller. */
    private static final Set<String> ERRORS = Set.of("depthError");

    /** Beside shares: counts, settings, and what has no bound of 1. */
    private static final Set<String> NO_SHARES =
            Set.of("scenes", "pictures", "steps", "guidance", "secondsPerPainting", "frechet");

    private final Map<String, Double> figures;

    private EarlierRun(Map<String, Double> figures) {
        this.figures = figures;
    }

    /** @throws StudioException if the file cannot be read or is no JSON */
    public static EarlierRun read(Path file) throws StudioException {
        try {
            return new EarlierRun(figures(Files.readString(file)));
        } catch (IOException unreadable) {
            throw new StudioException(AtomicFile.problem(file, unreadable), unreadable);
        } catch (JacksonException broken) {
            throw new StudioException(
                    new Problem("This is no report of a bench.", file.toString(), "Write one with --json."), broken);
        }
    }

    /**
     * What got worse by more than chance, one line each; what one of the two runs lacks is not compared.
     *
     * @param json of the new run
     */
    public List<String> worse(String json) {
        List<String> lines = new ArrayList<>();
        figures(json).forEach((name, now) -> {
            Double before = figures.get(name);
            if (before != null) {
                double gain = ERRORS.contains(last(name)) ? before - now : now - before;
                if (gain < -TOLERANCE) {
                    lines.add(String.format(Locale.ROOT, "Worse: %s %.3f, was %.3f", name, now, before));
                }
            }
        });
        return lines;
    }

    private static Map<String, Double> figures(String json) {
        Map<String, Double> figures = new TreeMap<>();
        collect(new JsonMapper().readTree(json), "", figures);
        return figures;
    }

    private static void collect(JsonNode node, String name, Map<String, Double> figures) {
        if (node.isNumber() && !NO_SHARES.contains(last(name))) {
            figures.put(name, node.asDouble());
        }
        node.propertyStream()
                .forEach(each ->
                        collect(each.getValue(), name.isEmpty() ? each.getKey() : name + "." + each.getKey(), figures));
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
