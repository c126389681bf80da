package studio.sinopia.recipe;

/** How what a first pass made is enlarged for a second. Titles are those of AUTOMATIC1111's web interface. */
public enum Upscaler {
    /** The latent, linearly between its cells. */
    LATENT("Latent"),
    /** The latent, by cubic curves. */
    LATENT_BICUBIC("Latent (bicubic)"),
    /** The latent, each cell drawn out. */
    LATENT_NEAREST("Latent (nearest)"),
    /** The decoded picture, sharply. */
    LANCZOS("Lanczos"),
    /** The decoded picture, softly. */
    LINEAR("Linear");

    private final String title;

    Upscaler(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** Whether it needs the first pass decoded. */
    public boolean worksOnPixels() {
        return this == LANCZOS || this == LINEAR;
    }
}
