package studio.sinopia.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import studio.sinopia.core.Spelling;

/** What is wrong with a command line, in one sentence, with what may have been meant. */
final class Misunderstanding {

    private Misunderstanding() {}

    static String of(CommandLine.ParameterException problem) {
        if (problem instanceof CommandLine.UnmatchedArgumentException unknown) {
            return unknown(unknown);
        }
        String what = Commands.oneLine(String.valueOf(problem.getMessage()))
                .replaceFirst(" is not an? (int|long)$", " is not a whole number")
                .replaceFirst(" is not a double$", " is not a number");
        return what.endsWith(".") ? what : what + ".";
    }

    private static String unknown(CommandLine.UnmatchedArgumentException problem) {
        CommandLine command = problem.getCommandLine();
        String first = problem.getUnmatched().getFirst();
        String typed = first.startsWith("-") ? first.replaceFirst("=.*", "") : first;
        String what;
        List<String> known;
        if (typed.startsWith("-")) {
            what = "There is no option '%s'.".formatted(typed);
            known = command.getCommandSpec().options().stream()
                    .map(CommandLine.Model.OptionSpec::longestName)
                    .toList();
        } else if (command.getSubcommands().isEmpty()) {
            return "'%s' is one argument too many.".formatted(typed);
        } else {
            what = "There is no command '%s'.".formatted(typed);
            known = new ArrayList<>(command.getSubcommands().keySet());
        }
        return Spelling.nearest(typed, known)
                .map(name -> what + " Did you mean '" + name + "'?")
                .orElse(what);
    }
}
