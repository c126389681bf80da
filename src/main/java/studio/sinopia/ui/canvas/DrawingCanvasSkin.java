package studio.sinopia.ui.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SkinBase;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.sinopia.condition.Skeleton;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.document.Document;
import studio.sinopia.ui.fx.RasterImage;
import studio.sinopia.ui.fx.Words;

/** The nodes of the canvas: a desk with two sheets, the images on them, joints and the outline of the brush. */
final class DrawingCanvasSkin extends SkinBase<DrawingCanvas> {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass FINE = PseudoClass.getPseudoClass("fine");
    private static final double JOINT_RADIUS = 5.5;
    private static final double CAPTION_GAP = 12;
    private static final double PIXELS_SEEN = 4; // from this enlargement on, pixels are shown as they are

    private final SheetImages images;
    private final Region drawingSheet = sheet("drawing-sheet");
    private final Region pictureSheet = sheet("picture-sheet");
    private final ImageView reference = view(true);
    private final ImageView areas = view(false);
    private final ImageView lines = view(true);
    private final ReducedView smallAreas = new ReducedView();
    private final ReducedView smallLines = new ReducedView();
    private final ImageView picture = view(true);
    private final CanvasObjects objects;
    private final Group joints = new Group();
    private final Label jointName = new Label();
    private final Label caption = new Label();
    private final Circle brush = new Circle();
    private final Circle brushHalo = new Circle();
    private final VBox drawingHint =
            hint("drawing-hint", Feather.EDIT_2, Words.of("sheet.drawing"), Words.of("sheet.drawing.help"));
    private final VBox pictureHint =
            hint("picture-hint", Feather.IMAGE, Words.of("sheet.picture"), Words.of("sheet.picture.help"));
    private final DrawingCanvasBehaviour behaviour;
    private final List<Runnable> unbind = new ArrayList<>();
    private Optional<Document> painted = Optional.empty();
    private Optional<Raster> paintedPicture = Optional.empty();
    private Optional<Raster> paintedReference = Optional.empty();
    private boolean stale = true;

    DrawingCanvasSkin(DrawingCanvas canvas) {
        super(canvas);
        images = new SheetImages(
                canvas.drawing().document().size(), canvas.drawing().painter());
        objects = new CanvasObjects(canvas);
        brush.getStyleClass().add("brush-outline");
        brushHalo.getStyleClass().add("brush-halo");
        caption.setId("picture-caption");
        caption.textProperty().bind(canvas.captionProperty());
        jointName.getStyleClass().add("joint-name");
        var desk = new Pane(
                pictureSheet,
                drawingSheet,
                picture,
                reference,
                areas,
                smallAreas,
                lines,
                smallLines,
                drawingHint,
                pictureHint,
                caption,
                objects,
                joints,
                jointName,
                brushHalo,
                brush);
        desk.getChildren().forEach(node -> node.setManaged(false));
        desk.setMouseTransparent(true);
        desk.getStyleClass().add("desk");
        var clip = new Rectangle();
        clip.widthProperty().bind(canvas.widthProperty());
        clip.heightProperty().bind(canvas.heightProperty());
        canvas.setClip(clip);
        getChildren().add(desk);
        behaviour = new DrawingCanvasBehaviour(canvas);
        ChangeListener<Object> redraw = (property, old, now) -> redraw();
        watch(canvas.drawing().shownProperty(), redraw);
        watch(canvas.drawing().activeProperty(), redraw);
        watch(canvas.drawing().traceShareProperty(), redraw);
        Instruments hands = canvas.instruments();
        watch(hands.pose().pointProperty(), redraw);
        watch(hands.pose().personProperty(), redraw);
        watch(hands.boxes().chosenProperty(), redraw);
        watch(hands.tools().toolProperty(), redraw);
        watch(hands.tools().widthProperty(), redraw);
        watch(canvas.pictureProperty(), redraw);
        watch(canvas.captionProperty(), redraw);
        watch(canvas.modeProperty(), redraw);
        watch(canvas.overlayProperty(), redraw);
        watch(canvas.viewportProperty(), redraw);
        watch(behaviour.pointerProperty(), redraw);
        watch(canvas.widthProperty(), (property, old, now) -> canvas.fit());
        watch(canvas.heightProperty(), (property, old, now) -> canvas.fit());
    }

    @Override
    public void dispose() {
        unbind.forEach(Runnable::run);
        behaviour.dispose();
        super.dispose();
    }

    /** Everything is painted here, so at most once per pulse. */
    @Override
    protected void layoutChildren(double x, double y, double width, double height) {
        super.layoutChildren(x, y, width, height);
        if (stale) {
            stale = false;
            paint();
        }
    }

    private void redraw() {
        stale = true;
        getSkinnable().requestLayout();
    }

    private void paint() {
        DrawingCanvas canvas = getSkinnable();
        Document document = canvas.drawing().shownProperty().get();
        java.awt.Rectangle changed = images.show(document, canvas.drawing().active());
        painted = Optional.of(document);
        show(images.areas(), changed, areas, smallAreas);
        show(images.lines(), changed, lines, smallLines);
        paintedPicture = paint(picture, paintedPicture, canvas.pictureProperty().get());
        paintedReference = paint(reference, paintedReference, document.reference());
        place(document.size());
        objects.show();
        placeJoints(document.size());
        placeBrush();
    }

    /** Larger than it is, the toolkit shows an image; smaller, the tiles do. */
    private void show(RasterImage image, java.awt.Rectangle changed, ImageView whole, ReducedView small) {
        double density = density();
        double scale = getSkinnable().viewportProperty().get().scale() * density;
        Size size = image.size();
        if (scale < 1) {
            var reduced = new Size(pixels(size.width() * scale), pixels(size.height() * scale));
            small.show(image, changed, reduced, density);
            whole.setImage(null);
        } else {
            if (whole.getImage() != image.image()) {
                image.changed(0, 0, size.width(), size.height());
                whole.setImage(image.image());
            }
            small.clear();
        }
    }

    private static int pixels(double length) {
        return (int) Math.max(1, Math.round(length));
    }

    /** Pixels of the screen for each unit of the scene. */
    private double density() {
        return Optional.ofNullable(getSkinnable().getScene())
                .map(scene -> scene.getWindow())
                .map(window -> window.getRenderScaleX())
                .orElse(1.0);
    }

    private static Optional<Raster> paint(ImageView view, Optional<Raster> before, Optional<Raster> now) {
        if (!before.equals(now) || view.getImage() == null) {
            view.setImage(now.map(RasterImage::of).orElse(null));
        }
        return now;
    }

    private void place(Size size) {
        DrawingCanvas canvas = getSkinnable();
        ViewMode mode = canvas.modeProperty().get();
        Sheets sheets = canvas.sheets();
        boolean sideBySide = mode == ViewMode.SIDE_BY_SIDE;
        double share = canvas.overlayProperty().get();
        boolean covered = mode == ViewMode.OVERLAY && picture.getImage() != null;
        for (Region sheet : List.of(drawingSheet, pictureSheet)) {
            put(
                    sheet,
                    sheet == pictureSheet ? sheets.pictureX() : 0,
                    sheet == pictureSheet ? sheets.pictureY() : 0,
                    size);
        }
        pictureSheet.setVisible(sideBySide);
        for (ImageView view : List.of(reference, areas, lines)) {
            fit(view, 0, 0, size);
        }
        lines.setSmooth(canvas.viewportProperty().get().scale() < PIXELS_SEEN);
        fit(picture, sheets.pictureX(), sheets.pictureY(), size);
        picture.setVisible(mode != ViewMode.DRAWING);
        picture.setOpacity(covered ? Math.min(1, 2 * share) : 1);
        double drawn = covered ? Math.min(1, 2 - 2 * share) : 1;
        areas.setOpacity(covered ? drawn * 0.5 : 1);
        smallAreas.fade(areas.getOpacity());
        lines.setOpacity(drawn);
        smallLines.fade(drawn);
        for (ReducedView view : List.of(smallAreas, smallLines)) { // tiles lie on whole pixels of the screen
            Viewport at = canvas.viewportProperty().get();
            view.relocate(Math.rint(at.x() * density()) / density(), Math.rint(at.y() * density()) / density());
        }
        reference.setVisible(!covered);
        reference.setOpacity(canvas.drawing().traceShareProperty().get());
        crop(reference, size);
        placeCaption(sheets, mode != ViewMode.DRAWING && picture.getImage() != null);
        placeHint(drawingHint, 0, 0, size, isBlank() && !covered);
        placeHint(pictureHint, sheets.pictureX(), sheets.pictureY(), size, sideBySide && picture.getImage() == null);
    }

    private boolean isBlank() {
        return painted.filter(Document::isBlank).isPresent();
    }

    private void put(Region region, double x, double y, Size size) {
        Viewport view = getSkinnable().viewportProperty().get();
        region.resizeRelocate(
                view.screenX(x), view.screenY(y), size.width() * view.scale(), size.height() * view.scale());
    }

    private void fit(ImageView image, double x, double y, Size size) {
        Viewport view = getSkinnable().viewportProperty().get();
        image.setX(view.screenX(x));
        image.setY(view.screenY(y));
        image.setFitWidth(size.width() * view.scale());
        image.setFitHeight(size.height() * view.scale());
    }

    /** Shows the middle of an image in the shape of the sheet, so that nothing is stretched. */
    private static void crop(ImageView view, Size size) {
        Image image = view.getImage();
        if (image != null) {
            double scale = Math.min(image.getWidth() / size.width(), image.getHeight() / size.height());
            double width = size.width() * scale;
            double height = size.height() * scale;
            view.setViewport(
                    new Rectangle2D((image.getWidth() - width) / 2, (image.getHeight() - height) / 2, width, height));
        }
    }

    private void placeCaption(Sheets sheets, boolean visible) {
        Viewport view = getSkinnable().viewportProperty().get();
        Size size = sheets.size();
        caption.setVisible(visible);
        caption.autosize();
        double middle = view.screenX(sheets.pictureX() + size.width() / 2.0) - caption.getWidth() / 2;
        double last = getSkinnable().getWidth() - caption.getWidth() - CAPTION_GAP;
        caption.relocate(
                Math.rint(Math.max(CAPTION_GAP, Math.min(middle, last))),
                Math.rint(view.screenY(sheets.pictureY() + size.height()) + CAPTION_GAP));
    }

    private void placeHint(VBox hint, double x, double y, Size size, boolean visible) {
        hint.setVisible(visible);
        if (visible) {
            put(hint, x, y, size);
        }
    }

    private void placeJoints(Size size) {
        DrawingCanvas canvas = getSkinnable();
        boolean visible = canvas.instruments().tools().toolProperty().get() == Tool.JOINTS
                && canvas.drawing()
                        .active()
                        .filter(layer -> layer.influence().on())
                        .isPresent();
        List<PersonPoint> points =
                visible ? canvas.instruments().pose().points().toList() : List.of();
        Viewport view = canvas.viewportProperty().get();
        Optional<PersonPoint> chosen =
                canvas.instruments().pose().pointProperty().get();
        int used = 0;
        jointName.setVisible(false);
        for (PersonPoint each : points) {
            Skeleton person = canvas.instruments().pose().people().get(each.person());
            Skeleton.Point at = each.point().on(person).orElseThrow();
            Circle handle = handle(used++, each);
            handle.setCenterX(view.screenX(at.x() * size.width()));
            handle.setCenterY(view.screenY(at.y() * size.height()));
            boolean held = chosen.equals(Optional.of(each));
            handle.pseudoClassStateChanged(CHOSEN, held);
            handle.pseudoClassStateChanged(FINE, each.share() < 1);
            handle.setRadius(JOINT_RADIUS * each.share() + (held ? 2 : 0));
            if (held) {
                name(handle, each);
            }
        }
        joints.getChildren().remove(used, joints.getChildren().size());
    }

    private Circle handle(int index, PersonPoint joint) {
        if (index == joints.getChildren().size()) {
            var fresh = new Circle(JOINT_RADIUS);
            fresh.getStyleClass().add("joint");
            joints.getChildren().add(fresh);
        }
        Circle handle = (Circle) joints.getChildren().get(index);
        handle.setId(joint.id());
        handle.setAccessibleText(joint.title());
        return handle;
    }

    private void name(Circle handle, PersonPoint joint) {
        jointName.setText(joint.title());
        jointName.setVisible(true);
        jointName.autosize();
        jointName.relocate(handle.getCenterX() + 12, handle.getCenterY() - jointName.getHeight() - 6);
    }

    private void placeBrush() {
        DrawingCanvas canvas = getSkinnable();
        Optional<DrawingCanvasBehaviour.Pointer> pointer =
                behaviour.pointerProperty().get();
        boolean visible = pointer.isPresent() && canvas.instruments().tools().paints();
        brush.setVisible(visible);
        brushHalo.setVisible(visible);
        pointer.ifPresent(at -> {
            double radius = canvas.instruments().tools().widthProperty().get()
                    * canvas.viewportProperty().get().scale()
                    / 2;
            brush.setCenterX(at.x());
            brush.setCenterY(at.y());
            brush.setRadius(Math.max(1.5, radius));
            brushHalo.setCenterX(at.x());
            brushHalo.setCenterY(at.y());
            brushHalo.setRadius(Math.max(1.5, radius) + 1);
        });
    }

    private <T> void watch(javafx.beans.value.ObservableValue<T> value, ChangeListener<? super T> listener) {
        value.addListener(listener);
        unbind.add(() -> value.removeListener(listener));
    }

    private static Region sheet(String id) {
        var sheet = new Region();
        sheet.setId(id);
        sheet.getStyleClass().add("sheet");
        sheet.setCache(true); // its shadow is not painted anew with every stroke
        return sheet;
    }

    private static ImageView view(boolean smooth) {
        var view = new ImageView((Image) null);
        view.setSmooth(smooth);
        return view;
    }

    private static VBox hint(String id, Feather icon, String title, String text) {
        var heading = new Label(title);
        heading.getStyleClass().add("hint-title");
        var line = new Label(text);
        line.setWrapText(true);
        line.getStyleClass().add("hint-text");
        Node sign = new FontIcon(icon);
        var box = new VBox(sign, heading, line);
        box.setId(id);
        box.getStyleClass().add("sheet-hint");
        return box;
    }
}
