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
import studio.sinopia.document.Figures;
import studio.sinopia.document.Influence;
import studio.sinopia.document.Layer;
import studio.sinopia.document.LayerId;
import studio.sinopia.document.Mark;
import studio.sinopia.document.StrokePoint;

/** A cottage as somebody would draw it: line art over segments, and a person who waves. */
public final class Cottage {

    public static final Size SIZE = new Size(256, 256);
    private static final double PEN = 2.2;

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
                new Mark.Fill(2, 2, colour("sky")),
                area("hill", 34, -10, 170, 30, 162, 62, 158, 110, 164, 190, 160, 226, 146, 270, 150),
                area("hill", 30, -10, 186, 270, 178),
                area("ground", 64, -20, 236, 60, 232, 140, 228, 210, 230, 280, 236),
                area("ground", 30, -20, 260, 280, 260),
                area("road", 20, 141, 204, 140, 226, 132, 262),
                area("road", 26, 140, 236, 132, 266),
                area("tree", 13, 53, 204, 53, 150),
                area("tree", 48, 44, 124, 50, 100, 62, 108, 64, 126, 46, 128),
                area("house", 16, 104, 188, 104, 154, 178, 154, 178, 188, 104, 188),
                area("house", 34, 116, 172, 168, 172),
                area("house", 9, 98, 145, 140, 107, 184, 144, 98, 145),
                area("house", 22, 122, 140, 142, 124, 160, 140, 122, 140),
                area("house", 12, 170, 110, 170, 130),
                area("sun", 30, 216, 51, 217, 52),
                area("cloud", 12, 112, 36, 126, 37, 146, 36));
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
        return new Mark.Stroke(points(xy), PEN, Mark.LINE);
    }

    private static Mark area(String name, double width, double... xy) {
        return new Mark.Stroke(points(xy), width, colour(name));
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
