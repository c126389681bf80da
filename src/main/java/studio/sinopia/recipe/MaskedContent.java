package studio.sinopia.recipe;

/** What stands inside the mask when its painting begins. Titles are those of AUTOMATIC1111's web interface. */
public enum MaskedContent {
    /** The colours around it, spread inwards. */
    FILL("fill"),
    /** What the picture shows there. */
    ORIGINAL("original"),
    /** Noise in the place of the latent. */
    NOISE("latent noise"),
    /** Zeros in the place of the latent. */
    NOTHING("latent nothing");

    private final String title;

    MaskedContent(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
