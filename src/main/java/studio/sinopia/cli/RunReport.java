package studio.sinopia.cli;

import studio.sinopia.engine.run.MemoryForecast;
import studio.sinopia.engine.run.RunEvent;

/** Tells what a run does: as a line that is rewritten, as a few plain lines, or as JSON. */
interface RunReport {

    /** A run begins, the {@code number}th of {@code count}. */
    void begin(PictureJob job, int number, int count);

    /** What memory the run will take, before it takes any. */
    void forecast(MemoryForecast memory);

    /** Something happened; on the engine's thread. */
    void event(RunEvent event);

    /** The picture is on the disk. */
    void wrote(PictureJob job, long millis);

    /** Something that a person should know. */
    void remark(String line);

    static RunReport of(Console console, boolean json) {
        if (json) {
            return new JsonReport(console);
        }
        return console.live() ? new LiveReport(console) : new PlainReport(console);
    }
}
