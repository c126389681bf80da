package studio.sinopia.ui.canvas;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.document.Document;
import studio.sinopia.document.Edit;
import studio.sinopia.document.Figures;
import studio.sinopia.document.History;
import studio.sinopia.document.Influence;
import studio.sinopia.document.Layer;
import studio.sinopia.document.LayerId;

/** The open document, the layer in hand, undo and redo. Every change is an edit, so every change can be undone. */
public final class DrawingViewModel {

    private final ReadOnlyObjectWrapper<History> history;
    private final ReadOnlyObjectWrapper<Document> document;
    private final ReadOnlyObjectWrapper<Document> shown;
    private final ReadOnlyObjectWrapper<Optional<Layer>> active =
            new ReadOnlyObjectWrapper<>(this, "active", Optional.empty());
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper(this, "undoable", false);
    private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper(this, "redoable", false);

    private final DoubleProperty traceShare = new SimpleDoubleProperty(this, "traceShare", 0.5);

    public DrawingViewModel(Document document) {
        this.history = new ReadOnlyObjectWrapper<>(this, "history", History.of(document));
        this.document = new ReadOnlyObjectWrapper<>(this, "document", document);
        this.shown = new ReadOnlyObjectWrapper<>(this, "shown", document);
        activateTop();
    }

    /** The present version. */
    public ReadOnlyObjectProperty<Document> documentProperty() {
        return document.getReadOnlyProperty();
    }

    public Document document() {
        return document.get();
    }

    /** What the canvas shows: the present version with the edit under way. */
    public ReadOnlyObjectProperty<Document> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** The layer that tools work on, as it is in the present version. */
    public ReadOnlyObjectProperty<Optional<Layer>> activeProperty() {
        return active.getReadOnlyProperty();
    }

    public Optional<Layer> active() {
        return active.get();
    }

    /** The kind of the active layer. */
    public Optional<ConditionKind> activeKind() {
        return active().map(Layer::kind);
    }

    /** The history, which knows what undo and redo would do. */
    public ReadOnlyObjectProperty<History> historyProperty() {
        return history.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty undoableProperty() {
        return undoable.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty redoableProperty() {
        return redoable.getReadOnlyProperty();
    }

    /** Makes an edit. Edits of one gesture are undone together; {@link #endGesture} ends it. */
    public void apply(Edit edit) {
        show(history.get().with(edit));
    }

    public void endGesture() {
        history.set(history.get().sealed());
    }

    public void undo() {
        show(history.get().undo());
    }

    public void redo() {
        show(history.get().redo());
    }

    /** Shows an edit that is still being made. */
    void preview(Edit edit) {
        shown.set(document().with(edit));
    }

    /** Shows the present version again. */
    void endPreview() {
        shown.set(document());
    }

    public void activate(LayerId id) {
        active.set(document().find(id));
    }

    /** Adds an empty layer, or a pose with one person, and works on it. Areas go under lines. */
    public void addLayer(ConditionKind kind) {
        Layer layer = Layer.empty(kind);
        if (layer instanceof Layer.Pose pose) {
            layer = pose.withPeople(List.of(Figures.standing(document().size(), 0.5, 0.12, 0.78)));
        }
        int index = kind == ConditionKind.SEGMENTS ? 0 : document().layers().size();
        apply(new Edit.AddLayer(layer, index));
        activate(layer.id());
    }

    public void removeLayer(LayerId id) {
        apply(new Edit.RemoveLayer(id));
    }

    /** Takes everything off a layer; an empty one stays as it is, without a step of undo. */
    public void clearLayer(LayerId id) {
        if (document().find(id).filter(layer -> !layer.isEmpty()).isPresent()) {
            apply(new Edit.ClearLayer(id));
        }
    }

    /** Changes how much a layer has to say. */
    public void influence(LayerId id, Influence influence) {
        if (document()
                .find(id)
                .filter(layer -> !layer.influence().equals(influence))
                .isPresent()) {
            apply(new Edit.SetInfluence(id, influence));
        }
    }

    /** Lays a ready map of the canvas size under the marks of a painted layer. */
    public void openMap(LayerId id, Raster map) {
        apply(new Edit.SetGround(id, Optional.of(map)));
    }

    /** Lays a picture under the drawing to trace from, or takes it away. */
    public void trace(Optional<Raster> picture) {
        apply(new Edit.SetReference(picture));
    }

    /** How bright the picture to trace from is shown, 0 … 1. */
    public DoubleProperty traceShareProperty() {
        return traceShare;
    }

    /** Takes up another drawing with its size and works on its topmost layer. */
    public void takeUp(Size size, List<Layer> layers) {
        apply(new Edit.TakeUp(size, layers));
        activateTop();
    }

    /** Takes up another drawing with all that belongs to it, and works on its topmost layer. */
    public void takeUp(Document other) {
        takeUp(other.size(), other.layers());
        if (!other.reference().equals(document().reference())) {
            trace(other.reference());
        }
        endGesture();
    }

    public void resize(Size size) {
        if (!size.equals(document().size())) {
            apply(new Edit.Resize(size));
        }
    }

    private void show(History next) {
        history.set(next);
        document.set(next.present());
        shown.set(next.present());
        undoable.set(next.canUndo());
        redoable.set(next.canRedo());
        Optional<Layer> same = active().flatMap(layer -> document().find(layer.id()));
        if (same.isPresent()) {
            active.set(same);
        } else {
            activateTop();
        }
    }

    private void activateTop() {
        active.set(document().layers().reversed().stream().findFirst());
    }
}
