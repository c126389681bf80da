package studio.sinopia.engine.patch;

/** The networks of a model whose weights can be patched. */
public enum PatchTarget {
    UNET("U-Net"),
    TEXT_ENCODER("text encoder"),
    TEXT_ENCODER_2("second text encoder");

    private final String title;

    PatchTarget(String title) {
        this.title = title;
    }

    /** In the middle of a sentence. */
    public String title() {
        return title;
    }
}
