package studio.sinopia.engine.tensor;

/** Which edges of a picture meet, so that it can be laid side by side without a seam. */
public enum Edges {
    /** None: beyond an edge is nothing. */
    OPEN(false, false),
    /** The left and the right one. */
    ACROSS(true, false),
    /** The upper and the lower one. */
    DOWN(false, true),
    /** All. */
    BOTH(true, true);

    private final boolean across;
    private final boolean down;

    Edges(boolean across, boolean down) {
        this.across = across;
        this.down = down;
    }

    public static Edges of(boolean across, boolean down) {
        return across ? (down ? BOTH : ACROSS) : (down ? DOWN : OPEN);
    }

    boolean meetAcross() {
        return across;
    }

    boolean meetDown() {
        return down;
    }
}
