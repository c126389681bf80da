package studio.sinopia.cli;

import java.util.function.IntConsumer;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** {@code sinopia bench …}: what is measured. */
final class BenchCommands {

    private BenchCommands() {}

    static CommandLine tree(Workbench bench) {
        CommandSpec spec = CommandSpec.create().name("bench");
        spec.usageMessage().description("Measure speed, obedience, start and memory; write files to measure with.");
        return new CommandLine(spec)
                .addSubcommand(new ControlBenchCommand(bench))
                .addSubcommand(new PromptBenchCommand(bench))
                .addSubcommand(new StepBenchCommand(bench))
                .addSubcommand(new StartupBenchCommand(bench))
                .addSubcommand(new MemoryBenchCommand(bench))
                .addSubcommand(new MapBenchCommand(bench))
                .addSubcommand(new CanvasBenchCommand(bench))
                .addSubcommand(new LiveBenchCommand(bench))
                .addSubcommand(new FileBenchCommand(bench));
    }

    /** Tells how far a measurement is, on a line that is rewritten or at each tenth. */
    static IntConsumer progress(Console console, String what, int count) {
        return done -> {
            if (console.live()) {
                String end = done == count ? "\r\u001b[K" : "";
                console.err().print("\r\u001b[K%s %s%s".formatted(what, LiveReport.bar(done, count), end));
                console.err().flush();
            } else if (done * 10 / count > (done - 1) * 10 / count) {
                console.note("%s %d of %d".formatted(what, done, count));
            }
        };
    }
}
