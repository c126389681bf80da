package studio.sinopia.cli;

import java.util.Locale;
import studio.sinopia.engine.run.MemoryForecast;
import studio.sinopia.engine.run.RunEvent;

/** A few lines that read well in a log: what is loaded, each quarter of the steps, the result. */
final class PlainReport implements RunReport {

    private static final int PARTS = 4;

    private final Console console;
    private String title = ""; // until it has been said, which a run that is refused does without
    private int told; // quarters of the present run, touched by its thread only

    PlainReport(Console console) {
        this.console = console;
    }

    @Override
    public void begin(PictureJob job, int number, int count) {
        told = 0;
        title = title(job, number, count);
    }

    /** For example {@code Picture 2 of 5, seed 43, 256x256.} */
    static String title(PictureJob job, int number, int count) {
        String which = count == 1 ? "Painting" : "Painting %d of %d".formatted(number, count);
        return "%s, seed %d, %s"
                .formatted(which, job.recipe().seed(), job.recipe().pictureSize());
    }

    @Override
    public void forecast(MemoryForecast memory) {
        console.note(needs(memory));
    }

    /** For example {@code Needs about 1,200 MiB of memory; 9,000 MiB are available.} */
    static String needs(MemoryForecast memory) {
        return String.format(
                Locale.ROOT,
                "Needs about %,d MiB of memory; %,d MiB are available.",
                memory.peakBytes() >> 20,
                memory.availableBytes() >> 20);
    }

    @Override
    public void event(RunEvent event) {
        switch (event) {
            case RunEvent.Loading loading -> {
                sayTitle();
                console.note("Loading " + loading.what());
            }
            case RunEvent.Stepped stepped -> {
                sayTitle();
                int quarter = stepped.step() * PARTS / stepped.steps();
                if (quarter > told) {
                    told = quarter;
                    console.note("Step %d of %d".formatted(stepped.step(), stepped.steps()));
                }
            }
            case RunEvent.Queued queued -> {}
            case RunEvent.Decoding decoding -> {}
            case RunEvent.Finished finished -> {}
            case RunEvent.Failed failed -> {}
            case RunEvent.Cancelled cancelled -> {}
        }
    }

    private void sayTitle() {
        if (!title.isEmpty()) {
            console.note(title);
            title = "";
        }
    }

    @Override
    public void wrote(PictureJob job, long millis) {
        console.say(result(job, millis));
    }

    /** For example {@code house.png: seed 43, 256x256, 1.9 s}. */
    static String result(PictureJob job, long millis) {
        return String.format(
                Locale.ROOT,
                "%s: seed %d, %s, %.1f s",
                job.output(),
                job.recipe().seed(),
                job.recipe().pictureSize(),
                millis / 1000.0);
    }

    @Override
    public void remark(String line) {
        console.note(line);
    }
}
