package studio.sinopia.document.pose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.sinopia.condition.Joint;
import studio.sinopia.condition.PointSet;
import studio.sinopia.condition.Skeleton;
import studio.sinopia.core.Size;

/** A face of 70 points in OpenPose's order, as it would sit on a head: jaw, brows, nose, eyes, lips, pupils. */
public final class FaceShape {

    private static final double EYE = 0.21; // half the distance of the eyes, of the way from neck to nose
    private static final int[] MIRRORED = mirrors();

    private FaceShape() {}

    /** A face for the head of a person; none if nose or neck are unknown. */
    public static Optional<PointSet> on(Skeleton person, Size canvas) {
        Optional<Skeleton.Point> nose = person.at(Joint.NOSE);
        Optional<Skeleton.Point> neck = person.at(Joint.NECK);
        if (nose.isEmpty() || neck.isEmpty()) {
            return Optional.empty();
        }
        double upX = (nose.get().x() - neck.get().x()) * canvas.width() * EYE;
        double upY = (nose.get().y() - neck.get().y()) * canvas.height() * EYE;
        return Optional.of(PointSet.of(template().stream()
                .map(at -> new Skeleton.Point(
                        nose.get().x() + (-upY * at[0] - upX * at[1]) / canvas.width(),
                        nose.get().y() + (upX * at[0] - upY * at[1]) / canvas.height()))
                .toList()));
    }

    /** The point on the other side of a face. */
    static int mirrored(int index) {
        return MIRRORED[index];
    }

    /** x to the viewer's right and y down from the tip of the nose; the eyes are one to each side. */
    private static List<double[]> template() {
        List<double[]> all = new ArrayList<>();
        for (int i = 0; i <= 16; i++) { // jaw
            double turn = Math.PI * i / 16;
            all.add(new double[] {-2.2 * Math.cos(turn), -0.8 + 3.2 * Math.sin(turn)});
        }
        for (int side = -1; side <= 1; side += 2) { // brows
            for (int i = 0; i < 5; i++) {
                double x = side < 0 ? -1.75 + 0.325 * i : 0.45 + 0.325 * i;
                all.add(new double[] {x, -1.6 - 0.22 * Math.sin(Math.PI * (i + 0.5) / 5)});
            }
        }
        for (int i = 0; i < 4; i++) { // bridge of the nose
            all.add(new double[] {0, -0.9 + 0.3 * i});
        }
        for (int i = -2; i <= 2; i++) {
            all.add(new double[] {0.25 * i, 0.42 - 0.04 * i * i});
        }
        for (int side = -1; side <= 1; side += 2) { // eyes
            double[][] eye = {{-0.42, 0}, {-0.2, -0.18}, {0.2, -0.18}, {0.42, 0}, {0.2, 0.16}, {-0.2, 0.16}};
            for (double[] at : eye) {
                all.add(new double[] {side + at[0], -0.9 + at[1]});
            }
        }
        ring(all, 12, 0.8, 0.38);
        ring(all, 8, 0.55, 0.13);
        all.add(new double[] {-1, -0.9});
        all.add(new double[] {1, -0.9});
        return all;
    }

    /** Lips: from the viewer's left over the top. */
    private static void ring(List<double[]> all, int points, double width, double height) {
        for (int i = 0; i < points; i++) {
            double turn = 2 * Math.PI * i / points;
            all.add(new double[] {-width * Math.cos(turn), 1.25 - height * Math.sin(turn)});
        }
    }

    private static int[] mirrors() {
        List<double[]> all = template();
        int[] mirrors = new int[all.size()];
        for (int i = 0; i < mirrors.length; i++) {
            for (int j = 0; j < mirrors.length; j++) {
                double[] here = all.get(i);
                double[] there = all.get(j);
                boolean sameRow = i < 68 == j < 68; // a pupil is no corner of an eye
                if (sameRow && Math.abs(here[0] + there[0]) < 1e-6 && Math.abs(here[1] - there[1]) < 1e-6) {
                    mirrors[i] = j;
                }
            }
        }
        return mirrors;
    }
}
