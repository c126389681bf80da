package studio.sinopia.ui;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.Joint;
import studio.sinopia.condition.Skeleton;
import studio.sinopia.condition.StorybookPalette;
import studio.sinopia.core.Colour;
import studio.sinopia.core.Size;
import studio.sinopia.document.Document;
import studio.sinopia.document.Influence;
import studio.sinopia.document.Layer;
import studio.sinopia.document.LayerId;
import studio.sinopia.document.Mark;
import studio.sinopia.document.StrokePoint;
import studio.sinopia.document.StrokeTrail;
import studio.sinopia.document.pose.Figures;

/** A cottage as somebody would draw it: line art over segments, and a person who waves. */
public final class Cottage {

    public static final Size SIZE = new Size(256, 256);
    private static final double PEN = 1.8;

    private Cottage() {}

    public static Document drawing() {
        return new Document(SIZE, List.of(segments(), pose(), lines()), Optional.empty());
    }

    public static Layer lines() {
        return painting(
                ConditionKind.LINEART,
                line(0, 158, 30, 148, 62, 143, 96, 147), // hills behind
                line(186, 146, 214, 132, 240, 130, 256, 134),
                line(96, 196, 95, 146), // walls
                line(95, 146, 186, 144),
                line(186, 144, 187, 197),
                line(88, 149, 140, 100), // roof
                line(140, 100, 195, 148),
                line(195, 148, 88, 149),
                line(164, 121, 164, 104), // chimney
                line(164, 104, 177, 104),
                line(177, 104, 177, 132),
                line(171, 98, 166, 90, 176, 82, 170, 72, 180, 62), // smoke
                line(131, 196, 131, 166, 138, 160, 146, 160, 152, 166, 152, 196), // door
                line(147, 180, 148.5, 180.5),
                line(104, 160, 121, 160, 121, 176, 104, 176, 104, 160), // windows
                line(112.5, 160, 112.5, 176),
                line(104, 168, 121, 168),
                line(162, 160, 178, 160, 178, 176, 162, 176, 162, 160),
                line(170, 160, 170, 176),
                line(162, 168, 178, 168),
                line(46, 202, 48, 176, 46, 152), // tree
                line(60, 202, 58, 176, 60, 152),
                line(
                        52, 152, 30, 154, 18, 138, 26, 122, 20, 104, 36, 92, 40, 74, 58, 70, 72, 82, 86, 90, 84, 108,
                        90, 124, 78, 140, 70, 152, 52, 152),
                line(34, 116, 40, 108, 48, 114),
                line(58, 98, 66, 92, 72, 100),
                line(52, 134, 60, 128, 66, 134),
                line(0, 206, 46, 202, 96, 197, 131, 196), // ground
                line(152, 196, 187, 197, 222, 200, 256, 205),
                line(131, 197, 122, 222, 96, 256), // path
                line(152, 197, 158, 222, 170, 256),
                line(206, 62, 200, 50, 208, 38, 222, 36, 232, 46, 231, 59, 220, 67, 206, 62), // sun
                line(238, 38, 246, 33),
                line(193, 40, 186, 34),
                line(218, 28, 219, 18),
                line(240, 62, 249, 67),
                line(194, 64, 186, 69),
                line(104, 40, 112, 30, 126, 33, 134, 26, 148, 30, 154, 40, 104, 40), // cloud
                line(24, 44, 30, 38, 35, 44, 41, 38, 47, 45), // bird
                line(56, 28, 61, 23, 65, 28, 70, 23, 75, 29));
    }

    public static Layer segments() {
        return painting(
                ConditionKind.SEGMENTS,
                fill("sky", 2, 2),
                edge("hill", 0, 158, 30, 148, 62, 143, 96, 147, 140, 150, 186, 146, 214, 132, 240, 130, 257, 134),
                fill("hill", 20, 190),
                edge("ground", -1, 206, 46, 202, 96, 197, 131, 196, 187, 197, 222, 200, 257, 205),
                fill("ground", 60, 250),
                edge("road", 131, 197, 122, 222, 95, 257),
                edge("road", 152, 197, 158, 222, 170, 257),
                edge("road", 131, 197, 152, 197),
                fill("road", 130, 240),
                edge(
                        "tree", 52, 152, 30, 154, 18, 138, 26, 122, 20, 104, 36, 92, 40, 74, 58, 70, 72, 82, 86, 90, 84,
                        108, 90, 124, 78, 140, 70, 152, 52, 152),
                fill("tree", 54, 110),
                area("tree", 13, 53, 197, 53, 150),
                edge("house", 88, 149, 140, 100),
                edge("house", 140, 100, 195, 148),
                edge("house", 195, 148, 88, 149),
                fill("house", 140, 130),
                area("house", 13, 170.5, 111, 170.5, 128),
                area("house", 8, 98, 150, 183, 150),
                edge("house", 96, 196, 95, 146),
                edge("house", 186, 144, 187, 197),
                edge("house", 96, 196, 187, 197),
                fill("house", 110, 190),
                edge("sun", 206, 62, 200, 50, 208, 38, 222, 36, 232, 46, 231, 59, 220, 67, 206, 62),
                fill("sun", 216, 52),
                edge("cloud", 104, 40, 112, 30, 126, 33, 134, 26, 148, 30, 154, 40, 104, 40),
                fill("cloud", 130, 37));
    }

    public static Layer pose() {
        Skeleton person = Figures.standing(SIZE, 0.86, 0.59, 0.31)
                .with(Joint.LEFT_ELBOW, new Skeleton.Point(0.945, 0.625))
                .with(Joint.LEFT_WRIST, new Skeleton.Point(0.955, 0.575));
        return new Layer.Pose(LayerId.random(), Influence.STANDARD.withStrength(0.8), List.of(person));
    }

    private static Layer painting(ConditionKind kind, Mark... marks) {
        return new Layer.Painting(LayerId.random(), kind, Influence.STANDARD, Optional.empty(), List.of(marks));
    }

    private static Mark line(double... xy) {
        return StrokeTrail.through(points(xy), PEN, Mark.LINE);
    }

    private static Mark edge(String name, double... xy) {
        return area(name, 3, xy);
    }

    private static Mark fill(String name, double x, double y) {
        return new Mark.Fill(x, y, colour(name));
    }

    private static Mark area(String name, double width, double... xy) {
        return StrokeTrail.through(points(xy), width, colour(name));
    }

    private static List<StrokePoint> points(double... xy) {
        var points = new StrokePoint[xy.length / 2];
        Arrays.setAll(points, i -> new StrokePoint(xy[2 * i], xy[2 * i + 1]));
        return List.of(points);
    }

    private static Colour colour(String name) {
        return StorybookPalette.PALETTE.find(name).orElseThrow().colour();
    }
}
