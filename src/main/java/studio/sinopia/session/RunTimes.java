package studio.sinopia.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.sinopia.control.Control;
import studio.sinopia.core.AtomicFile;
import studio.sinopia.core.StudioException;
import studio.sinopia.recipe.Recipe;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * How long pictures took here, so that it can be said how long others will: the median time of a unit of work for each
 * model and device. A unit is a thousand pixels through one step of one branch; a control network counts a third of a
 * branch. What was measured is kept in {@code run-times.json}; it is advice, so a file that cannot be read is forgotten.
 * May be used on any thread.
 */
public final class RunTimes {

    private static final Logger LOG = LoggerFactory.getLogger(RunTimes.class);
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int REMEMBERED = 15; // runs of a model; the median forgives one slow one
    private static final double CONTROL_SHARE = 1 / 3.0; // of a U-Net: the encoder half of it, once for both branches
    private static final double PIXELS = 1000;

    private final Path file;
    private final Map<String, Deque<Double>> millisPerUnit; // guarded by this

    /** @param data folder of the user's data */
    public RunTimes(Path data) {
        this.file = data.resolve("run-times.json");
        this.millisPerUnit = read(file);
    }

    /** How long {@code recipe} will take once its model is loaded; empty if its model has never been timed. */
    public synchronized Optional<Duration> estimate(Recipe recipe) {
        Deque<Double> known = millisPerUnit.get(key(recipe));
        if (known == null || known.isEmpty()) {
            return Optional.empty();
        }
        List<Double> sorted = known.stream().sorted().toList();
        return Optional.of(Duration.ofMillis(Math.round(sorted.get(sorted.size() / 2) * work(recipe))));
    }

    /**
     * Remembers a run.
     *
     * @param millis it took, loading left out
     */
    public synchronized void add(Recipe recipe, long millis) {
        Deque<Double> known = millisPerUnit.computeIfAbsent(key(recipe), model -> new ArrayDeque<>());
        known.addLast(millis / work(recipe));
        while (known.size() > REMEMBERED) {
            known.removeFirst();
        }
        ObjectNode node = MAPPER.createObjectNode();
        millisPerUnit.forEach((model, times) -> times.forEach(node.withArray("/" + escaped(model))::add));
        try {
            AtomicFile.write(file, MAPPER.writeValueAsString(node).getBytes(StandardCharsets.UTF_8));
        } catch (StudioException unwritable) {
            LOG.debug("How long it took is not kept", unwritable);
        }
    }

    /** As JSON pointers want it. */
    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static String key(Recipe recipe) {
        return recipe.device() + " " + recipe.model();
    }

    private static double work(Recipe recipe) {
        double branches = recipe.guidance() == 1 ? 1 : 2;
        long networks = recipe.controls().stream()
                .filter(Control.Structure.class::isInstance)
                .count();
        double share = recipe.start().map(start -> start.strength()).orElse(1.0); // the first steps are left out
        double steps = Math.max(1, recipe.sampling().steps() * share);
        return recipe.size().area() / PIXELS * steps * branches * (1 + CONTROL_SHARE * networks);
    }

    private static Map<String, Deque<Double>> read(Path file) {
        Map<String, Deque<Double>> times = new HashMap<>();
        if (!Files.isRegularFile(file)) {
            return times;
        }
        try {
            for (Map.Entry<String, JsonNode> model :
                    MAPPER.readTree(Files.readAllBytes(file)).properties()) {
                List<Double> numbers = new ArrayList<>();
                model.getValue().forEach(number -> numbers.add(number.asDouble(0)));
                numbers.removeIf(number -> !(number > 0 && number < Double.MAX_VALUE));
                times.put(model.getKey(), new ArrayDeque<>(numbers));
            }
        } catch (IOException | JacksonException unreadable) {
            LOG.debug("How long runs took is forgotten", unreadable);
        }
        return times;
    }
}
