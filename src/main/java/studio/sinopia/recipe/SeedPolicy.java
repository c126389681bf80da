package studio.sinopia.recipe;

/** Where the seeds of the pictures that are asked for come from. */
public enum SeedPolicy {

    /** A new one each time. */
    RANDOM("Random"),
    /** The one that is set, each time. */
    FIXED("Fixed"),
    /** The one that is set, and the next one the next time. */
    INCREMENT("+1");

    private final String title;

    SeedPolicy(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
