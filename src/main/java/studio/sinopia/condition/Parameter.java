package studio.sinopia.condition;

import java.util.Map;
import studio.sinopia.core.Decimal;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;

/**
 * A number that a preprocessor can be set by.
 *
 * @param name on the command line, for example {@code low}
 * @param title to show
 * @param minimum smallest value allowed
 * @param maximum largest value allowed
 * @param step distance between neighbouring slider positions; 1 means whole numbers
 * @param standard the default
 */
public record Parameter(String name, String title, double minimum, double maximum, double step, double standard) {

    public Parameter {
        if (!(minimum < maximum && minimum <= standard && standard <= maximum && step > 0)) {
            throw new IllegalArgumentException(
                    "Parameter %s needs minimum <= standard <= maximum and step > 0, got %s, %s, %s, %s"
                            .formatted(name, minimum, standard, maximum, step));
        }
    }

    /** What is set for it among {@code values}, or the default. */
    public double in(Map<String, Double> values) {
        return values.getOrDefault(name, standard);
    }

    /** Returns {@code value} if it lies in the range. */
    public double check(double value) throws StudioException {
        if (!(value >= minimum && value <= maximum)) {
            throw new StudioException(new Problem(
                    "%s is %s.".formatted(name, Decimal.plain(value)),
                    "preprocessor",
                    "Choose a value from %s to %s.".formatted(Decimal.plain(minimum), Decimal.plain(maximum))));
        }
        return value;
    }
}
