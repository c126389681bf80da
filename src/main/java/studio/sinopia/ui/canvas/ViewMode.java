package studio.sinopia.ui.canvas;

/** How drawing and picture share the canvas. */
public enum ViewMode {
    DRAWING("Drawing"),
    SIDE_BY_SIDE("Side by side"),
    OVERLAY("Overlay");

    private final String title;

    ViewMode(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
