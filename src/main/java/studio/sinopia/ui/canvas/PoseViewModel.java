package studio.sinopia.ui.canvas;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.sinopia.condition.Joint;
import studio.sinopia.condition.Skeleton;
import studio.sinopia.condition.SkeletonPainter;
import studio.sinopia.core.Size;
import studio.sinopia.document.Edit;
import studio.sinopia.document.Figures;
import studio.sinopia.document.Layer;

/** The people of the active pose layer and the joint in hand. Positions are document pixels. */
public final class PoseViewModel {

    private final DrawingViewModel drawing;
    private final ReadOnlyObjectWrapper<Optional<PersonJoint>> joint =
            new ReadOnlyObjectWrapper<>(this, "joint", Optional.empty());

    /** What a drag moves, and where the pointer was last. */
    private Optional<Drag> drag = Optional.empty();

    private record Drag(PersonJoint grabbed, boolean whole, double x, double y) {}

    public PoseViewModel(DrawingViewModel drawing) {
        this.drawing = drawing;
        drawing.activeProperty()
                .addListener((property, old, now) ->
                        joint.set(joint.get().filter(chosen -> chosen.person() < people().size())));
    }

    /** The joint under the pointer, in the hand or chosen with the keyboard. */
    public ReadOnlyObjectProperty<Optional<PersonJoint>> jointProperty() {
        return joint.getReadOnlyProperty();
    }

    /** The people of the active layer; none if it is no pose. */
    public List<Skeleton> people() {
        return drawing.active()
                .map(layer -> layer instanceof Layer.Pose pose ? pose.people() : List.<Skeleton>of())
                .orElse(List.of());
    }

    public boolean isDragging() {
        return drag.isPresent();
    }

    /** Whether a whole person would be moved by dragging from here. */
    public boolean overLimb(double x, double y, double reach) {
        return nearestJoint(x, y, reach).isEmpty() && nearestLimb(x, y, reach).isPresent();
    }

    /** Highlights the joint nearest to the pointer within {@code reach}. */
    public void hover(double x, double y, double reach) {
        joint.set(nearestJoint(x, y, reach));
    }

    /** Takes the joint within {@code reach} in hand, or the whole person by a limb. */
    public void grab(double x, double y, double reach) {
        Optional<PersonJoint> near = nearestJoint(x, y, reach);
        drag = near.map(found -> new Drag(found, false, x, y))
                .or(() -> nearestLimb(x, y, reach).map(found -> new Drag(found, true, x, y)));
        joint.set(near);
    }

    public void dragTo(double x, double y) {
        drag.ifPresent(held -> {
            if (held.whole()) {
                shift(held.grabbed().person(), x - held.x(), y - held.y());
            } else {
                put(held.grabbed(), x, y);
            }
            drag = Optional.of(new Drag(held.grabbed(), held.whole(), x, y));
        });
    }

    public void release() {
        drag = Optional.empty();
        drawing.endGesture();
    }

    /** Chooses the joint after the chosen one, person by person, for those who use the keyboard. */
    public void choose(int step) {
        List<Joint> joints = List.of(Joint.values());
        int all = people().size() * joints.size();
        if (all == 0) {
            return;
        }
        int now = joint.get()
                .map(chosen -> chosen.person() * joints.size() + joints.indexOf(chosen.joint()))
                .orElse(step > 0 ? -1 : 0);
        int next = Math.floorMod(now + step, all);
        joint.set(Optional.of(new PersonJoint(next / joints.size(), joints.get(next % joints.size()))));
    }

    /** Moves the chosen joint by a few pixels; one step of undo for as long as it is the same joint. */
    public void nudge(double dx, double dy) {
        joint.get()
                .ifPresent(chosen -> position(chosen)
                        .ifPresent(point ->
                                put(chosen, point.x() * size().width() + dx, point.y() * size().height() + dy)));
    }

    /** Adds one more person beside those that are there. */
    public void addPerson() {
        editable().ifPresent(layer -> {
            int already = people().size();
            int places = (already + 1) / 2; // 0, 1, 1, 2, 2: right, left, right
            double side = (already % 2 == 0 ? 1 : -1) * 0.17 * places;
            Skeleton person = Figures.standing(size(), Math.clamp(0.5 + side, 0.1, 0.9), 0.12, 0.78);
            drawing.apply(new Edit.AddPerson(layer.id(), person));
        });
    }

    /** Hides the joint in hand, so that the picture may do there what it likes; with none in hand the last person goes. */
    public void remove() {
        joint.get().filter(chosen -> position(chosen).isPresent()).ifPresentOrElse(this::hide, this::removePerson);
    }

    /** Hides the joint within {@code reach} of the pointer, if there is one. */
    public void hide(double x, double y, double reach) {
        nearestJoint(x, y, reach).ifPresent(this::hide);
    }

    /** Puts the hidden joints of the person in hand, or else of the last, where they would be if it stood upright. */
    public void showHidden() {
        int last = people().size() - 1;
        if (last >= 0) {
            int person = joint.get().map(PersonJoint::person).orElse(last);
            set(person, Figures.completed(people().get(person), size()), "showing hidden joints");
        }
    }

    private void hide(PersonJoint hidden) {
        Skeleton fewer = people().get(hidden.person()).without(hidden.joint());
        joint.set(Optional.empty());
        if (fewer.joints().isEmpty()) {
            editable().ifPresent(layer -> drawing.apply(new Edit.RemovePerson(layer.id(), hidden.person())));
        } else {
            set(hidden.person(), fewer, "hiding a joint");
        }
    }

    private void set(int person, Skeleton changed, String title) {
        editable().ifPresent(layer -> drawing.apply(new Edit.SetPerson(layer.id(), person, changed, title)));
    }

    /** Removes the person whose joint is chosen, or else the last. */
    public void removePerson() {
        int last = people().size() - 1;
        if (last >= 0) {
            int person = joint.get().map(PersonJoint::person).orElse(last);
            joint.set(Optional.empty());
            editable().ifPresent(layer -> drawing.apply(new Edit.RemovePerson(layer.id(), person)));
        }
    }

    private void put(PersonJoint chosen, double x, double y) {
        var point = new Skeleton.Point(
                Math.clamp(x, 0, size().width()) / size().width(), Math.clamp(y, 0, size().height()) / size().height());
        editable()
                .ifPresent(
                        layer -> drawing.apply(new Edit.MoveJoint(layer.id(), chosen.person(), chosen.joint(), point)));
    }

    private void shift(int person, double dx, double dy) {
        editable()
                .ifPresent(layer -> drawing.apply(
                        new Edit.ShiftPerson(layer.id(), person, dx / size().width(), dy / size().height())));
    }

    private Optional<Layer> editable() {
        return drawing.active()
                .filter(layer -> layer instanceof Layer.Pose && !layer.look().locked());
    }

    private Optional<PersonJoint> nearestJoint(double x, double y, double reach) {
        Optional<PersonJoint> nearest = Optional.empty();
        double best = reach;
        for (int person = 0; person < people().size(); person++) {
            for (Joint each : Joint.values()) {
                var candidate = new PersonJoint(person, each);
                double distance = position(candidate)
                        .map(point -> Math.hypot(point.x() * size().width() - x, point.y() * size().height() - y))
                        .orElse(Double.MAX_VALUE);
                if (distance <= best) { // the later is drawn in front
                    best = distance;
                    nearest = Optional.of(candidate);
                }
            }
        }
        return nearest;
    }

    private Optional<PersonJoint> nearestLimb(double x, double y, double reach) {
        Optional<PersonJoint> nearest = Optional.empty();
        double best = reach;
        for (int person = 0; person < people().size(); person++) {
            for (List<Joint> limb : SkeletonPainter.limbs()) {
                Optional<Skeleton.Point> from = people().get(person).at(limb.get(0));
                Optional<Skeleton.Point> to = people().get(person).at(limb.get(1));
                if (from.isPresent() && to.isPresent()) {
                    double distance = distance(x, y, from.get(), to.get());
                    if (distance <= best) {
                        best = distance;
                        nearest = Optional.of(new PersonJoint(person, limb.get(0)));
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

    private Optional<Skeleton.Point> position(PersonJoint chosen) {
        return people().get(chosen.person()).at(chosen.joint());
    }

    private Size size() {
        return drawing.document().size();
    }
}
