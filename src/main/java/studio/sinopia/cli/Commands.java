package studio.sinopia.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import studio.sinopia.core.CancelledException;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;

/** The command line as a whole: finds the command, runs it, and turns whatever happens into lines and an exit code. */
public final class Commands {

    private Commands() {}

    /**
     * Runs what {@code arguments} ask for.
     *
     * @return the exit code: 0 done, 1 failed with a problem on standard error, 2 not understood, 130 cancelled
     */
    public static int run(Workbench bench, String... arguments) {
        CommandLine line = tree(bench);
        int code = line.execute(arguments);
        bench.console().out().flush();
        bench.console().err().flush();
        return code;
    }

    /** Work that ends as a command does: its problem on standard error, its exit code. */
    public interface Work {
        void run() throws Exception;
    }

    /** Runs what is no command with the same care. */
    public static int guard(Workbench bench, Work work) {
        try {
            work.run();
            return ExitCode.DONE;
        } catch (Exception problem) { // the edge of the program: whatever happens becomes one line
            return failed(problem, bench);
        }
    }

    static CommandLine tree(Workbench bench) {
        CommandLine line = SinopiaCommand.line()
                .addSubcommand(new GenerateCommand(bench))
                .addSubcommand(new PlotCommand(bench))
                .addSubcommand(new RenderCommand(bench))
                .addSubcommand(new ExportCommand(bench))
                .addSubcommand(new BatchCommand(bench))
                .addSubcommand(ConditionCommand.tree(bench))
                .addSubcommand(ModelsCommand.tree(bench))
                .addSubcommand(new ConformanceCommand(bench))
                .addSubcommand(BenchCommands.tree(bench))
                .addSubcommand(new DoctorCommand(bench))
                .addSubcommand(new WorldCommand(bench));
        line.setOut(bench.console().out());
        line.setErr(bench.console().err());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler((problem, arguments) -> misunderstood(problem));
        line.setExecutionExceptionHandler((problem, command, parsed) -> failed(problem, bench));
        return line;
    }

    private static int misunderstood(CommandLine.ParameterException problem) {
        CommandLine command = problem.getCommandLine();
        String help = command.getCommandSpec().qualifiedName() + " --help";
        command.getErr().println(Misunderstanding.of(problem) + " See '" + help + "'.");
        return ExitCode.USAGE;
    }

    private static int failed(Exception problem, Workbench bench) {
        if (problem instanceof CancelledException || bench.stop().requested()) {
            bench.console().note("Cancelled.");
            return ExitCode.CANCELLED;
        }
        return switch (problem) {
            case StudioException known -> problem(known.problem(), bench);
            case InvalidPathException unusable ->
                problem(
                        new Problem(
                                "This is no path on this system: " + unusable.getReason() + ".",
                                unusable.getInput(),
                                "Choose another name."),
                        bench);
            default -> mistake(problem, bench);
        };
    }

    private static int problem(Problem problem, Workbench bench) {
        bench.console().note(problem.line());
        return ExitCode.FAILED;
    }

    /** Says in one line that the fault is the program's own; the stack trace goes to the log. */
    static int mistake(Throwable mistake, Workbench bench) {
        Logger log = LoggerFactory.getLogger(Commands.class);
        log.error("A command failed", mistake);
        Path logs = bench.folders().logs();
        bench.console()
                .note(oneLine("Sinopia made a mistake (%s). Report it with the log in %s."
                        .formatted(String.join(": ", describe(mistake)), logs)));
        return ExitCode.FAILED;
    }

    private static List<String> describe(Throwable mistake) {
        String name = mistake.getClass().getSimpleName();
        String message = mistake.getMessage();
        return message == null ? List.of(name) : List.of(name, message);
    }

    static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
