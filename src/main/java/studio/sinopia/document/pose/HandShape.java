package studio.sinopia.document.pose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.sinopia.condition.Joint;
import studio.sinopia.condition.PointSet;
import studio.sinopia.condition.Skeleton;
import studio.sinopia.core.Size;

/**
 * A hand to begin from, seen with its palm or its back towards the viewer. Fingers that bend fold towards the viewer, so in
 * the plane they grow shorter and come back to the palm.
 *
 * @param title to show
 * @param curls how far thumb, index, middle, ring and little finger are bent, 0 … 1
 * @param spread how far the fingers are apart, 1 as at rest
 */
public record HandShape(String title, List<Double> curls, double spread) {

    /** All, in the order in which they are offered. */
    public static final List<HandShape> ALL = List.of(
            hand("Open hand", 1.6, 0, 0, 0, 0, 0),
            hand("At rest", 1, 0.35, 0.28, 0.33, 0.38, 0.42),
            hand("Flat hand", 0.3, 0.55, 0, 0, 0, 0),
            hand("Fist", 0.6, 0.95, 1, 1, 1, 1),
            hand("Pointing", 1, 0.85, 0, 1, 1, 1),
            hand("Victory", 2.2, 0.95, 0, 0, 1, 1),
            hand("Thumb up", 0.6, 0, 1, 1, 1, 1),
            hand("All right", 1.5, 0.62, 0.52, 0.05, 0, 0),
            hand("Holding", 0.8, 0.5, 0.58, 0.6, 0.62, 0.64),
            hand("Three", 1.6, 0, 0, 0, 1, 1),
            hand("Call me", 1.5, 0, 1, 1, 1, 0),
            hand("Claw", 1.8, 0.3, 0.42, 0.42, 0.42, 0.42));

    private static final double SIZE = 0.72; // of the forearm
    private static final double[][] BASES = {{-0.19, -0.47}, {-0.04, -0.5}, {0.1, -0.46}, {0.22, -0.39}};
    private static final double[] FANS = {-9, -2, 6, 15}; // degrees from upright
    private static final double[][] BONES = {
        {0.2, 0.16, 0.13}, {0.22, 0.14, 0.11}, {0.25, 0.15, 0.12}, {0.23, 0.14, 0.11}, {0.18, 0.1, 0.09}
    };
    private static final double[] BENDS = {80, 100, 50}; // degrees of the three joints of a bent finger

    public HandShape {
        curls = List.copyOf(curls);
    }

    private static HandShape hand(String title, double spread, double... curls) {
        return new HandShape(title, java.util.Arrays.stream(curls).boxed().toList(), spread);
    }

    /**
     * The hand at the end of an arm, in line with the forearm.
     *
     * @param part the left or the right hand
     * @param back whether the back of the hand is seen
     * @return none if the wrist is unknown
     */
    public Optional<PointSet> on(Skeleton person, PosePart part, boolean back, Size canvas) {
        boolean left = part == PosePart.LEFT_HAND;
        Optional<Skeleton.Point> wrist = person.at(left ? Joint.LEFT_WRIST : Joint.RIGHT_WRIST);
        if (wrist.isEmpty()) {
            return Optional.empty();
        }
        Skeleton.Point elbow = person.at(left ? Joint.LEFT_ELBOW : Joint.RIGHT_ELBOW)
                .orElse(new Skeleton.Point(wrist.get().x(), wrist.get().y() - 0.1));
        double alongX = (wrist.get().x() - elbow.x()) * canvas.width() * SIZE;
        double alongY = (wrist.get().y() - elbow.y()) * canvas.height() * SIZE;
        double side = left == back ? -1 : 1; // where the thumb is
        return Optional.of(PointSet.of(points().stream()
                .map(at -> new Skeleton.Point(
                        wrist.get().x() + (-alongX * at[1] - alongY * at[0] * side) / canvas.width(),
                        wrist.get().y() + (-alongY * at[1] + alongX * at[0] * side) / canvas.height()))
                .toList()));
    }

    /** The same hand with its thumb on the other side of its arm. */
    public static PointSet turned(PointSet hand, Skeleton person, PosePart part, Size canvas) {
        boolean left = part == PosePart.LEFT_HAND;
        Optional<Skeleton.Point> elbow = person.at(left ? Joint.LEFT_ELBOW : Joint.RIGHT_ELBOW);
        Optional<Skeleton.Point> wrist = hand.at(0).or(() -> person.at(left ? Joint.LEFT_WRIST : Joint.RIGHT_WRIST));
        if (wrist.isEmpty()) {
            return hand;
        }
        double ax = elbow.map(at -> (wrist.get().x() - at.x()) * canvas.width()).orElse(0.0);
        double ay =
                elbow.map(at -> (wrist.get().y() - at.y()) * canvas.height()).orElse(1.0);
        double length = ax * ax + ay * ay;
        return hand.mapped(at -> {
            double dx = (at.x() - wrist.get().x()) * canvas.width();
            double dy = (at.y() - wrist.get().y()) * canvas.height();
            double along = length == 0 ? 0 : (dx * ax + dy * ay) / length;
            return new Skeleton.Point(
                    wrist.get().x() + (2 * along * ax - dx) / canvas.width(),
                    wrist.get().y() + (2 * along * ay - dy) / canvas.height());
        });
    }

    /** For thumbnails: the hand upright in a square, thumb on the left. */
    public PointSet upright() {
        return PointSet.of(points().stream()
                .map(at -> new Skeleton.Point(0.5 + at[0] * 0.85, 0.92 + at[1] * 0.85))
                .toList());
    }

    /** Wrist at 0, 0, fingers upwards, thumb on the left, about 1 long. */
    private List<double[]> points() {
        List<double[]> points = new ArrayList<>();
        points.add(new double[] {0, 0});
        double thumb = curls.getFirst();
        double turn = Math.toRadians(-52 * (0.6 + 0.4 * spread) + 75 * thumb);
        double[] at = {-0.15, -0.13};
        points.add(at);
        for (double bone : BONES[0]) {
            at = new double[] {at[0] + bone * Math.sin(turn), at[1] - bone * Math.cos(turn)};
            points.add(at);
            turn += Math.toRadians(32 * thumb);
        }
        for (int finger = 0; finger < BASES.length; finger++) {
            double fan = Math.toRadians(FANS[finger] * spread);
            at = BASES[finger];
            points.add(at);
            double bend = 0;
            for (int i = 0; i < BENDS.length; i++) {
                bend += Math.toRadians(BENDS[i]) * curls.get(finger + 1);
                double seen = BONES[finger + 1][i] * Math.cos(bend);
                at = new double[] {at[0] + seen * Math.sin(fan), at[1] - seen * Math.cos(fan)};
                points.add(at);
            }
        }
        return points;
    }
}
