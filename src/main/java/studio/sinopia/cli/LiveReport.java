package studio.sinopia.cli;

import java.util.Locale;
import studio.sinopia.engine.run.MemoryForecast;
import studio.sinopia.engine.run.RunEvent;

/** One line on the terminal that is rewritten as the run goes on, and is gone when the picture is there. */
final class LiveReport implements RunReport {

    private static final int CELLS = 24;
    private static final String ERASE = "\r\u001b[K";

    private final Console console;
    private String title = "";
    private long start;

    LiveReport(Console console) {
        this.console = console;
    }

    @Override
    public void begin(PictureJob job, int number, int count) {
        title = PlainReport.title(job, number, count);
        start = System.nanoTime();
        show("starting");
    }

    @Override
    public void forecast(MemoryForecast memory) {
        remark(PlainReport.needs(memory));
        show("starting");
    }

    @Override
    public void event(RunEvent event) {
        switch (event) {
            case RunEvent.Queued queued -> show("waiting");
            case RunEvent.Loading loading -> show("loading " + loading.what());
            case RunEvent.Stepped stepped -> show(bar(stepped.step(), stepped.steps()));
            case RunEvent.Decoding decoding -> show("decoding");
            case RunEvent.Finished finished -> erase();
            case RunEvent.Failed failed -> erase();
            case RunEvent.Cancelled cancelled -> erase();
        }
    }

    static String bar(int step, int steps) {
        int full = CELLS * step / steps;
        return "[" + "#".repeat(full) + ".".repeat(CELLS - full) + "] %d of %d".formatted(step, steps);
    }

    @Override
    public void wrote(PictureJob job, long millis) {
        console.say(PlainReport.result(job, millis));
    }

    @Override
    public void remark(String line) {
        erase();
        console.note(line);
    }

    private void show(String state) {
        double seconds = (System.nanoTime() - start) * 1e-9;
        console.err().print(String.format(Locale.ROOT, "%s%s  %s  %.0f s", ERASE, title, state, seconds));
        console.err().flush();
    }

    private void erase() {
        console.err().print(ERASE);
        console.err().flush();
    }
}
