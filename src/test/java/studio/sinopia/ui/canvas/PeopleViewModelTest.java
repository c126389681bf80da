package studio.sinopia.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.Joint;
import studio.sinopia.condition.Skeleton;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import studio.sinopia.document.Document;
import studio.sinopia.document.Layer;
import studio.sinopia.document.pose.BodyPose;
import studio.sinopia.document.pose.HandShape;
import studio.sinopia.document.pose.PosePart;

class PeopleViewModelTest {

    private final DrawingViewModel drawing = new DrawingViewModel(Document.empty(new Size(256, 256)));
    private final PoseViewModel pose = new PoseViewModel(drawing);
    private final PeopleViewModel people = new PeopleViewModel(drawing, pose);

    PeopleViewModelTest() {
        drawing.addLayer(ConditionKind.POSE);
    }

    @Test
    void aPoseIsTakenWhereThePersonIsAndAsLargeAsItIs() {
        Skeleton before = pose.people().getFirst();
        people.take(BodyPose.ALL.get(4));
        Skeleton after = pose.people().getFirst();
        assertThat(after.at(Joint.LEFT_WRIST).orElseThrow().y())
                .isLessThan(before.at(Joint.NOSE).orElseThrow().y());
        assertThat(after.at(Joint.NECK).orElseThrow().x()).isEqualTo(0.5, within(0.02));
        assertThat(bottom(after)).isEqualTo(bottom(before), within(1e-9));
        drawing.undo();
        assertThat(pose.people()).containsExactly(before);
    }

    @Test
    void handsAndFaceComeTurnAndGo() {
        people.hand(PosePart.LEFT_HAND, HandShape.ALL.get(0));
        people.face(true);
        Skeleton whole = pose.people().getFirst();
        assertThat(whole.leftHand().orElseThrow().at(0)).isEqualTo(whole.at(Joint.LEFT_WRIST));
        people.turnHand(PosePart.LEFT_HAND);
        assertThat(pose.people().getFirst().leftHand()).isNotEqualTo(whole.leftHand());
        people.turnHand(PosePart.LEFT_HAND);
        Skeleton.Point thumb =
                pose.people().getFirst().leftHand().orElseThrow().at(4).orElseThrow();
        assertThat(thumb.x())
                .isEqualTo(whole.leftHand().orElseThrow().at(4).orElseThrow().x(), within(1e-9));
        people.removeHand(PosePart.LEFT_HAND);
        people.face(false);
        assertThat(people.has(PosePart.LEFT_HAND)).isFalse();
        assertThat(people.has(PosePart.FACE)).isFalse();
    }

    @Test
    void thePersonInHandComesToTheFront() {
        people.add();
        Skeleton front = pose.people().get(1);
        pose.choosePerson(0);
        people.order(1);
        assertThat(pose.people().getFirst()).isEqualTo(front);
        assertThat(pose.chosen()).contains(1);
        people.order(1); // it is in front already
        drawing.undo();
        assertThat(pose.people().get(1)).isEqualTo(front);
    }

    @Test
    void peopleOfAnotherCanvasKeepTheirShapeAndComeBesideThoseThatAreThere() throws StudioException {
        var elsewhere = new DrawingViewModel(Document.empty(new Size(512, 256)));
        elsewhere.addLayer(ConditionKind.POSE);
        var others = new PeopleViewModel(elsewhere, new PoseViewModel(elsewhere));
        people.read(others.json(), "clipboard");
        assertThat(pose.people()).hasSize(2);
        double height = span(((Layer.Pose) elsewhere.active().orElseThrow()).people()) * 256;
        assertThat(span(List.of(pose.people().get(1))) * 256).isEqualTo(height / 2, within(1e-6));
        drawing.undo();
        assertThat(pose.people()).hasSize(1);
    }

    @Test
    void peopleFromJsonGetALayerWhereThereIsNone() throws StudioException {
        String json = people.json();
        drawing.removeLayer(drawing.active().orElseThrow().id());
        people.read(json, "clipboard");
        assertThat(drawing.activeKind()).contains(ConditionKind.POSE);
        assertThat(pose.people()).hasSize(1);
    }

    private static double bottom(Skeleton person) {
        return person.joints().values().stream()
                .mapToDouble(Skeleton.Point::y)
                .max()
                .orElseThrow();
    }

    private static double span(List<Skeleton> people) {
        var ys = people.getFirst().joints().values().stream()
                .mapToDouble(Skeleton.Point::y)
                .summaryStatistics();
        return ys.getMax() - ys.getMin();
    }
}
