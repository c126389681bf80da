package studio.sinopia.ui.canvas;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Control;
import javafx.scene.control.Skin;
import studio.sinopia.core.Raster;
import studio.sinopia.ui.fx.Words;

/**
 * Shows the drawing and the picture painted from it, and is drawn upon. The view can be moved and enlarged; how the two
 * share the space is the {@link ViewMode}.
 */
public final class DrawingCanvas extends Control {

    private final DrawingViewModel drawing;
    private final Instruments instruments;
    private final ObjectProperty<Optional<Raster>> picture =
            new SimpleObjectProperty<>(this, "picture", Optional.empty());
    private final StringProperty caption = new SimpleStringProperty(this, "caption", "");
    private final ObjectProperty<ViewMode> mode = new SimpleObjectProperty<>(this, "mode", ViewMode.DRAWING);
    private final DoubleProperty overlay = new SimpleDoubleProperty(this, "overlay", 0.5);
    private final ObjectProperty<Viewport> viewport =
            new SimpleObjectProperty<>(this, "viewport", new Viewport(1, 0, 0));
    private final ReadOnlyDoubleWrapper zoom = new ReadOnlyDoubleWrapper(this, "zoom", 1);
    private boolean fitted = true;

    public DrawingCanvas(DrawingViewModel drawing, Instruments instruments) {
        this.drawing = drawing;
        this.instruments = instruments;
        ToolViewModel tools = instruments.tools();
        setId("drawing-canvas");
        getStyleClass().add("drawing-canvas");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        accessibleTextProperty()
                .bind(Bindings.createStringBinding(
                        () -> Words.of(
                                "canvas",
                                drawing.activeKind().map(LayerKinds::title).orElse(Words.of("canvas.noLayer")),
                                tools.toolProperty().get().title()),
                        drawing.activeProperty(),
                        tools.toolProperty()));
        setAccessibleHelp(Words.of("canvas.help"));
        viewport.addListener((property, old, now) -> zoom.set(now.scale()));
        mode.addListener((property, old, now) -> zoomToFit());
        drawing.documentProperty().addListener((property, old, now) -> {
            if (!old.size().equals(now.size())) {
                zoomToFit();
            }
        });
    }

    /** The picture to show beside or under the drawing. */
    public ObjectProperty<Optional<Raster>> pictureProperty() {
        return picture;
    }

    /** A line below the picture that says what it is. */
    public StringProperty captionProperty() {
        return caption;
    }

    public ObjectProperty<ViewMode> modeProperty() {
        return mode;
    }

    /** In the overlay mode, 0 shows only the drawing and 1 only the picture. */
    public DoubleProperty overlayProperty() {
        return overlay;
    }

    /** Screen pixels for each document pixel. */
    public ReadOnlyDoubleProperty zoomProperty() {
        return zoom.getReadOnlyProperty();
    }

    /** Shows everything, also after the window has changed its size. */
    public void zoomToFit() {
        fitted = true;
        fit();
    }

    /** Shows document pixels at a scale, in the middle. */
    public void zoomTo(double scale) {
        Sheets sheets = sheets();
        move(Viewport.centred(sheets.width(), sheets.height(), sheets.free(getWidth(), getHeight()), scale));
    }

    /** Enlarges around the middle of the view. */
    public void zoomBy(double factor) {
        move(viewport.get().zoomed(getWidth() / 2, getHeight() / 2, factor));
    }

    /** Where a place of the drawing, in document pixels, is on the screen. */
    public Point2D screenPoint(double x, double y) {
        Viewport view = viewport.get();
        return localToScreen(view.screenX(x), view.screenY(y));
    }

    DrawingViewModel drawing() {
        return drawing;
    }

    Instruments instruments() {
        return instruments;
    }

    /** How drawing and picture lie now. */
    Sheets sheets() {
        return Sheets.of(drawing.document().size(), mode.get(), getWidth(), getHeight());
    }

    ObjectProperty<Viewport> viewportProperty() {
        return viewport;
    }

    /** Moves the view to where the person wants it; it is no longer fitted to the window. */
    void move(Viewport wanted) {
        fitted = false;
        viewport.set(wanted);
    }

    /** Fits the view to the window, unless the person has moved it. */
    void fit() {
        if (fitted && getWidth() > 0 && getHeight() > 0) {
            Sheets sheets = sheets();
            viewport.set(Viewport.fitting(sheets.width(), sheets.height(), sheets.free(getWidth(), getHeight())));
        }
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new DrawingCanvasSkin(this);
    }
}
