package studio.sinopia.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.Joint;
import studio.sinopia.condition.Skeleton;
import studio.sinopia.core.Size;
import studio.sinopia.document.Document;
import studio.sinopia.document.pose.Dragging;
import studio.sinopia.document.pose.PosePoint;

class PoseViewModelTest {

    private static final double SIDE = 256;

    private final DrawingViewModel drawing = new DrawingViewModel(Document.empty(new Size(256, 256)));
    private final PoseViewModel pose = new PoseViewModel(drawing);

    private final PeopleViewModel people = new PeopleViewModel(drawing, pose);

    PoseViewModelTest() {
        drawing.addLayer(ConditionKind.POSE);
    }

    @Test
    void draggingAJointFreelyMovesItAloneInOneStepOfUndo() {
        pose.draggingProperty().set(Dragging.FREE);
        Skeleton.Point hip = at(Joint.LEFT_HIP);
        Skeleton.Point wrist = at(Joint.LEFT_WRIST);
        pose.grab(wrist.x() * SIDE + 1, wrist.y() * SIDE, 4);
        pose.dragTo(180, 60);
        pose.dragTo(200, 40);
        pose.release();
        assertThat(at(Joint.LEFT_WRIST)).isEqualTo(new Skeleton.Point(200 / SIDE, 40 / SIDE));
        assertThat(at(Joint.LEFT_HIP)).isEqualTo(hip);
        drawing.undo();
        assertThat(at(Joint.LEFT_WRIST)).isEqualTo(wrist);
    }

    @Test
    void aWristThatIsDraggedBendsTheArmAndKeepsItsLengths() {
        Skeleton before = pose.people().getFirst();
        Skeleton.Point wrist = at(Joint.LEFT_WRIST);
        pose.grab(wrist.x() * SIDE, wrist.y() * SIDE, 4);
        pose.dragTo(172, 50);
        pose.dragTo(180, 46);
        pose.release();
        assertThat(at(Joint.LEFT_WRIST).x()).isEqualTo(180 / SIDE, within(1e-3));
        assertThat(at(Joint.LEFT_SHOULDER))
                .isEqualTo(before.at(Joint.LEFT_SHOULDER).orElseThrow());
        assertThat(at(Joint.LEFT_ELBOW))
                .isNotEqualTo(before.at(Joint.LEFT_ELBOW).orElseThrow());
        drawing.undo();
        assertThat(pose.people()).containsExactly(before);
    }

    @Test
    void draggingALimbMovesTheWholePerson() {
        Skeleton.Point knee = at(Joint.RIGHT_KNEE);
        Skeleton.Point hip = at(Joint.RIGHT_HIP);
        double x = (knee.x() + hip.x()) / 2 * SIDE;
        double y = (knee.y() + hip.y()) / 2 * SIDE;
        assertThat(pose.overLimb(x, y, 4)).isTrue();
        pose.grab(x, y, 4);
        pose.dragTo(x + 20, y - 5);
        pose.dragTo(x + 30, y - 10);
        pose.release();
        assertThat(at(Joint.RIGHT_KNEE).x()).isEqualTo(knee.x() + 30 / SIDE, within(1e-9));
        assertThat(at(Joint.NOSE).y()).isLessThan(0.2);
        drawing.undo();
        assertThat(at(Joint.RIGHT_KNEE)).isEqualTo(knee);
    }

    @Test
    void aHiddenJointComesBackWhereItWouldBe() {
        Skeleton.Point wrist = at(Joint.LEFT_WRIST);
        pose.hide(wrist.x() * SIDE, wrist.y() * SIDE, 4);
        assertThat(pose.people().getFirst().at(Joint.LEFT_WRIST)).isEmpty();
        assertThat(pose.people().getFirst().joints()).hasSize(Joint.values().length - 1);
        pose.showHidden();
        assertThat(at(Joint.LEFT_WRIST).x()).isEqualTo(wrist.x(), within(1e-9));
        assertThat(at(Joint.LEFT_WRIST).y()).isEqualTo(wrist.y(), within(1e-9));
        drawing.undo();
        drawing.undo();
        assertThat(at(Joint.LEFT_WRIST)).isEqualTo(wrist);
    }

    @Test
    void aJointStaysOnTheCanvas() {
        pose.draggingProperty().set(Dragging.FREE);
        Skeleton.Point wrist = at(Joint.LEFT_WRIST);
        pose.grab(wrist.x() * SIDE, wrist.y() * SIDE, 4);
        pose.dragTo(-500, 900);
        assertThat(at(Joint.LEFT_WRIST)).isEqualTo(new Skeleton.Point(0, 1));
    }

    @Test
    void nothingIsGrabbedFarFromThePerson() {
        pose.grab(3, 3, 6);
        assertThat(pose.isDragging()).isFalse();
        assertThat(pose.pointProperty().get()).isEmpty();
    }

    @Test
    void theKeyboardWalksThroughAllJointsAndMovesThem() {
        pose.choose(1);
        assertThat(pose.pointProperty().get()).contains(new PersonPoint(0, PosePoint.of(Joint.NOSE)));
        pose.draggingProperty().set(Dragging.FREE);
        Skeleton.Point nose = at(Joint.NOSE);
        pose.nudge(8, 0);
        assertThat(at(Joint.NOSE).x()).isEqualTo(nose.x() + 8 / SIDE, within(1e-9));
        for (int i = 0; i < Joint.values().length; i++) {
            pose.choose(1);
        }
        assertThat(pose.pointProperty().get()).contains(new PersonPoint(0, PosePoint.of(Joint.NOSE)));
        pose.choose(-1);
        assertThat(pose.pointProperty().get()).contains(new PersonPoint(0, PosePoint.of(Joint.LEFT_EAR)));
    }

    @Test
    void peopleComeAndGo() {
        people.add();
        people.add();
        assertThat(pose.people()).hasSize(3);
        assertThat(pose.people().stream()
                        .map(person -> person.at(Joint.NECK).orElseThrow().x()))
                .doesNotHaveDuplicates();
        pose.choose(1);
        pose.removePerson();
        assertThat(pose.people()).hasSize(2);
        drawing.undo();
        drawing.undo();
        drawing.undo();
        assertThat(pose.people()).hasSize(1);
    }

    @Test
    void aJointOfAPersonThatIsGoneIsNotChosen() {
        people.add();
        pose.choose(-1);
        pose.choose(-1);
        assertThat(pose.pointProperty().get().map(PersonPoint::person)).contains(1);
        drawing.undo();
        assertThat(pose.pointProperty().get()).isEqualTo(Optional.empty());
    }

    private Skeleton.Point at(Joint joint) {
        return pose.people().getFirst().at(joint).orElseThrow();
    }
}
