package studio.sinopia.document;

/**
 * How much a layer has to say. Plain numbers: what they do to a picture, {@code control} knows.
 *
 * @param on whether it is shown and obeyed at all
 * @param strength weight, 0 … 2
 * @param start where in the steps it begins to act, 0 … 1
 * @param end where it stops, greater than {@code start}, at most 1
 * @param priority which side yields when prompt and layer disagree
 */
public record Influence(boolean on, double strength, double start, double end, Priority priority) {

    /** Which side is more important. */
    public enum Priority {
        BALANCED,
        PROMPT,
        LAYER
    }

    public static final double STRONGEST = 2;
    public static final Influence STANDARD = new Influence(true, 1, 0, 1);

    public Influence {
        if (!(strength >= 0 && strength <= STRONGEST)) { // written so that NaN fails too
            throw new IllegalArgumentException("Strength of a layer needs 0 to 2, got " + strength);
        }
        if (!(0 <= start && start < end && end <= 1)) {
            throw new IllegalArgumentException(
                    "Window of a layer needs 0 <= start < end <= 1, got start=%s end=%s".formatted(start, end));
        }
    }

    /** Balanced. */
    public Influence(boolean on, double strength, double start, double end) {
        this(on, strength, start, end, Priority.BALANCED);
    }

    public Influence turned(boolean newOn) {
        return new Influence(newOn, strength, start, end, priority);
    }

    public Influence withStrength(double newStrength) {
        return new Influence(on, newStrength, start, end, priority);
    }

    public Influence within(double newStart, double newEnd) {
        return new Influence(on, strength, newStart, newEnd, priority);
    }

    public Influence preferring(Priority newPriority) {
        return new Influence(on, strength, start, end, newPriority);
    }
}
