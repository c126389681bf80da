package studio.sinopia.ui.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.PointSet;
import studio.sinopia.condition.Skeleton;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import studio.sinopia.document.Edit;
import studio.sinopia.document.Influence;
import studio.sinopia.document.Layer;
import studio.sinopia.document.LayerId;
import studio.sinopia.document.pose.BodyPose;
import studio.sinopia.document.pose.FaceShape;
import studio.sinopia.document.pose.Figures;
import studio.sinopia.document.pose.HandShape;
import studio.sinopia.document.pose.OpenPoseJson;
import studio.sinopia.document.pose.PosePart;
import studio.sinopia.document.pose.Rig;

/** Whole people on the active pose layer: who is there and in front, poses, hands and faces to begin from, JSON. */
public final class PeopleViewModel {

    private final DrawingViewModel drawing;
    private final PoseViewModel pose;
    private int changes;

    public PeopleViewModel(DrawingViewModel drawing, PoseViewModel pose) {
        this.drawing = drawing;
        this.pose = pose;
    }

    /** Adds one more person beside those that are there, and takes it in hand. */
    public void add() {
        layer().ifPresent(layer -> {
            drawing.apply(new Edit.AddPerson(layer.id(), fresh()));
            pose.choosePerson(pose.people().size() - 1);
        });
    }

    /** The person in hand takes up a pose where it is; if nobody is there, somebody comes in that pose. */
    public void take(BodyPose wanted) {
        if (pose.people().isEmpty()) {
            layer().ifPresent(layer -> {
                Skeleton person = wanted.standing(size(), 0.5, 0.12, 0.78);
                drawing.apply(new Edit.AddPerson(layer.id(), person));
            });
        } else {
            change(wanted.title().toLowerCase(java.util.Locale.ROOT), person -> {
                Skeleton posed = wanted.of(person, size());
                return person.face().isPresent() ? posed.withFace(FaceShape.on(posed, size())) : posed;
            });
        }
    }

    /** Gives the person in hand a hand of this shape. */
    public void hand(PosePart part, HandShape shape) {
        change("hand", person -> part.put(person, shape.on(person, part, false, size())));
    }

    /** Shows the other side of a hand: its thumb comes to the other side of its arm. */
    public void turnHand(PosePart part) {
        change(
                "turning the hand",
                person -> part.of(person)
                        .map(hand -> part.put(person, Optional.of(HandShape.turned(hand, person, part, size()))))
                        .orElse(person));
    }

    public void removeHand(PosePart part) {
        change("removing the hand", person -> part.put(person, Optional.empty()));
    }

    /** Gives the person in hand a face, or takes it away. */
    public void face(boolean wanted) {
        change(
                wanted ? "face" : "removing the face",
                person -> person.withFace(wanted ? FaceShape.on(person, size()) : Optional.empty()));
    }

    /** The person in hand as in a mirror. */
    public void flip() {
        change("mirroring the person", new Rig(size())::flipped);
    }

    /** Brings the person in hand forward (1) or back (-1). */
    public void order(int step) {
        pose.chosen().ifPresent(index -> {
            List<Skeleton> people = new ArrayList<>(pose.people());
            int place = Math.clamp(index + (long) step, 0, people.size() - 1);
            people.add(place, people.remove((int) index));
            layer().filter(layer -> place != index).ifPresent(layer -> {
                drawing.apply(new Edit.SetPeople(layer.id(), people, "order of people"));
                pose.choosePerson(place);
            });
        });
    }

    /** All people of the layer in hand as OpenPose JSON. */
    public String json() {
        return OpenPoseJson.write(pose.people(), size());
    }

    /**
     * Takes the people of a JSON into the pose layer in hand, or into a new one; from another canvas they keep their shape.
     *
     * @param where the name under which a problem is reported
     */
    public void read(String json, String where) throws StudioException {
        OpenPoseJson.Sheet sheet = OpenPoseJson.read(json, size(), where);
        Layer.Pose fresh = new Layer.Pose(LayerId.random(), Influence.STANDARD, sheet.people());
        Layer.Pose fitting =
                sheet.canvas().map(from -> fresh.resized(from, size())).orElse(fresh);
        Optional<Layer> layer = layer();
        if (layer.isPresent()) {
            List<Skeleton> all = new ArrayList<>(pose.people());
            all.addAll(fitting.people());
            drawing.apply(new Edit.SetPeople(layer.get().id(), all, "people from JSON"));
        } else {
            drawing.apply(new Edit.AddLayer(fitting, drawing.document().layers().size()));
            drawing.activate(fitting.id());
        }
    }

    /** Whether the layer in hand has people that can be written. */
    public boolean canWrite() {
        return drawing.activeKind().equals(Optional.of(ConditionKind.POSE))
                && !pose.people().isEmpty();
    }

    /** Whether the person in hand has points in this part. */
    public boolean has(PosePart part) {
        Optional<PointSet> points =
                pose.chosen().flatMap(index -> part.of(pose.people().get(index)));
        return points.isPresent();
    }

    private Skeleton fresh() {
        int already = pose.people().size();
        int places = (already + 1) / 2; // 0, 1, 1, 2, 2: right, left, right
        double side = (already % 2 == 0 ? 1 : -1) * 0.17 * places;
        return Figures.standing(size(), Math.clamp(0.5 + side, 0.1, 0.9), 0.12, 0.78);
    }

    private void change(String title, UnaryOperator<Skeleton> change) {
        pose.chosen()
                .ifPresent(index -> layer().ifPresent(layer -> {
                    Skeleton now = pose.people().get(index);
                    Skeleton then = change.apply(now);
                    if (!then.equals(now)) {
                        drawing.apply(new Edit.SetPerson(layer.id(), index, then, title, "whole" + changes++));
                    }
                }));
    }

    private Optional<Layer> layer() {
        return drawing.active()
                .filter(layer -> layer instanceof Layer.Pose && !layer.look().locked());
    }

    private Size size() {
        return drawing.document().size();
    }
}
