package studio.sinopia.ui.canvas;

import studio.sinopia.ui.fx.Words;

/** How drawing and picture share the canvas. */
public enum ViewMode {
    DRAWING(Words.of("view.drawing")),
    SIDE_BY_SIDE(Words.of("view.side")),
    OVERLAY(Words.of("view.overlay"));

    private final String title;

    ViewMode(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
