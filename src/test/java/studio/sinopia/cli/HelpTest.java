package studio.sinopia.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import studio.sinopia.core.Folders;
import studio.sinopia.core.ProgramFolder;

class HelpTest {

    @TempDir
    private Path folder;

    @Test
    void everyCommandHasHelpWithADescription() {
        var desk = new Desk(folder);
        for (List<String> command : commands()) {
            List<String> arguments = new ArrayList<>(command);
            arguments.add("--help");
            assertEquals(0, desk.run(arguments.toArray(String[]::new)), command.toString());
            assertThat(desk.said().getFirst()).startsWith("Usage: sinopia");
            assertThat(desk.noted()).isEmpty();
        }
    }

    @Test
    void everyOptionAndArgumentIsDescribed() {
        forEach(
                Commands.tree(bench()),
                new ArrayList<>(),
                (path, line) -> line.getCommandSpec()
                        .args()
                        .forEach(argument -> assertThat(argument.description())
                                .as(path + " " + argument.paramLabel())
                                .isNotEmpty()));
    }

    @Test
    void theCommandsAreThoseThatScriptsDependOn() {
        assertThat(Commands.tree(bench()).getSubcommands().keySet())
                .contains("generate", "render", "condition", "models", "doctor");
    }

    @Test
    void aPercentSignInATitleIsNoFormat() {
        PrintStream before = System.err;
        var warnings = new ByteArrayOutputStream();
        System.setErr(new PrintStream(warnings, true, StandardCharsets.UTF_8));
        try {
            var desk = new Desk(folder);
            assertEquals(0, desk.run("condition", "mlsd", "--help"));
            assertThat(String.join(" ", desk.said()))
                    .contains("% of the longer")
                    .doesNotContain("%%");
        } finally {
            System.setErr(before);
        }
        assertThat(warnings.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void theHelpNamesSamplersSchedulesAndSettingsWithTheirRanges() {
        var desk = new Desk(folder);
        assertEquals(0, desk.run("generate", "--help"));
        assertThat(String.join(" ", desk.said()).replaceAll("\\s+", " "))
                .contains("Euler, Euler a, Heun", "Karras, Exponential", "cfg-rescale 0 to 1");
    }

    @Test
    void theVersionIsOneLine() {
        var desk = new Desk(folder);
        assertEquals(0, desk.run("--version"));
        assertThat(desk.said()).hasSize(1).first().asString().startsWith("Sinopia ");
    }

    private List<List<String>> commands() {
        List<List<String>> all = new ArrayList<>();
        forEach(Commands.tree(bench()), new ArrayList<>(), (path, line) -> all.add(path));
        return all;
    }

    private interface Visitor {
        void visit(List<String> path, CommandLine line);
    }

    private static void forEach(CommandLine line, List<String> path, Visitor visitor) {
        visitor.visit(List.copyOf(path), line);
        line.getSubcommands().forEach((name, below) -> {
            List<String> longer = new ArrayList<>(path);
            longer.add(name);
            forEach(below, longer, visitor);
        });
    }

    private Workbench bench() {
        var nowhere = new java.io.PrintWriter(new java.io.StringWriter());
        return new Workbench(
                new Console(nowhere, nowhere, false),
                new Folders(folder, folder),
                new ProgramFolder(folder),
                FakeEngine::new,
                new Interruption());
    }
}
