package studio.sinopia.ui.canvas;

import java.util.ArrayList;
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
import studio.sinopia.document.History;
import studio.sinopia.document.Influence;
import studio.sinopia.document.Layer;
import studio.sinopia.document.LayerId;
import studio.sinopia.document.LayerLook;
import studio.sinopia.document.MapPainter;
import studio.sinopia.document.Merging;
import studio.sinopia.document.pose.Figures;
import studio.sinopia.ui.fx.Words;

/** The open document, the layer in hand, undo and redo. Every change is an edit, so every change can be undone. */
public final class DrawingViewModel {

    private final ReadOnlyObjectWrapper<History> history;
    private final ReadOnlyObjectWrapper<Document> document;
    private final ReadOnlyObjectWrapper<Document> shown;
    private final ReadOnlyObjectWrapper<Optional<Layer>> active =
            new ReadOnlyObjectWrapper<>(this, "active", Optional.empty());
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper(this, "undoable", false);
    private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper(this, "redoable", false);

    private final MapPainter painter = new MapPainter();
    private final DoubleProperty traceShare = new SimpleDoubleProperty(this, "traceShare", 0.5);

    public DrawingViewModel(Document document) {
        this.history = new ReadOnlyObjectWrapper<>(this, "history", History.of(document));
        this.document = new ReadOnlyObjectWrapper<>(this, "document", document);
        this.shown = new ReadOnlyObjectWrapper<>(this, "shown", document);
        activateTop();
    }

    /** Paints the layers of this drawing, for the screen and for what is sent alike. */
    public MapPainter painter() {
        return painter;
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
    public void preview(Edit edit) {
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
        boolean lines = kind.isLines() || kind == ConditionKind.POSE;
        boolean areas = !lines && layer instanceof Layer.Painting && kind != ConditionKind.INPAINT;
        int index = areas ? areasAtTheBottom() : document().layers().size();
        apply(new Edit.AddLayer(layer, index));
        activate(layer.id());
    }

    /** A new area goes over the other areas and under the first line. */
    private int areasAtTheBottom() {
        List<Layer> layers = document().layers();
        int index = 0;
        while (index < layers.size()
                && layers.get(index) instanceof Layer.Painting painting
                && !painting.kind().isLines()
                && painting.kind() != ConditionKind.INPAINT) {
            index++;
        }
        return index;
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

    /** Changes how a layer stands in the list and on the screen. */
    public void look(LayerId id, LayerLook look) {
        if (document().find(id).filter(layer -> !layer.look().equals(look)).isPresent()) {
            apply(new Edit.SetLook(id, look));
        }
    }

    /** Makes a painted layer one of another kind; what is drawn on it stays. A layer of another kind is another layer. */
    public void changeKind(LayerId id, ConditionKind kind) {
        document()
                .find(id)
                .filter(layer -> layer instanceof Layer.Painting && layer.kind() != kind)
                .map(Layer.Painting.class::cast)
                .ifPresent(layer -> {
                    var changed = new Layer.Painting(
                            LayerId.random(), kind, layer.influence(), layer.look(), layer.ground(), layer.marks());
                    List<Layer> layers = new ArrayList<>(document().layers());
                    layers.set(layers.indexOf(layer), changed);
                    apply(new Edit.Rearrange(layers, "control type"));
                    activate(changed.id());
                });
    }

    /** Puts a copy above a layer and works on it. */
    public void duplicate(LayerId id) {
        document().find(id).ifPresent(layer -> {
            Layer copy = layer.copy();
            if (!layer.look().name().isEmpty()) {
                copy = copy.withLook(
                        copy.look().named(Words.of("layer.copy", layer.look().name())));
            }
            apply(new Edit.AddLayer(copy, indexOf(id) + 1));
            activate(copy.id());
        });
    }

    /** Moves a layer up (1) or down (-1) by some places, as far as there are any. */
    public void moveLayer(LayerId id, int by) {
        moveLayerTo(id, indexOf(id) + by);
    }

    /** @param index 0 is at the bottom */
    public void moveLayerTo(LayerId id, int index) {
        int last = document().layers().size() - 1;
        int wanted = Math.clamp(index, 0, last);
        if (wanted != indexOf(id)) {
            apply(new Edit.MoveLayer(id, wanted));
        }
    }

    /** The layer into which this one can be merged: the one below, if it is of the same kind. */
    public Optional<Layer> below(LayerId id) {
        int index = indexOf(id);
        return index < 1
                ? Optional.empty()
                : Optional.of(document().layers().get(index - 1))
                        .filter(lower -> Merging.fits(lower, document().layers().get(index)));
    }

    /** Makes one layer of this one and the one below. */
    public void mergeDown(LayerId id) {
        below(id)
                .ifPresent(lower -> document().find(id).ifPresent(upper -> {
                    Layer merged = Merging.merged(lower, upper, document().size(), painter);
                    List<Layer> layers = new ArrayList<>(document().layers());
                    layers.set(layers.indexOf(lower), merged);
                    layers.remove(upper);
                    apply(new Edit.Rearrange(layers, "merging layers"));
                    activate(merged.id());
                }));
    }

    /** Merges all layers that are on into the lowest of their kind. */
    public void mergeVisible() {
        List<Layer> layers = new ArrayList<>();
        for (Layer layer : document().layers()) {
            Optional<Layer> lower = layers.stream()
                    .filter(each -> layer.influence().on() && each.influence().on() && Merging.fits(each, layer))
                    .findFirst();
            lower.ifPresentOrElse(
                    each -> layers.set(
                            layers.indexOf(each),
                            Merging.merged(each, layer, document().size(), painter)),
                    () -> layers.add(layer));
        }
        if (layers.size() < document().layers().size()) {
            apply(new Edit.Rearrange(layers, "merging layers"));
            activateTop();
        }
    }

    /** Turns all layers of a group on or off. */
    public void turnGroup(String group, boolean on) {
        apply(new Edit.Rearrange(
                document().layers().stream()
                        .map(layer -> layer.look().group().equals(group)
                                ? layer.withInfluence(layer.influence().turned(on))
                                : layer)
                        .toList(),
                on ? "showing a group" : "hiding a group"));
    }

    /** Turns all layers off, or on again if all are off. */
    public void turnAll() {
        boolean on = document().layers().stream()
                .noneMatch(layer -> layer.influence().on());
        apply(new Edit.Rearrange(
                document().layers().stream()
                        .map(layer -> layer.withInfluence(layer.influence().turned(on)))
                        .toList(),
                on ? "showing all layers" : "hiding all layers"));
    }

    /** Works on the next layer above (1) or below (-1); from the last it goes on at the first. */
    public void activateNext(int step) {
        List<Layer> layers = document().layers();
        if (!layers.isEmpty()) {
            int now = active().map(layer -> indexOf(layer.id())).orElse(0);
            activate(layers.get(Math.floorMod(now + step, layers.size())).id());
        }
    }

    private int indexOf(LayerId id) {
        return document().layers().stream().map(Layer::id).toList().indexOf(id);
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
        take(new Edit.TakeUp(size, layers));
    }

    /** As above; {@code title} names what is undone. */
    public void takeUp(Size size, List<Layer> layers, String title) {
        take(new Edit.TakeUp(size, layers, title));
    }

    private void take(Edit.TakeUp other) {
        apply(other);
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
