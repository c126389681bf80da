package studio.sinopia.cli;

import studio.sinopia.core.Decimal;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;

/** Numbers on the command line: read and checked, with problems that name the option. */
final class Amounts {

    private Amounts() {}

    /** Returns {@code value} if it lies in the range. */
    static double check(String option, double value, double minimum, double maximum) throws StudioException {
        if (!(value >= minimum && value <= maximum)) { // written so that NaN fails too
            throw new StudioException(new Problem(
                    "%s is out of range.".formatted(Decimal.plain(value)),
                    option,
                    "Choose a value from %s to %s.".formatted(Decimal.plain(minimum), Decimal.plain(maximum))));
        }
        return value;
    }

    /** Reads a number and checks its range. */
    static double read(String option, String text, double minimum, double maximum) throws StudioException {
        try {
            return check(option, Double.parseDouble(text.strip()), minimum, maximum);
        } catch (NumberFormatException notANumber) {
            throw new StudioException(
                    new Problem(
                            "'" + text + "' is not a number.",
                            option,
                            "Write a number from %s to %s.".formatted(Decimal.plain(minimum), Decimal.plain(maximum))),
                    notANumber);
        }
    }
}
