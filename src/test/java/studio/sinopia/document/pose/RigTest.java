package studio.sinopia.document.pose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import studio.sinopia.condition.Joint;
import studio.sinopia.condition.Skeleton;
import studio.sinopia.core.Size;

class RigTest {

    private static final Size CANVAS = new Size(640, 384);
    private static final Rig RIG = new Rig(CANVAS);
    private static final Skeleton PERSON = whole(BodyPose.ALL.getFirst());

    @Property(tries = 300)
    void bonesKeepTheirLengthWhateverIsDraggedWhereverTo(
            @ForAll @IntRange(max = 129) int point,
            @ForAll @DoubleRange(max = 640) double x,
            @ForAll @DoubleRange(max = 384) double y,
            @ForAll @IntRange(max = 30) int pose,
            @ForAll boolean bend) {
        Skeleton person = whole(BodyPose.ALL.get(pose));
        PosePoint held = PosePoint.all().get(point);
        Skeleton after = RIG.dragged(person, held, x, y, bend ? Dragging.BEND : Dragging.KEEP, false);
        for (PosePoint each : PosePoint.all()) {
            boolean inFace = each.part() == PosePart.FACE;
            Rig.parent(each)
                    .filter(parent ->
                            !inFace && each.index() > 0 && each.on(person).isPresent())
                    .filter(parent -> parent.on(person).isPresent())
                    .ifPresent(parent -> assertThat(distance(after, each, parent))
                            .as(each.title())
                            .isEqualTo(distance(person, each, parent), within(1e-6)));
        }
    }

    @Test
    void aWristInReachGoesWhereThePointerIsAndTheShoulderStays() {
        Skeleton.Point shoulder = PERSON.at(Joint.LEFT_SHOULDER).orElseThrow();
        double x = shoulder.x() * 640 + 40;
        double y = shoulder.y() * 384 - 30;
        Skeleton after = drag(Joint.LEFT_WRIST, x, y, Dragging.BEND);
        assertThat(after.at(Joint.LEFT_WRIST).orElseThrow().x() * 640).isEqualTo(x, within(0.05));
        assertThat(after.at(Joint.LEFT_WRIST).orElseThrow().y() * 384).isEqualTo(y, within(0.05));
        assertThat(after.at(Joint.LEFT_SHOULDER)).contains(shoulder);
        assertThat(after.rightHand()).isEqualTo(PERSON.rightHand());
    }

    @Test
    void anArmThatIsTooShortPointsStraightAtThePointer() {
        Skeleton after = drag(Joint.LEFT_WRIST, 640, 0, Dragging.BEND);
        double[] upper = bone(after, Joint.LEFT_SHOULDER, Joint.LEFT_ELBOW);
        double[] fore = bone(after, Joint.LEFT_ELBOW, Joint.LEFT_WRIST);
        double bend = upper[0] * fore[1] - upper[1] * fore[0];
        assertThat(bend / Math.hypot(upper[0], upper[1]) / Math.hypot(fore[0], fore[1]))
                .isEqualTo(0, within(0.05));
    }

    @Test
    void aHandGoesWithItsArm() {
        Skeleton after = drag(Joint.LEFT_ELBOW, 560, 100, Dragging.KEEP);
        PosePoint tip = new PosePoint(PosePart.LEFT_HAND, 12);
        PosePoint wrist = PosePoint.of(Joint.LEFT_WRIST);
        assertThat(distance(after, tip, wrist)).isEqualTo(distance(PERSON, tip, wrist), within(1e-6));
        assertThat(tip.on(after)).isNotEqualTo(tip.on(PERSON));
    }

    @Test
    void theOtherSideFollowsInTheMirror() {
        Skeleton after = RIG.dragged(PERSON, PosePoint.of(Joint.LEFT_WRIST), 400, 60, Dragging.BEND, true);
        double middle = PERSON.at(Joint.NECK).orElseThrow().x();
        Skeleton.Point left = after.at(Joint.LEFT_WRIST).orElseThrow();
        Skeleton.Point right = after.at(Joint.RIGHT_WRIST).orElseThrow();
        assertThat(left.x() + right.x()).isEqualTo(2 * middle, within(1e-9));
        assertThat(left.y()).isEqualTo(right.y(), within(1e-9));
    }

    @Property(tries = 31)
    void aPersonFlippedTwiceIsAsBefore(@ForAll @IntRange(max = 30) int pose) {
        Skeleton person = whole(BodyPose.ALL.get(pose));
        Skeleton twice = RIG.flipped(RIG.flipped(person));
        for (PosePoint each : PosePoint.all()) {
            assertThat(each.on(twice).isPresent()).isEqualTo(each.on(person).isPresent());
            each.on(person).ifPresent(at -> {
                assertThat(each.on(twice).orElseThrow().x()).isEqualTo(at.x(), within(1e-9));
                assertThat(each.on(twice).orElseThrow().y()).isEqualTo(at.y(), within(1e-9));
            });
        }
    }

    @Test
    void everyPosePutsTheSameBodyIntoAnotherPlace() {
        assertThat(BodyPose.ALL)
                .hasSizeGreaterThanOrEqualTo(20)
                .extracting(BodyPose::title)
                .doesNotHaveDuplicates();
        assertThat(HandShape.ALL)
                .hasSizeGreaterThanOrEqualTo(8)
                .extracting(HandShape::title)
                .doesNotHaveDuplicates();
        for (BodyPose pose : BodyPose.ALL) {
            Map<Joint, Skeleton.Point> joints = pose.joints();
            assertThat(joints.size()).as(pose.title()).isGreaterThanOrEqualTo(15);
            Skeleton again = pose.of(pose.standing(CANVAS, 0.5, 0.1, 0.6), CANVAS);
            assertThat(span(again)).as(pose.title()).isEqualTo(span(pose.standing(CANVAS, 0.5, 0.1, 0.6)), within(8.0));
        }
    }

    private static double span(Skeleton person) {
        return person.joints().values().stream()
                        .mapToDouble(at -> at.y() * 384)
                        .summaryStatistics()
                        .getMax()
                - person.joints().values().stream()
                        .mapToDouble(at -> at.y() * 384)
                        .summaryStatistics()
                        .getMin();
    }

    private static Skeleton drag(Joint joint, double x, double y, Dragging dragging) {
        return RIG.dragged(PERSON, PosePoint.of(joint), x, y, dragging, false);
    }

    /** With hands and, where there is a nose, a face. */
    private static Skeleton whole(BodyPose pose) {
        Skeleton person = pose.standing(CANVAS, 0.5, 0.1, 0.8);
        return person.withLeftHand(HandShape.ALL.get(0).on(person, PosePart.LEFT_HAND, false, CANVAS))
                .withRightHand(HandShape.ALL.get(3).on(person, PosePart.RIGHT_HAND, false, CANVAS))
                .withFace(FaceShape.on(person, CANVAS));
    }

    private static double distance(Skeleton person, PosePoint a, PosePoint b) {
        Skeleton.Point p = a.on(person).orElseThrow();
        Skeleton.Point q = b.on(person).orElseThrow();
        return Math.hypot((p.x() - q.x()) * 640, (p.y() - q.y()) * 384);
    }

    private static double[] bone(Skeleton person, Joint from, Joint to) {
        Skeleton.Point p = person.at(from).orElseThrow();
        Skeleton.Point q = person.at(to).orElseThrow();
        return new double[] {(q.x() - p.x()) * 640, (q.y() - p.y()) * 384};
    }
}
