package studio.sinopia.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.control.StepWindow;
import studio.sinopia.core.Decimal;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;

/** {@code KIND=IMAGE[:weight[:start-end]]} as it was typed. */
record ControlArgument(ConditionKind kind, Path image, double weight, StepWindow window) {

    private static final String OPTION = "--control";
    private static final String NUMBER = "[-+]?[0-9]*\\.?[0-9]+(?:[eE][-+]?[0-9]+)?";
    private static final Pattern TAIL =
            Pattern.compile("(.+?)(?::(" + NUMBER + ")(?::(" + NUMBER + ")-(" + NUMBER + "))?)?");

    static ControlArgument parse(String text) throws StudioException {
        int equals = text.indexOf('=');
        if (equals <= 0 || equals == text.length() - 1) {
            throw new StudioException(new Problem(
                    "'" + text + "' names no kind and picture.",
                    OPTION,
                    "Write KIND=IMAGE[:weight[:start-end]], for example lineart=house.png:0.8."));
        }
        ConditionKind kind = ConditionKind.parse(text.substring(0, equals));
        String rest = text.substring(equals + 1);
        Matcher tail = TAIL.matcher(rest);
        if (Files.exists(Path.of(rest)) || !tail.matches() || tail.group(2) == null) { // a path may hold colons
            return new ControlArgument(kind, Path.of(rest), 1, StepWindow.ALWAYS);
        }
        double weight = Amounts.read(OPTION + " weight", tail.group(2), 0, 2);
        return new ControlArgument(kind, Path.of(tail.group(1)), weight, window(tail));
    }

    private static StepWindow window(Matcher tail) throws StudioException {
        if (tail.group(3) == null) {
            return StepWindow.ALWAYS;
        }
        double start = Amounts.read(OPTION + " start", tail.group(3), 0, 1);
        double end = Amounts.read(OPTION + " end", tail.group(4), 0, 1);
        if (!(start < end)) {
            throw new StudioException(new Problem(
                    "The control starts at %s and ends at %s of the steps."
                            .formatted(Decimal.plain(start), Decimal.plain(end)),
                    OPTION,
                    "Let it start before it ends, for example 0-0.7."));
        }
        return new StepWindow(start, end);
    }
}
