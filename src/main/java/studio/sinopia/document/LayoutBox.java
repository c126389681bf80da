package studio.sinopia.document;

import studio.sinopia.core.Box;
import studio.sinopia.core.Colour;

/**
 * A place for one phrase of the prompt.
 *
 * @param phrase words of the prompt; may be empty while it is not yet said
 * @param box on the canvas
 * @param colour to tell it from the others
 * @param weight 0 … 2
 * @param start where in the steps it begins to act, 0 … 1
 * @param end where it stops, greater than {@code start}, at most 1
 */
public record LayoutBox(String phrase, Box box, Colour colour, double weight, double start, double end) {

    public LayoutBox {
        if (!(weight >= 0 && weight <= Influence.STRONGEST) || !(0 <= start && start < end && end <= 1)) {
            throw new IllegalArgumentException(
                    "Box needs a weight of 0 to 2 and 0 <= start < end <= 1, got %s, %s to %s"
                            .formatted(weight, start, end));
        }
    }

    public LayoutBox(String phrase, Box box, Colour colour) {
        this(phrase, box, colour, 1, 0, 1);
    }

    public LayoutBox saying(String newPhrase) {
        return new LayoutBox(newPhrase, box, colour, weight, start, end);
    }

    public LayoutBox at(Box newBox) {
        return new LayoutBox(phrase, newBox, colour, weight, start, end);
    }

    public LayoutBox in(Colour newColour) {
        return new LayoutBox(phrase, box, newColour, weight, start, end);
    }

    public LayoutBox weighing(double newWeight) {
        return new LayoutBox(phrase, box, colour, newWeight, start, end);
    }

    public LayoutBox within(double newStart, double newEnd) {
        return new LayoutBox(phrase, box, colour, weight, newStart, newEnd);
    }
}
