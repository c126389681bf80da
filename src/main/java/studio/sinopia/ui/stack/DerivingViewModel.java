package studio.sinopia.ui.stack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.FitMode;
import studio.sinopia.condition.Fitting;
import studio.sinopia.condition.Preprocessor;
import studio.sinopia.condition.classic.ClassicPreprocessors;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.document.Document;
import studio.sinopia.document.Edit;
import studio.sinopia.document.Layer;
import studio.sinopia.document.LayerId;
import studio.sinopia.ui.canvas.DrawingViewModel;
import studio.sinopia.ui.fx.Words;
import studio.sinopia.ui.progress.NoticeViewModel;

/**
 * Derives maps from pictures while their settings are moved. The map on the canvas is always the one that will be sent, at
 * its resolution; while a slider is dragged it is shown as an edit under way, and becomes one step of undo when it is let
 * go. Only the newest settings count: what is overtaken is never computed.
 */
public final class DerivingViewModel {

    private static final Logger LOG = LoggerFactory.getLogger(DerivingViewModel.class);

    private final DrawingViewModel drawing;
    private final NoticeViewModel notice;
    private final Executor maps;
    private final Executor fx;
    private final Map<LayerId, Derivation> known = new HashMap<>();
    private final ReadOnlyObjectWrapper<Optional<Derivation>> current =
            new ReadOnlyObjectWrapper<>(this, "current", Optional.empty());
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper(this, "state", "");
    private Optional<Job> next = Optional.empty();
    private boolean busy;
    private Optional<Fitted> fitted = Optional.empty(); // on the thread of maps only

    /** @param lasting whether the map shall stay, as a step of undo */
    private record Job(LayerId layer, Derivation derivation, Size size, boolean lasting) {}

    /** A picture in the size of the canvas, which stays while sliders move. */
    private record Fitted(Raster picture, Size size, FitMode fit, Raster raster) {}

    /**
     * @param maps runs work on the thread that derives maps
     * @param fx runs work on the FX thread
     */
    public DerivingViewModel(DrawingViewModel drawing, NoticeViewModel notice, Executor maps, Executor fx) {
        this.drawing = drawing;
        this.notice = notice;
        this.maps = maps;
        this.fx = fx;
        drawing.activeProperty().addListener((property, old, now) -> follow());
    }

    /** Where the map of the layer in hand comes from, if it was derived here. */
    ReadOnlyObjectProperty<Optional<Derivation>> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** Size of the map, in words. */
    ReadOnlyStringProperty stateProperty() {
        return state.getReadOnlyProperty();
    }

    /**
     * Derives the map of the layer in hand from a picture, or of a new layer if the one in hand cannot be derived.
     *
     * @param name of the picture
     */
    public void begin(String name, Raster picture) {
        ConditionKind kind = kindInHand().orElse(ConditionKind.LINEART);
        Preprocessor first = ClassicPreprocessors.find(kind.key()).orElseThrow();
        if (kindInHand().isEmpty()) {
            drawing.addLayer(kind);
        }
        LayerId layer = drawing.active().orElseThrow().id();
        known.put(layer, new Derivation(name, picture, first, Map.of(), FitMode.CROP));
        follow();
        derive(true);
    }

    /** A picture becomes the map of a painted layer as it is; how it is fitted can be changed afterwards. */
    public void take(LayerId layer, String name, Raster picture) {
        drawing.document()
                .find(layer)
                .filter(each -> each instanceof Layer.Painting && !each.look().locked())
                .ifPresent(each -> {
                    drawing.activate(layer);
                    known.put(layer, new Derivation(name, picture, new AsItIs(each.kind()), Map.of(), FitMode.CROP));
                    follow();
                    derive(true);
                });
    }

    /** As {@link #take}, for the layer in hand, or a new one if the one in hand cannot have a map. */
    public void take(String name, Raster picture) {
        if (drawing.active()
                .filter(layer ->
                        layer instanceof Layer.Painting && !layer.look().locked())
                .isEmpty()) {
            drawing.addLayer(ConditionKind.LINEART);
        }
        take(drawing.active().orElseThrow().id(), name, picture);
    }

    /** Derives it in another way; if that gives a map of another kind, the layer becomes one of that kind. */
    void use(Preprocessor preprocessor) {
        change(derivation -> derivation.by(preprocessor), true);
    }

    /** @param lasting false while the slider is still being dragged */
    void set(String parameter, double value, boolean lasting) {
        change(derivation -> derivation.with(parameter, value), lasting);
    }

    void fit(FitMode fit) {
        change(derivation -> derivation.fitted(fit), true);
    }

    /** Derives the map again, for example at another size of the canvas. */
    void again() {
        derive(true);
    }

    /** The picture lies under the drawing, too, to be compared with its map. */
    void trace() {
        current.get().ifPresent(derivation -> drawing.trace(Optional.of(derivation.picture())));
    }

    private Optional<ConditionKind> kindInHand() {
        return drawing.active()
                .filter(layer ->
                        layer instanceof Layer.Painting && !layer.look().locked())
                .map(Layer::kind)
                .filter(kind -> ClassicPreprocessors.find(kind.key()).isPresent());
    }

    private void follow() {
        current.set(drawing.active().map(Layer::id).flatMap(id -> Optional.ofNullable(known.get(id))));
    }

    private void change(UnaryOperator<Derivation> change, boolean lasting) {
        drawing.active().map(Layer::id).filter(known::containsKey).ifPresent(layer -> {
            known.computeIfPresent(layer, (id, derivation) -> change.apply(derivation));
            follow();
            derive(lasting);
        });
    }

    private void derive(boolean lasting) {
        current.get()
                .flatMap(derivation -> drawing.active()
                        .map(layer -> new Job(
                                layer.id(),
                                derivation,
                                drawing.document().size(),
                                lasting || next.filter(Job::lasting).isPresent())))
                .ifPresent(job -> {
                    next = Optional.of(job);
                    start();
                });
    }

    private void start() {
        if (!busy && next.isPresent()) {
            Job job = next.get();
            next = Optional.empty();
            busy = true;
            maps.execute(() -> run(job));
        }
    }

    private void run(Job job) {
        long begun = System.nanoTime();
        try {
            Raster map = map(job);
            long millis = (System.nanoTime() - begun) / 1_000_000;
            fx.execute(() -> end(() -> show(job, map, millis)));
        } catch (RuntimeException mistake) {
            LOG.error("A map could not be derived", mistake);
            fx.execute(() -> end(() -> notice.show(new Problem(
                    Words.of("derive.failed", job.derivation().name()),
                    job.derivation().preprocessor().title(),
                    Words.of("derive.failed.remedy")))));
        }
    }

    private Raster map(Job job) {
        Derivation how = job.derivation();
        if (how.preprocessor() instanceof AsItIs same) {
            return same.fitted(how.picture(), job.size(), how.fit());
        }
        boolean same = fitted.filter(have -> have.picture().equals(how.picture())
                        && have.size().equals(job.size())
                        && have.fit() == how.fit())
                .isPresent();
        if (!same) {
            Raster raster = Fitting.picture(how.picture(), job.size(), how.fit());
            fitted = Optional.of(new Fitted(how.picture(), job.size(), how.fit(), raster));
        }
        return how.preprocessor().apply(fitted.orElseThrow().raster(), how.values(), new Cancellation());
    }

    private void end(Runnable result) {
        busy = false;
        result.run();
        start();
    }

    private void show(Job job, Raster map, long millis) {
        Document document = drawing.document();
        boolean fits = map.size().equals(document.size()); // else the canvas has changed in the meantime
        Optional<Layer.Painting> layer = document.find(job.layer())
                .filter(Layer.Painting.class::isInstance)
                .map(Layer.Painting.class::cast);
        if (!fits || layer.isEmpty()) {
            return;
        }
        Layer.Painting mapped =
                mapped(layer.get(), job.derivation().preprocessor().kind(), map);
        List<Layer> layers = new ArrayList<>(document.layers());
        layers.set(layers.indexOf(layer.get()), mapped);
        Edit edit = new Edit.Rearrange(layers, "deriving a map");
        state.set(Words.of("derive.sent", map.width(), map.height()));
        LOG.debug("Derived by {} in {} ms", job.derivation().preprocessor().id(), millis);
        if (job.lasting()) {
            boolean inHand = drawing.active().map(Layer::id).equals(Optional.of(job.layer()));
            known.put(mapped.id(), job.derivation());
            drawing.apply(edit);
            if (inHand) {
                drawing.activate(mapped.id());
            }
            drawing.endGesture();
        } else {
            drawing.preview(edit);
        }
    }

    /** A layer whose kind changes is another layer. */
    private static Layer.Painting mapped(Layer.Painting layer, ConditionKind kind, Raster map) {
        LayerId id = layer.kind() == kind ? layer.id() : LayerId.random();
        return new Layer.Painting(id, kind, layer.influence(), layer.look(), Optional.of(map), layer.marks());
    }
}
