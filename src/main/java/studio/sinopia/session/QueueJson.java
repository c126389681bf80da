package studio.sinopia.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.run.RunId;
import studio.sinopia.recipe.RecipeJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The queue as JSON: {@code {"paused": false, "runs": [{"run": "…", "state": "failed", "recipe": RECIPE, "problem": {"what": "…",
 * "where": "…", "remedy": "…"}}]}}. A picture that was there the last time is not encoded again. For one thread.
 */
final class QueueJson implements StateJson<QueueState> {

    private final EncodedPictures pictures = new EncodedPictures();

    @Override
    public ObjectNode node(QueueState state) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("paused", state.paused());
        ArrayNode runs = node.putArray("runs");
        for (QueueEntry entry : state.entries()) {
            ObjectNode one = runs.addObject();
            one.put("run", entry.run().value());
            one.put("state", entry.state().name().toLowerCase(Locale.ROOT));
            entry.problem()
                    .ifPresent(problem -> one.putObject("problem")
                            .put("what", problem.what())
                            .put("where", problem.where())
                            .put("remedy", problem.remedy()));
            one.set("recipe", RecipeJson.node(entry.recipe(), pictures::text));
        }
        pictures.end();
        return node;
    }

    @Override
    public QueueState read(JsonNode node, String where) throws StudioException {
        try {
            List<QueueEntry> entries = new ArrayList<>();
            for (JsonNode one : node.required("runs")) {
                entries.add(entry(one, where));
            }
            return new QueueState(entries, node.path("paused").asBoolean(false));
        } catch (JacksonException | IllegalArgumentException damaged) {
            throw new StudioException(
                    new Problem("What was kept of the last time is damaged.", where, "Ask for the pictures anew."),
                    damaged);
        }
    }

    private static QueueEntry entry(JsonNode node, String where) throws StudioException {
        JsonNode problem = node.path("problem");
        return new QueueEntry(
                new RunId(node.required("run").asString()),
                RecipeJson.read(node.required("recipe"), where),
                QueueEntry.State.valueOf(node.required("state").asString().toUpperCase(Locale.ROOT)),
                problem.isObject()
                        ? Optional.of(new Problem(
                                problem.path("what").asString(""),
                                problem.path("where").asString(""),
                                problem.path("remedy").asString("")))
                        : Optional.empty());
    }
}
