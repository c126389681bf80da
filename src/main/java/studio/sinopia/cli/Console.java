package studio.sinopia.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Optional;

/**
 * Where a command speaks.
 *
 * @param out results, one line each, for people and scripts
 * @param err progress, remarks and problems
 * @param live whether a person watches {@code err} on a terminal, so that a line may be rewritten
 */
public record Console(PrintWriter out, PrintWriter err, boolean live) {

    /** The program's own standard output and error. */
    public static Console ofThisProcess() {
        boolean live = Optional.ofNullable(System.console()) // null or not, as the release pleases
                .map(java.io.Console::isTerminal)
                .orElse(false);
        return new Console(writer(System.out), writer(System.err), live);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, stream.charset());
    }

    /** A result. */
    void say(String line) {
        out.println(line);
    }

    /** A remark, a problem, a step on the way. */
    void note(String line) {
        err.println(line);
    }
}
