package studio.sinopia.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import studio.sinopia.engine.run.MemoryForecast;
import studio.sinopia.engine.run.RunEvent;

/** One JSON object a line on standard output, each with an {@code event}. Previews are left out. */
final class JsonReport implements RunReport {

    private final Console console;

    JsonReport(Console console) {
        this.console = console;
    }

    @Override
    public void begin(PictureJob job, int number, int count) {
        say(
                "begin",
                Map.of(
                        "output",
                        job.output().toString(),
                        "seed",
                        job.recipe().seed(),
                        "number",
                        number,
                        "count",
                        count));
    }

    @Override
    public void forecast(MemoryForecast memory) {
        say(
                "forecast",
                Map.of(
                        "weightBytes", memory.weightBytes(),
                        "samplingBytes", memory.samplingBytes(),
                        "decodingBytes", memory.decodingBytes(),
                        "peakBytes", memory.peakBytes(),
                        "availableBytes", memory.availableBytes()));
    }

    @Override
    public void event(RunEvent event) {
        switch (event) {
            case RunEvent.Queued queued -> say("queued", Map.of());
            case RunEvent.Loading loading -> say("loading", Map.of("what", loading.what()));
            case RunEvent.Stepped stepped -> say("stepped", Map.of("step", stepped.step(), "steps", stepped.steps()));
            case RunEvent.Decoding decoding -> say("decoding", Map.of());
            case RunEvent.Finished finished -> {} // said when the picture is on the disk
            case RunEvent.Failed failed ->
                say(
                        "failed",
                        Map.of(
                                "what", failed.problem().what(),
                                "where", failed.problem().where(),
                                "remedy", failed.problem().remedy()));
            case RunEvent.Cancelled cancelled -> say("cancelled", Map.of());
        }
    }

    @Override
    public void wrote(PictureJob job, long millis) {
        say(
                "finished",
                Map.of(
                        "output", job.output().toString(),
                        "seed", job.recipe().seed(),
                        "millis", millis));
    }

    @Override
    public void remark(String line) {
        say("remark", Map.of("text", line));
    }

    private void say(String event, Map<String, ?> facts) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("event", event);
        facts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(fact -> line.put(fact.getKey(), fact.getValue()));
        console.say(JsonLine.of(line));
    }
}
