package studio.sinopia.worker;

import java.nio.file.Path;
import java.util.Optional;
import studio.sinopia.core.PictureFile;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Raster;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.run.MemoryForecast;
import studio.sinopia.engine.run.RunEvent;
import studio.sinopia.engine.run.RunId;
import studio.sinopia.engine.run.RunOptions;
import studio.sinopia.recipe.Precision;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.RecipeJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Values as messages and back. Both ends are of one build, so what does not fit is a mistake of ours. */
final class Wire {

    private static final String WHERE = "worker";

    private Wire() {}

    static Message request(RunId run) {
        return Message.of(Message.object().put("run", run.value()));
    }

    static Message request(RunId run, Recipe recipe, RunOptions options) {
        ObjectNode json = Message.object().put("run", run.value()).put("recipe", RecipeJson.write(recipe));
        ObjectNode out = json.putObject("options");
        options.initLatents().ifPresent(file -> out.put("initLatents", absolute(file)));
        options.saveLatents().ifPresent(file -> out.put("saveLatents", absolute(file)));
        out.put("runFolder", absolute(options.runFolder()));
        out.put("previewsPerSecond", options.previewsPerSecond());
        return Message.of(json);
    }

    static Message request(RunId run, Recipe recipe, Path latents) {
        return Message.of(Message.object()
                .put("run", run.value())
                .put("recipe", RecipeJson.write(recipe))
                .put("latents", absolute(latents)));
    }

    static RunId run(Message message) {
        return new RunId(text(message.json(), "run"));
    }

    static Recipe recipe(Message message) throws StudioException {
        return RecipeJson.read(text(message.json(), "recipe"), "recipe");
    }

    static Path latents(Message message) {
        return Path.of(text(message.json(), "latents"));
    }

    static RunOptions options(Message message) {
        JsonNode json = message.json().get("options");
        return new RunOptions(
                path(json, "initLatents"),
                path(json, "saveLatents"),
                Path.of(text(json, "runFolder")),
                json.get("previewsPerSecond").doubleValue());
    }

    static Message accepted(RunId run) {
        return Message.of(Message.object().put("event", "accepted").put("run", run.value()));
    }

    static Message event(RunEvent event) {
        ObjectNode json = Message.object().put("run", event.run().value());
        return switch (event) {
            case RunEvent.Queued queued -> Message.of(json.put("event", "queued"));
            case RunEvent.Loading loading ->
                Message.of(json.put("event", "loading").put("what", loading.what()));
            case RunEvent.Stepped stepped ->
                message(
                        json.put("event", "stepped").put("step", stepped.step()).put("steps", stepped.steps()),
                        stepped.preview());
            case RunEvent.Decoding decoding ->
                Message.of(json.put("event", "decoding")
                        .put("latents", decoding.latents().toString()));
            case RunEvent.Finished finished ->
                message(
                        json.put("event", "finished")
                                .put("latents", finished.latents().toString())
                                .put("millis", finished.millis())
                                .put("precision", finished.precision().name()),
                        Optional.of(finished.picture()));
            case RunEvent.Failed failed -> {
                json.put("event", "failed");
                json.set("problem", problem(failed.problem()));
                failed.latents().ifPresent(file -> json.put("latents", file.toString()));
                yield Message.of(json);
            }
            case RunEvent.Cancelled cancelled -> Message.of(json.put("event", "cancelled"));
        };
    }

    /** The event in a message; empty for the one that only says that the run was accepted. */
    static Optional<RunEvent> event(Message message) {
        JsonNode json = message.json();
        RunId run = run(message);
        return switch (text(json, "event")) {
            case "accepted" -> Optional.empty();
            case "queued" -> Optional.of(new RunEvent.Queued(run));
            case "loading" -> Optional.of(new RunEvent.Loading(run, text(json, "what")));
            case "stepped" ->
                Optional.of(new RunEvent.Stepped(
                        run, json.get("step").intValue(), json.get("steps").intValue(), picture(message)));
            case "decoding" -> Optional.of(new RunEvent.Decoding(run, latents(message)));
            case "finished" ->
                Optional.of(new RunEvent.Finished(
                        run,
                        picture(message).orElseThrow(),
                        latents(message),
                        json.get("millis").longValue(),
                        Precision.valueOf(text(json, "precision"))));
            case "failed" -> Optional.of(new RunEvent.Failed(run, problem(json.get("problem")), path(json, "latents")));
            case "cancelled" -> Optional.of(new RunEvent.Cancelled(run));
            default -> throw new IllegalArgumentException("No such event: " + text(json, "event"));
        };
    }

    static Message forecast(MemoryForecast forecast) {
        return Message.of(Message.object()
                .put("weights", forecast.weightBytes())
                .put("sampling", forecast.samplingBytes())
                .put("decoding", forecast.decodingBytes())
                .put("available", forecast.availableBytes()));
    }

    static Message refusal(Problem problem) {
        ObjectNode json = Message.object();
        json.set("problem", problem(problem));
        return Message.of(json);
    }

    static MemoryForecast forecast(Message message) throws StudioException {
        JsonNode json = message.json();
        if (json.has("problem")) {
            throw new StudioException(problem(json.get("problem")));
        }
        return new MemoryForecast(
                json.get("weights").longValue(),
                json.get("sampling").longValue(),
                json.get("decoding").longValue(),
                json.get("available").longValue());
    }

    static Message health(WorkerHealth health) {
        return Message.of(Message.object()
                .put("pid", health.pid())
                .put("residentBytes", health.residentBytes())
                .put("availableBytes", health.availableBytes())
                .put("cpuMillis", health.cpuMillis()));
    }

    static WorkerHealth health(Message message) {
        JsonNode json = message.json();
        return new WorkerHealth(
                json.get("pid").longValue(),
                json.get("residentBytes").longValue(),
                json.get("availableBytes").longValue(),
                json.get("cpuMillis").longValue());
    }

    private static Message message(ObjectNode json, Optional<Raster> picture) {
        return picture.map(raster -> Message.of(json, PictureFile.encode(raster)))
                .orElseGet(() -> Message.of(json));
    }

    private static Optional<Raster> picture(Message message) {
        if (!message.hasPicture()) {
            return Optional.empty();
        }
        try {
            return Optional.of(PictureFile.decode(message.picture(), WHERE));
        } catch (StudioException damaged) {
            throw new IllegalArgumentException("A picture from the worker cannot be read", damaged);
        }
    }

    private static ObjectNode problem(Problem problem) {
        return Message.object()
                .put("what", problem.what())
                .put("where", problem.where())
                .put("remedy", problem.remedy());
    }

    private static Problem problem(JsonNode json) {
        return new Problem(text(json, "what"), text(json, "where"), text(json, "remedy"));
    }

    private static Optional<Path> path(JsonNode json, String name) {
        return json.has(name) ? Optional.of(Path.of(text(json, name))) : Optional.empty();
    }

    private static String text(JsonNode json, String name) {
        return json.get(name).stringValue();
    }

    private static String absolute(Path file) {
        return file.toAbsolutePath().toString(); // the other process may stand in another folder
    }
}
