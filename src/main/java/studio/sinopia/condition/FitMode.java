package studio.sinopia.condition;

/** What happens to a map or picture whose shape differs from the canvas. Titles are those of ControlNet's resize modes. */
public enum FitMode {
    STRETCH("Just Resize"),
    CROP("Crop and Resize"),
    PAD("Resize and Fill");

    private final String title;

    FitMode(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
