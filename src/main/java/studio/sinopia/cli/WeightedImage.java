package studio.sinopia.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.sinopia.control.StepWindow;
import studio.sinopia.core.Decimal;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;

/** {@code IMAGE[:weight[:start-end]]} as it was typed. */
record WeightedImage(Path image, double weight, StepWindow window) {

    private static final String NUMBER = "[-+]?[0-9]*\\.?[0-9]+(?:[eE][-+]?[0-9]+)?";
    private static final Pattern TAIL =
            Pattern.compile("(.+?)(?::(" + NUMBER + ")(?::(" + NUMBER + ")-(" + NUMBER + "))?)?");

    /** @param option where it was typed */
    static WeightedImage parse(String text, String option) throws StudioException {
        Matcher tail = TAIL.matcher(text);
        if (Files.exists(Path.of(text)) || !tail.matches() || tail.group(2) == null) { // a path may hold colons
            return new WeightedImage(Path.of(text), 1, StepWindow.ALWAYS);
        }
        double weight = Amounts.read(option + " weight", tail.group(2), 0, 2);
        return new WeightedImage(Path.of(tail.group(1)), weight, window(tail, option));
    }

    private static StepWindow window(Matcher tail, String option) throws StudioException {
        if (tail.group(3) == null) {
            return StepWindow.ALWAYS;
        }
        double start = Amounts.read(option + " start", tail.group(3), 0, 1);
        double end = Amounts.read(option + " end", tail.group(4), 0, 1);
        if (!(start < end)) {
            throw new StudioException(new Problem(
                    "The control starts at %s and ends at %s of the steps."
                            .formatted(Decimal.plain(start), Decimal.plain(end)),
                    option,
                    "Let it start before it ends, for example 0-0.7."));
        }
        return new StepWindow(start, end);
    }
}
