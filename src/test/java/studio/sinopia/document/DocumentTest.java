package studio.sinopia.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.Joint;
import studio.sinopia.condition.Skeleton;
import studio.sinopia.core.Colour;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.document.pose.Figures;

class DocumentTest {

    private final Layer lines = Layer.empty(ConditionKind.LINEART);
    private final Layer segments = Layer.empty(ConditionKind.SEGMENTS);
    private final Layer pose = Layer.empty(ConditionKind.POSE);
    private final Document document = Document.empty(Drawings.SIZE)
            .with(new Edit.AddLayer(segments, 0))
            .with(new Edit.AddLayer(lines, 1))
            .with(new Edit.AddLayer(pose, 2));

    @Test
    void anEditLeavesTheOldVersionAsItWas() {
        Document drawn = document.with(new Edit.AddMark(lines.id(), line()));
        assertThat(document.find(lines.id()).orElseThrow().isEmpty()).isTrue();
        assertThat(drawn.find(lines.id()).orElseThrow().isEmpty()).isFalse();
    }

    @Test
    void versionsShareTheLayersInWhichTheyDoNotDiffer() {
        Document drawn = document.with(new Edit.AddMark(lines.id(), line()));
        assertThat(drawn.find(segments.id()).orElseThrow())
                .isSameAs(document.find(segments.id()).orElseThrow());
    }

    @Test
    void layersChangePlaces() {
        Document moved = document.with(new Edit.MoveLayer(lines.id(), 0));
        assertThat(moved.layers()).extracting(Layer::id).containsExactly(lines.id(), segments.id(), pose.id());
    }

    @Test
    void aJointMovesAloneAndAPersonWhole() {
        Skeleton person = Figures.standing(Drawings.SIZE, 0.5, 0.1, 0.8);
        var hand = new Skeleton.Point(0.9, 0.2);
        Document moved = document.with(new Edit.AddPerson(pose.id(), person))
                .with(new Edit.SetPerson(pose.id(), 0, person.with(Joint.LEFT_WRIST, hand), "a joint", "drag"))
                .with(new Edit.ShiftPerson(pose.id(), 0, -0.1, 0));
        Skeleton after =
                ((Layer.Pose) moved.find(pose.id()).orElseThrow()).people().getFirst();
        assertThat(after.at(Joint.LEFT_WRIST)).contains(new Skeleton.Point(0.8, 0.2));
        assertThat(after.at(Joint.NOSE).orElseThrow().x()).isEqualTo(0.4, within(1e-9));
    }

    @Test
    void aLayerThatIsOffEmptyOrWithoutStrengthIsNotObeyed() {
        Document drawn = document.with(new Edit.AddMark(lines.id(), line()));
        assertThat(drawn.layers().stream().filter(Layer::isObeyed))
                .extracting(Layer::id)
                .containsExactly(lines.id());
        Document off = drawn.with(new Edit.SetInfluence(lines.id(), Influence.STANDARD.turned(false)));
        Document weak = drawn.with(new Edit.SetInfluence(lines.id(), Influence.STANDARD.withStrength(0)));
        assertThat(off.layers()).noneMatch(Layer::isObeyed);
        assertThat(weak.layers()).noneMatch(Layer::isObeyed);
    }

    @Test
    void resizingKeepsTheShapeOfADrawing() {
        Document drawn = document.with(new Edit.AddMark(lines.id(), line()));
        Document wide = drawn.with(new Edit.Resize(new Size(256, 96))); // twice the height, much wider
        var stroke = (Mark.Stroke)
                ((Layer.Painting) wide.find(lines.id()).orElseThrow()).marks().getFirst();
        assertThat(stroke.points().getFirst()).isEqualTo(new StrokePoint(64 + 20, 20));
        assertThat(stroke.points().getLast()).isEqualTo(new StrokePoint(64 + 60, 20));
        assertThat(stroke.width()).isEqualTo(4);
    }

    @Test
    void resizingThereAndBackGivesTheSameSkeleton() {
        Document there = document.with(new Edit.AddPerson(pose.id(), Figures.standing(Drawings.SIZE, 0.3, 0.1, 0.8)))
                .with(new Edit.Resize(new Size(128, 96)));
        Document back = there.with(new Edit.Resize(Drawings.SIZE));
        Skeleton before = Figures.standing(Drawings.SIZE, 0.3, 0.1, 0.8);
        Skeleton after =
                ((Layer.Pose) back.find(pose.id()).orElseThrow()).people().getFirst();
        for (Joint joint : Joint.values()) {
            assertThat(after.at(joint).orElseThrow().x())
                    .isEqualTo(before.at(joint).orElseThrow().x(), within(1e-9));
        }
    }

    @Test
    void aGroundOfAnotherSizeIsRefused() {
        Optional<Raster> ground = Optional.of(Raster.filled(new Size(8, 8), Colour.WHITE));
        assertThatThrownBy(() -> document.with(new Edit.SetGround(lines.id(), ground)))
                .hasMessageContaining("64x48")
                .hasMessageContaining("8x8");
    }

    private static Mark.Stroke line() {
        return Drawings.stroke(Mark.LINE, 2, 10, 10, 30, 10);
    }
}
