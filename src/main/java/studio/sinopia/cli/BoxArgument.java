package studio.sinopia.cli;

import studio.sinopia.control.Control;
import studio.sinopia.control.StepWindow;
import studio.sinopia.core.Box;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;

/** {@code phrase=x,y,w,h} as it was typed. */
final class BoxArgument {

    private static final String OPTION = "--box";

    private BoxArgument() {}

    /** @param prompt must contain the phrase, since only words of the prompt can be placed */
    static Control.Placement parse(String text, String prompt) throws StudioException {
        int equals = text.lastIndexOf('=');
        String[] numbers = text.substring(equals + 1).split(",", -1);
        if (equals <= 0 || numbers.length != 4) {
            throw new StudioException(new Problem(
                    "'" + text + "' names no phrase and box.",
                    OPTION,
                    "Write phrase=x,y,w,h in fractions of the canvas, for example \"red house=0.1,0.4,0.5,0.5\"."));
        }
        String phrase = text.substring(0, equals).strip();
        if (!prompt.contains(phrase)) {
            throw new StudioException(new Problem(
                    "The prompt does not say '" + phrase + "'.",
                    OPTION,
                    "Use words of the prompt as they stand there."));
        }
        double x = Amounts.read(OPTION + " x", numbers[0], 0, 1);
        double y = Amounts.read(OPTION + " y", numbers[1], 0, 1);
        double width = Amounts.read(OPTION + " width", numbers[2], 0, 1);
        double height = Amounts.read(OPTION + " height", numbers[3], 0, 1);
        try {
            return new Control.Placement(phrase, new Box(x, y, width, height), 1, StepWindow.ALWAYS);
        } catch (IllegalArgumentException outside) {
            throw new StudioException(
                    new Problem(
                            "The box of '" + phrase + "' does not lie inside the canvas, or is empty.",
                            OPTION,
                            "Keep x + w and y + h at 1 or less, and w and h above 0."),
                    outside);
        }
    }
}
