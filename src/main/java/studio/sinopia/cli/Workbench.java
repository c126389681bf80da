package studio.sinopia.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.Optional;
import java.util.function.Supplier;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.Folders;
import studio.sinopia.core.ProgramFolder;
import studio.sinopia.engine.run.Engine;
import studio.sinopia.library.ModelHashes;
import studio.sinopia.library.ModelShelf;
import studio.sinopia.library.NamedFiles;
import studio.sinopia.library.PatchShelf;
import studio.sinopia.library.WordLists;
import studio.sinopia.recipe.plot.OpenChoices;

/**
 * What commands work with.
 *
 * @param engine makes the engine when a command needs one; the command closes it
 * @param interruption tells when the person wants the program to end
 */
public record Workbench(
        Console console, Folders folders, ProgramFolder program, Supplier<Engine> engine, Interruption interruption) {

    /** Raised when the person interrupts the program. */
    Cancellation stop() {
        return interruption.stop();
    }

    /** The files that can be added to a model. */
    PatchShelf patches() {
        return PatchShelf.of(program.shippedModel(), folders.watched());
    }

    /** Finds the files that a prompt names. */
    NamedFiles named() {
        return new NamedFiles(patches());
    }

    /** The model that another tool calls so, if it is here: its path, empty for the one that ships. */
    Optional<String> model(String name) {
        return shelf().named(name).map(path -> path.equals(program.shippedModel()) ? "" : path.toString());
    }

    /** Decides what prompts leave open. */
    OpenChoices choices() {
        return new OpenChoices(new WordLists(folders.data())::lines);
    }

    /** The models that are here. */
    ModelShelf shelf() {
        return new ModelShelf(program.shippedModel(), folders.watched(), hashes());
    }

    /** What is known of the files' hashes. */
    ModelHashes hashes() {
        return new ModelHashes(folders.hashes());
    }

    /** The same, saying nothing. */
    Workbench silent() {
        var nowhere = new PrintWriter(Writer.nullWriter());
        return new Workbench(new Console(nowhere, nowhere, false), folders, program, engine, interruption);
    }
}
