package studio.sinopia.recipe.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.sinopia.core.Decimal;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;

/**
 * One axis of a plot.
 *
 * @param values in order, at least one
 */
public record Axis(AxisKind kind, List<String> values) {

    /** More than so many along an axis nobody looks at. */
    public static final int MOST_VALUES = 100;

    private static final String NUMBER = "(-?\\d+(?:\\.\\d+)?)";
    private static final Pattern RANGE = Pattern.compile(
            NUMBER + "\\s*-\\s*" + NUMBER + "(?:\\s*\\(\\s*\\+?\\s*" + NUMBER + "\\s*\\))?(?:\\s*\\[\\s*(\\d+)\\s*])?");

    public Axis {
        values = List.copyOf(values);
        if (values.isEmpty() || values.size() > MOST_VALUES) {
            throw new IllegalArgumentException(
                    "An axis needs 1 to %d values, got %d".formatted(MOST_VALUES, values.size()));
        }
    }

    /**
     * Reads values between commas; one with a comma stands in double quotes. Numbers may be ranges: {@code 1-5}, with a step
     * {@code 1-9 (+2)}, or divided evenly {@code 2-8 [4]}.
     */
    public static Axis parse(AxisKind kind, String text) throws StudioException {
        List<String> values = new ArrayList<>();
        for (String each : split(text)) {
            Matcher range = RANGE.matcher(each);
            if (kind.isNumeric() && range.matches()) {
                values.addAll(numbers(kind, range));
            } else if (!each.isEmpty()) {
                values.add(each);
            }
            if (values.size() > MOST_VALUES) {
                throw problem("An axis takes at most %d values.".formatted(MOST_VALUES), kind);
            }
        }
        if (values.isEmpty()) {
            throw problem("The axis %s has no values.".formatted(kind.title()), kind);
        }
        return new Axis(kind, values);
    }

    /** Reads {@code KEY=VALUES}, for example {@code steps=10,20}. */
    public static Axis parse(String text) throws StudioException {
        int equals = text.indexOf('=');
        if (equals <= 0) {
            throw new StudioException(new Problem(
                    "'" + text + "' names no axis and values.",
                    "plot",
                    "Write KEY=VALUES, for example steps=10,20,40."));
        }
        return parse(AxisKind.parse(text.substring(0, equals)), text.substring(equals + 1));
    }

    private static List<String> numbers(AxisKind kind, Matcher range) throws StudioException {
        double from = Double.parseDouble(range.group(1));
        double to = Double.parseDouble(range.group(2));
        List<String> numbers = new ArrayList<>();
        if (range.group(4) != null) {
            int count = Math.min(MOST_VALUES + 1, Integer.parseInt(range.group(4)));
            for (int i = 0; i < count; i++) {
                numbers.add(number(kind, count == 1 ? from : from + (to - from) * i / (count - 1)));
            }
            return numbers;
        }
        double step = range.group(3) == null ? 1 : Double.parseDouble(range.group(3));
        if (!(step > 0) || !(to >= from)) {
            throw problem("The range '%s' does not go up.".formatted(range.group()), kind);
        }
        for (int i = 0; from + i * step <= to + step * 1e-9 && i <= MOST_VALUES; i++) {
            numbers.add(number(kind, from + i * step));
        }
        return numbers;
    }

    private static String number(AxisKind kind, double value) {
        return kind.isWhole() ? Long.toString(Math.round(value)) : Decimal.plain(Math.round(value * 1e6) / 1e6);
    }

    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        var part = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                parts.add(part.toString().strip());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString().strip());
        return parts;
    }

    private static StudioException problem(String what, AxisKind kind) {
        return new StudioException(new Problem(what, "plot", "Give values like these: " + kind.example() + "."));
    }
}
