package studio.sinopia.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.sinopia.condition.Joint;
import studio.sinopia.condition.Skeleton;
import studio.sinopia.core.Box;

class PersonTest {

    private static Stream<Figure> figures(Pose.Act act) {
        var dice = new Dice(List.of(Pose.Act.values()).indexOf(act));
        return Stream.generate(() -> Figure.of(Pose.random(dice, act), 0.12)).limit(100);
    }

    @ParameterizedTest
    @EnumSource(Pose.Act.class)
    void bonesKeepTheirLengthInEveryPose(Pose.Act act) {
        assertThat(figures(act)).allSatisfy(figure -> {
            for (Side side : Side.values()) {
                assertThat(length(figure, side.shoulder(), side.elbow())).isCloseTo(Figure.UPPER_ARM, within(1e-9));
                assertThat(length(figure, side.elbow(), side.wrist())).isCloseTo(Figure.FOREARM, within(1e-9));
                assertThat(length(figure, side.hip(), side.knee())).isCloseTo(Figure.THIGH, within(1e-9));
                assertThat(length(figure, side.knee(), side.ankle())).isCloseTo(Figure.SHIN, within(1e-9));
            }
        });
    }

    private static double length(Figure figure, Joint from, Joint to) {
        return Math.hypot(
                figure.at(from).x() - figure.at(to).x(),
                figure.at(from).y() - figure.at(to).y());
    }

    @ParameterizedTest
    @EnumSource(Pose.Act.class)
    void allJointsAreThereAndTheLowestIsJustAboveTheGround(Pose.Act act) {
        assertThat(figures(act)).allSatisfy(figure -> {
            assertThat(figure.joints()).hasSize(Joint.values().length);
            assertThat(figure.joints().values()).allMatch(joint -> joint.y() < 0);
            double lowest = figure.joints().values().stream()
                    .mapToDouble(Skeleton.Point::y)
                    .max()
                    .orElseThrow();
            assertThat(lowest).isCloseTo(-0.035, within(1e-9)); // a foot is as thick as that
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = Pose.Act.class,
            names = {"STANDING", "WAVING", "CHEERING", "JUMPING", "DANCING", "POINTING"})
    void facingUsTheRightIsAtTheViewersLeft(Pose.Act act) {
        assertThat(figures(act)).allSatisfy(figure -> {
            assertThat(figure.at(Joint.RIGHT_SHOULDER).x())
                    .isLessThan(figure.at(Joint.LEFT_SHOULDER).x());
            assertThat(figure.at(Joint.RIGHT_EAR).x())
                    .isLessThan(figure.at(Joint.LEFT_EAR).x());
            assertThat(figure.at(Joint.RIGHT_ANKLE).x())
                    .isLessThan(figure.at(Joint.LEFT_ANKLE).x());
        });
    }

    @Test
    void mirroringTwiceChangesNothingAndOnceSwapsTheSides() {
        Pose pose = Pose.random(new Dice(3), Pose.Act.RUNNING);
        assertThat(pose.mirrored().mirrored()).isEqualTo(pose);
        assertThat(Figure.of(pose.mirrored(), 0.1).at(Joint.LEFT_WRIST).x())
                .isCloseTo(-Figure.of(pose, 0.1).at(Joint.RIGHT_WRIST).x(), within(1e-9));
    }

    @Test
    void aKneeThatFoldsTooFarIsRefused() {
        assertThatThrownBy(() -> new Pose.Limb(0, 151)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Pose.Limb(0, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Pose.Limb(-75, 75)).isNotNull();
    }

    @Test
    void visibleJointsLieInThePersonsBoxAndOnThePerson() {
        int people = 0;
        for (RenderedScene scene : Scenes.drawn(300).toList()) {
            List<Box> boxes = scene.boxes().stream()
                    .filter(box -> box.label() == Label.PERSON)
                    .map(RenderedScene.LabelledBox::box)
                    .toList();
            assertThat(scene.people()).hasSameSizeAs(boxes);
            for (int i = 0; i < boxes.size(); i++) {
                people++;
                RenderedScene.Body body = scene.people().get(i);
                Box box = boxes.get(i);
                body.skeleton().joints().forEach((joint, p) -> {
                    if (Boolean.TRUE.equals(body.visible().get(joint))) {
                        assertThat(p.x()).isBetween(box.x(), box.x() + box.width());
                        assertThat(p.y()).isBetween(box.y(), box.y() + box.height());
                        assertThat(IllustratorTest.label(scene, (int) (p.x() * 128), (int) (p.y() * 128)))
                                .isEqualTo(Label.PERSON);
                    }
                });
                assertThat(body.visible().values())
                        .filteredOn(visible -> visible)
                        .hasSizeGreaterThan(12);
            }
        }
        assertThat(people).isGreaterThan(80);
    }

    @Test
    void ofAProfileOneEyeAndOneEarAreHidden() {
        var walking = new Person(
                new Place(0.5, 0.9, 0.2, 0.5),
                Who.BOY,
                Pose.random(new Dice(5), Pose.Act.WALKING),
                Tone.RED,
                Tone.BLUE,
                0xf6cfae,
                0x3a2a24,
                Mood.PLAIN);
        RenderedScene.Body body = Scenes.drawn(Scenes.meadow(walking)).people().getFirst();
        boolean right = Boolean.TRUE.equals(body.visible().get(Joint.RIGHT_EYE));
        assertThat(body.visible().get(Joint.LEFT_EYE)).isEqualTo(!right);
        assertThat(body.visible().get(Joint.LEFT_EAR)).isEqualTo(!right);
        assertThat(right).isEqualTo(walking.pose().view() == Pose.View.RIGHT); // the right side is near then
    }

    @Test
    void theHandThatHoldsTheStringIsAtTheKite() {
        long held = Scenes.specs(1500)
                .filter(spec -> spec.cast().stream()
                        .anyMatch(group -> group.first() instanceof Kite kite && isHeld(kite, spec)))
                .count();
        assertThat(held).isPositive();
    }

    private static boolean isHeld(Kite kite, SceneSpec spec) {
        return spec.cast().stream()
                .flatMap(group -> group.members().stream())
                .anyMatch(thing -> thing instanceof Person person
                        && Stream.of(Side.values()).anyMatch(side -> {
                            Skeleton.Point wrist = person.figure().at(side.wrist());
                            return Math.hypot(wrist.x() - kite.anchorX(), wrist.y() - kite.anchorY()) < 1e-9;
                        }));
    }
}
