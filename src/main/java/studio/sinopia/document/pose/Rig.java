package studio.sinopia.document.pose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.sinopia.condition.Joint;
import studio.sinopia.condition.Skeleton;
import studio.sinopia.core.Size;

/**
 * How the points of a person hang together: a tree that begins at the neck. Dragging a point turns and bends what lies
 * before it and carries what hangs on it. Lengths are those on a canvas, in pixels.
 */
public final class Rig {

    private static final int ARM = 2; // bones that bend when a wrist or ankle is dragged
    private static final int FINGER = 4; // points of a finger

    private final Size canvas;

    public Rig(Size canvas) {
        this.canvas = canvas;
    }

    /**
     * The person after a drag.
     *
     * @param x where the pointer is, in pixels
     * @param mirrored whether the other side of the body does the same in the mirror
     */
    public Skeleton dragged(Skeleton person, PosePoint point, double x, double y, Dragging dragging, boolean mirrored) {
        if (point.on(person).isEmpty()) {
            return person;
        }
        Map<PosePoint, double[]> moved =
                dragging == Dragging.FREE ? free(person, point, x, y) : turned(person, point, x, y, dragging);
        Skeleton after = person;
        for (Map.Entry<PosePoint, double[]> each : moved.entrySet()) {
            after = put(after, each.getKey(), each.getValue());
        }
        return mirrored && !point.mirrored().equals(point) ? mirrored(person, after, moved) : after;
    }

    /** The person as a mirror that stands upright beside it shows it; left and right stay the person's own. */
    public Skeleton flipped(Skeleton person) {
        double left = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        for (Skeleton.Point point : person.joints().values()) {
            left = Math.min(left, point.x());
            right = Math.max(right, point.x());
        }
        double sum = left + right;
        Skeleton flipped =
                person.withJoints(Map.of()).withLeftHand(person.rightHand()).withRightHand(person.leftHand());
        for (PosePoint point : PosePoint.all()) {
            Optional<Skeleton.Point> there = point.mirrored().on(person);
            boolean lacking =
                    point.part() != PosePart.BODY && point.part().of(flipped).isEmpty();
            if (!lacking) {
                flipped = point.put(flipped, there.map(at -> new Skeleton.Point(sum - at.x(), at.y())));
            }
        }
        return flipped;
    }

    /** The point on which another hangs; none for the neck. */
    static Optional<PosePoint> parent(PosePoint point) {
        int index = point.index();
        return switch (point.part()) {
            case BODY -> point.joint().flatMap(Rig::parent).map(PosePoint::of);
            case LEFT_HAND ->
                Optional.of(
                        index == 0
                                ? PosePoint.of(Joint.LEFT_WRIST)
                                : new PosePoint(PosePart.LEFT_HAND, knuckle(index)));
            case RIGHT_HAND ->
                Optional.of(
                        index == 0
                                ? PosePoint.of(Joint.RIGHT_WRIST)
                                : new PosePoint(PosePart.RIGHT_HAND, knuckle(index)));
            case FACE -> Optional.of(PosePoint.of(Joint.NOSE));
        };
    }

    private static int knuckle(int index) {
        return index % FINGER == 1 ? 0 : index - 1;
    }

    private static Optional<Joint> parent(Joint joint) {
        return switch (joint) {
            case NECK -> Optional.empty();
            case NOSE, RIGHT_SHOULDER, LEFT_SHOULDER, RIGHT_HIP, LEFT_HIP -> Optional.of(Joint.NECK);
            case RIGHT_ELBOW -> Optional.of(Joint.RIGHT_SHOULDER);
            case RIGHT_WRIST -> Optional.of(Joint.RIGHT_ELBOW);
            case LEFT_ELBOW -> Optional.of(Joint.LEFT_SHOULDER);
            case LEFT_WRIST -> Optional.of(Joint.LEFT_ELBOW);
            case RIGHT_KNEE -> Optional.of(Joint.RIGHT_HIP);
            case RIGHT_ANKLE -> Optional.of(Joint.RIGHT_KNEE);
            case LEFT_KNEE -> Optional.of(Joint.LEFT_HIP);
            case LEFT_ANKLE -> Optional.of(Joint.LEFT_KNEE);
            case RIGHT_EYE, LEFT_EYE -> Optional.of(Joint.NOSE);
            case RIGHT_EAR -> Optional.of(Joint.RIGHT_EYE);
            case LEFT_EAR -> Optional.of(Joint.LEFT_EYE);
        };
    }

    /** The point alone, with the hand or the face that hangs on it. */
    private Map<PosePoint, double[]> free(Skeleton person, PosePoint point, double x, double y) {
        Map<PosePoint, double[]> moved = new LinkedHashMap<>();
        double[] from = at(person, point);
        moved.put(point, new double[] {x, y});
        if (point.part() == PosePart.BODY) {
            for (PosePoint each : hangingOn(person, point)) {
                if (each.part() != PosePart.BODY && parts(point).contains(each.part())) {
                    double[] old = at(person, each);
                    moved.put(each, new double[] {old[0] + x - from[0], old[1] + y - from[1]});
                }
            }
        }
        return moved;
    }

    private static List<PosePart> parts(PosePoint point) {
        return switch (point.joint().orElse(Joint.NECK)) {
            case LEFT_WRIST -> List.of(PosePart.LEFT_HAND);
            case RIGHT_WRIST -> List.of(PosePart.RIGHT_HAND);
            case NOSE -> List.of(PosePart.FACE);
            default -> List.of();
        };
    }

    private Map<PosePoint, double[]> turned(Skeleton person, PosePoint point, double x, double y, Dragging dragging) {
        List<PosePoint> chain = chain(person, point, dragging == Dragging.BEND ? bones(point) : 1);
        Map<PosePoint, double[]> moved = new LinkedHashMap<>();
        if (chain.size() == 1) { // nothing to hold on to
            double[] from = at(person, point);
            moved.put(point, new double[] {x, y});
            carry(person, point, from, new double[] {x, y}, 0, chain, moved);
            return moved;
        }
        double[][] before = chain.stream().map(each -> at(person, each)).toArray(double[][]::new);
        double[][] after = Chain.reach(before, x, y);
        for (int i = 1; i < before.length; i++) {
            double turn = Math.atan2(after[i][1] - after[i - 1][1], after[i][0] - after[i - 1][0])
                    - Math.atan2(before[i][1] - before[i - 1][1], before[i][0] - before[i - 1][0]);
            moved.put(chain.get(i), after[i]);
            carry(person, chain.get(i), before[i], after[i], turn, chain, moved);
        }
        return moved;
    }

    /** How many bones bend when the end of a limb or a finger is dragged. */
    private static int bones(PosePoint point) {
        return switch (point.part()) {
            case FACE -> 0;
            case LEFT_HAND, RIGHT_HAND -> point.index() == 0 ? 1 : Math.max(1, (point.index() - 1) % FINGER);
            case BODY ->
                switch (point.joint().orElseThrow()) {
                    case LEFT_WRIST, RIGHT_WRIST, LEFT_ANKLE, RIGHT_ANKLE -> ARM;
                    default -> 1;
                };
        };
    }

    /** Known points from the one that stays to the one that is dragged. */
    private static List<PosePoint> chain(Skeleton person, PosePoint end, int bones) {
        List<PosePoint> chain = new ArrayList<>(List.of(end));
        Optional<PosePoint> before = parent(end).filter(each -> each.on(person).isPresent());
        while (before.isPresent() && chain.size() <= bones) {
            chain.addFirst(before.get());
            before = parent(before.get()).filter(each -> each.on(person).isPresent());
        }
        boolean onItsParent =
                chain.size() > 1 && chain.get(0).on(person).equals(chain.get(1).on(person));
        return onItsParent ? chain.subList(1, chain.size()) : chain; // a hand begins where its wrist is
    }

    /** Moves everything that hangs on a point of the chain, but the rest of the chain, as one stiff piece. */
    private void carry(
            Skeleton person,
            PosePoint point,
            double[] from,
            double[] to,
            double turn,
            List<PosePoint> chain,
            Map<PosePoint, double[]> moved) {
        double cos = Math.cos(turn);
        double sin = Math.sin(turn);
        for (PosePoint each : hangingOn(person, point)) {
            boolean further = chain.contains(each)
                    || chain.stream().anyMatch(link -> chain.indexOf(link) > chain.indexOf(point) && hangs(each, link));
            if (!further) {
                double[] old = at(person, each);
                double dx = old[0] - from[0];
                double dy = old[1] - from[1];
                moved.put(each, new double[] {to[0] + cos * dx - sin * dy, to[1] + sin * dx + cos * dy});
            }
        }
    }

    private static List<PosePoint> hangingOn(Skeleton person, PosePoint point) {
        return PosePoint.all().stream()
                .filter(each -> each.on(person).isPresent() && hangs(each, point))
                .toList();
    }

    private static boolean hangs(PosePoint point, PosePoint on) {
        Optional<PosePoint> before = parent(point);
        while (before.isPresent()) {
            if (before.get().equals(on)) {
                return true;
            }
            before = parent(before.get());
        }
        return false;
    }

    /** The other side follows in the mirror of the line from the neck to the middle of the hips. */
    private Skeleton mirrored(Skeleton before, Skeleton after, Map<PosePoint, double[]> moved) {
        double[] axis = axis(before);
        Skeleton both = after;
        for (Map.Entry<PosePoint, double[]> each : moved.entrySet()) {
            PosePoint other = each.getKey().mirrored();
            if (!moved.containsKey(other) && other.on(before).isPresent()) {
                double dx = each.getValue()[0] - axis[0];
                double dy = each.getValue()[1] - axis[1];
                double along = dx * axis[2] + dy * axis[3];
                both = put(both, other, new double[] {
                    axis[0] + 2 * along * axis[2] - dx, axis[1] + 2 * along * axis[3] - dy
                });
            }
        }
        return both;
    }

    /** A place on the person's middle line, and its direction of length 1; upright where hips or neck are unknown. */
    private double[] axis(Skeleton person) {
        Optional<Skeleton.Point> neck = person.at(Joint.NECK);
        Optional<Skeleton.Point> right = person.at(Joint.RIGHT_HIP);
        Optional<Skeleton.Point> left = person.at(Joint.LEFT_HIP);
        double x = neck.or(() -> person.at(Joint.NOSE)).map(Skeleton.Point::x).orElse(0.5) * canvas.width();
        double y = neck.map(Skeleton.Point::y).orElse(0.0) * canvas.height();
        if (neck.isEmpty() || right.isEmpty() || left.isEmpty()) {
            return new double[] {x, y, 0, 1};
        }
        double dx = (right.get().x() + left.get().x()) / 2 * canvas.width() - x;
        double dy = (right.get().y() + left.get().y()) / 2 * canvas.height() - y;
        double length = Math.hypot(dx, dy);
        return length == 0 ? new double[] {x, y, 0, 1} : new double[] {x, y, dx / length, dy / length};
    }

    private double[] at(Skeleton person, PosePoint point) {
        Skeleton.Point at = point.on(person).orElseThrow();
        return new double[] {at.x() * canvas.width(), at.y() * canvas.height()};
    }

    private Skeleton put(Skeleton person, PosePoint point, double[] at) {
        return point.put(person, Optional.of(new Skeleton.Point(at[0] / canvas.width(), at[1] / canvas.height())));
    }
}
