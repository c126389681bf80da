package studio.sinopia.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.function.Supplier;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.Folders;
import studio.sinopia.core.ProgramFolder;
import studio.sinopia.engine.run.Engine;

/**
 * What commands work with.
 *
 * @param engine makes the engine when a command needs one; the command closes it
 * @param stop raised when the person interrupts the program
 */
public record Workbench(
        Console console, Folders folders, ProgramFolder program, Supplier<Engine> engine, Cancellation stop) {

    /** The same, saying nothing. */
    Workbench silent() {
        var nowhere = new PrintWriter(Writer.nullWriter());
        return new Workbench(new Console(nowhere, nowhere, false), folders, program, engine, stop);
    }
}
