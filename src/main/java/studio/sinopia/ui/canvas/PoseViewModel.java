package studio.sinopia.ui.canvas;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import studio.sinopia.condition.Joint;
import studio.sinopia.condition.Skeleton;
import studio.sinopia.condition.SkeletonPainter;
import studio.sinopia.core.Size;
import studio.sinopia.document.Edit;
import studio.sinopia.document.Layer;
import studio.sinopia.document.pose.Dragging;
import studio.sinopia.document.pose.Figures;
import studio.sinopia.document.pose.PosePart;
import studio.sinopia.document.pose.PosePoint;
import studio.sinopia.document.pose.Rig;

/** The points of the people on the active pose layer, and the one in hand. Positions are document pixels. */
public final class PoseViewModel {

    private static final List<PosePoint> POINTS = PosePoint.all();

    private final DrawingViewModel drawing;
    private final ReadOnlyObjectWrapper<Optional<PersonPoint>> point =
            new ReadOnlyObjectWrapper<>(this, "point", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Integer>> person =
            new ReadOnlyObjectWrapper<>(this, "person", Optional.empty());
    private final ObjectProperty<Dragging> dragging = new SimpleObjectProperty<>(this, "dragging", Dragging.BEND);
    private final BooleanProperty mirrored = new SimpleBooleanProperty(this, "mirrored", false);

    /** What a drag moves, and where the pointer was last. */
    private Optional<Drag> drag = Optional.empty();

    private int gestures;

    private record Drag(PersonPoint grabbed, boolean whole, double x, double y) {}

    public PoseViewModel(DrawingViewModel drawing) {
        this.drawing = drawing;
        drawing.activeProperty().addListener((property, old, now) -> {
            point.set(point.get().filter(chosen -> chosen.person() < people().size()));
            person.set(person.get().filter(chosen -> chosen < people().size()));
        });
    }

    /** The point under the pointer, in the hand or chosen with the keyboard. */
    public ReadOnlyObjectProperty<Optional<PersonPoint>> pointProperty() {
        return point.getReadOnlyProperty();
    }

    /** The person in hand, counted from 0 at the back. */
    public ReadOnlyObjectProperty<Optional<Integer>> personProperty() {
        return person.getReadOnlyProperty();
    }

    /** The person in hand, or else the one in front; none if nobody is there. */
    public Optional<Integer> chosen() {
        return person.get().or(() -> people().isEmpty() ? Optional.empty() : Optional.of(people().size() - 1));
    }

    public void choosePerson(int index) {
        person.set(Optional.of(index).filter(each -> each >= 0 && each < people().size()));
        point.set(Optional.empty());
    }

    /** What else moves when a joint is dragged. */
    public ObjectProperty<Dragging> draggingProperty() {
        return dragging;
    }

    /** Whether the other side of the body follows in the mirror. */
    public BooleanProperty mirroredProperty() {
        return mirrored;
    }

    /** The people of the active layer; none if it is no pose. */
    public List<Skeleton> people() {
        return drawing.active()
                .map(layer -> layer instanceof Layer.Pose pose ? pose.people() : List.<Skeleton>of())
                .orElse(List.of());
    }

    /** Every known point that has a handle, from back to front: all joints, and hands and face of the person in hand. */
    Stream<PersonPoint> points() {
        List<Skeleton> people = people();
        Optional<Integer> fine = chosen();
        return IntStream.range(0, people.size())
                .boxed()
                .flatMap(index -> POINTS.stream()
                        .filter(each -> each.part() == PosePart.BODY || fine.equals(Optional.of(index)))
                        .filter(each -> each.on(people.get(index)).isPresent())
                        .map(each -> new PersonPoint(index, each)));
    }

    public boolean isDragging() {
        return drag.isPresent();
    }

    /** Whether a whole person would be moved by dragging from here. */
    public boolean overLimb(double x, double y, double reach) {
        return nearestPoint(x, y, reach).isEmpty() && nearestLimb(x, y, reach).isPresent();
    }

    /** Highlights the point nearest to the pointer within {@code reach}. */
    public void hover(double x, double y, double reach) {
        point.set(nearestPoint(x, y, reach));
    }

    /** Takes the point within {@code reach} in hand, or the whole person by a limb. */
    public void grab(double x, double y, double reach) {
        gestures++;
        Optional<PersonPoint> near = nearestPoint(x, y, reach);
        drag = near.map(found -> new Drag(found, false, x, y))
                .or(() -> nearestLimb(x, y, reach).map(found -> new Drag(found, true, x, y)));
        point.set(near);
        drag.ifPresent(held -> person.set(Optional.of(held.grabbed().person())));
    }

    public void dragTo(double x, double y) {
        dragTo(x, y, false);
    }

    /** @param freely the joint alone follows, whatever is set */
    public void dragTo(double x, double y, boolean freely) {
        drag.ifPresent(held -> {
            if (held.whole()) {
                shift(held.grabbed().person(), x - held.x(), y - held.y());
            } else {
                put(held.grabbed(), x, y, freely ? Dragging.FREE : dragging.get(), "drag" + gestures);
            }
            drag = Optional.of(new Drag(held.grabbed(), held.whole(), x, y));
        });
    }

    public void release() {
        drag = Optional.empty();
        drawing.endGesture();
    }

    /** Chooses the point after the chosen one, person by person, for those who use the keyboard. */
    public void choose(int step) {
        List<PersonPoint> all = points().toList();
        if (all.isEmpty()) {
            return;
        }
        int now = point.get().map(all::indexOf).orElse(step > 0 ? -1 : 0);
        PersonPoint next = all.get(Math.floorMod(now + step, all.size()));
        point.set(Optional.of(next));
        person.set(Optional.of(next.person()));
    }

    /** Moves the chosen point by a few pixels; one step of undo for as long as it is the same point. */
    public void nudge(double dx, double dy) {
        point.get()
                .ifPresent(chosen -> position(chosen)
                        .ifPresent(at -> put(
                                chosen,
                                at.x() * size().width() + dx,
                                at.y() * size().height() + dy,
                                dragging.get(),
                                "nudge " + chosen.id())));
    }

    /** Hides the point in hand, so that the picture may do there what it likes; with none in hand the person goes. */
    public void remove() {
        point.get().filter(chosen -> position(chosen).isPresent()).ifPresentOrElse(this::hide, this::removePerson);
    }

    /** Hides the point within {@code reach} of the pointer, if there is one. */
    public void hide(double x, double y, double reach) {
        nearestPoint(x, y, reach).ifPresent(this::hide);
    }

    /** Puts the hidden joints of the person in hand where they would be if it stood upright. */
    public void showHidden() {
        chosen().ifPresent(
                        index -> set(index, Figures.completed(people().get(index), size()), "showing hidden joints"));
    }

    /** Removes the person in hand, or else the one in front. */
    public void removePerson() {
        chosen().ifPresent(index -> {
            point.set(Optional.empty());
            editable().ifPresent(layer -> drawing.apply(new Edit.RemovePerson(layer.id(), index)));
        });
    }

    private void hide(PersonPoint hidden) {
        Skeleton fewer = hidden.point().put(people().get(hidden.person()), Optional.empty());
        point.set(Optional.empty());
        boolean nothingLeft = POINTS.stream().allMatch(each -> each.on(fewer).isEmpty());
        if (nothingLeft) {
            editable().ifPresent(layer -> drawing.apply(new Edit.RemovePerson(layer.id(), hidden.person())));
        } else {
            set(hidden.person(), fewer, "hiding a joint");
        }
    }

    private void set(int index, Skeleton changed, String title) {
        editable()
                .ifPresent(layer ->
                        drawing.apply(new Edit.SetPerson(layer.id(), index, changed, title, title + gestures++)));
    }

    private void put(PersonPoint held, double x, double y, Dragging how, String gesture) {
        Skeleton before = people().get(held.person());
        Skeleton after = new Rig(size())
                .dragged(
                        before,
                        held.point(),
                        Math.clamp(x, 0, size().width()),
                        Math.clamp(y, 0, size().height()),
                        how,
                        mirrored.get());
        editable()
                .ifPresent(layer ->
                        drawing.apply(new Edit.SetPerson(layer.id(), held.person(), after, "moving a joint", gesture)));
    }

    private void shift(int index, double dx, double dy) {
        editable()
                .ifPresent(layer -> drawing.apply(
                        new Edit.ShiftPerson(layer.id(), index, dx / size().width(), dy / size().height())));
    }

    private Optional<Layer> editable() {
        return drawing.active()
                .filter(layer -> layer instanceof Layer.Pose && !layer.look().locked());
    }

    private Optional<PersonPoint> nearestPoint(double x, double y, double reach) {
        Optional<PersonPoint> nearest = Optional.empty();
        double best = reach;
        for (PersonPoint candidate : points().toList()) {
            Skeleton.Point at = position(candidate).orElseThrow();
            double distance = Math.hypot(at.x() * size().width() - x, at.y() * size().height() - y);
            boolean body = candidate.point().part() == PosePart.BODY; // a hand begins where its wrist is
            if (distance < best || (body && distance == best)) { // the later is drawn in front
                best = distance;
                nearest = Optional.of(candidate);
            }
        }
        return nearest;
    }

    private Optional<PersonPoint> nearestLimb(double x, double y, double reach) {
        Optional<PersonPoint> nearest = Optional.empty();
        double best = reach;
        for (int index = 0; index < people().size(); index++) {
            for (List<Joint> limb : SkeletonPainter.limbs()) {
                Optional<Skeleton.Point> from = people().get(index).at(limb.get(0));
                Optional<Skeleton.Point> to = people().get(index).at(limb.get(1));
                if (from.isPresent() && to.isPresent()) {
                    double distance = distance(x, y, from.get(), to.get());
                    if (distance <= best) {
                        best = distance;
                        nearest = Optional.of(PersonPoint.of(index, limb.get(0)));
                    }
                }
            }
        }
        return nearest;
    }

    private double distance(double x, double y, Skeleton.Point from, Skeleton.Point to) {
        double ax = from.x() * size().width();
        double ay = from.y() * size().height();
        double dx = to.x() * size().width() - ax;
        double dy = to.y() * size().height() - ay;
        double length = dx * dx + dy * dy;
        double t = length == 0 ? 0 : Math.clamp(((x - ax) * dx + (y - ay) * dy) / length, 0, 1);
        return Math.hypot(x - ax - t * dx, y - ay - t * dy);
    }

    private Optional<Skeleton.Point> position(PersonPoint chosen) {
        return chosen.point().on(people().get(chosen.person()));
    }

    private Size size() {
        return drawing.document().size();
    }
}
