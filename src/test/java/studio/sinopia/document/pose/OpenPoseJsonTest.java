package studio.sinopia.document.pose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.sinopia.condition.Joint;
import studio.sinopia.condition.PointSet;
import studio.sinopia.condition.Skeleton;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;

class OpenPoseJsonTest {

    private static final Size CANVAS = new Size(512, 768);

    @Property(tries = 200)
    void whatIsWrittenIsReadBack(
            @ForAll("people") List<Skeleton> people,
            @ForAll @IntRange(min = 64, max = 4096) int width,
            @ForAll @IntRange(min = 64, max = 4096) int height)
            throws StudioException {
        Size canvas = new Size(width, height);
        OpenPoseJson.Sheet sheet = OpenPoseJson.read(OpenPoseJson.write(people, canvas), CANVAS, "test");
        assertThat(sheet.canvas()).contains(canvas);
        assertThat(sheet.people()).hasSameSizeAs(people);
        for (int i = 0; i < people.size(); i++) {
            for (PosePoint point : PosePoint.all()) {
                Optional<Skeleton.Point> wanted = point.on(people.get(i));
                Optional<Skeleton.Point> read = point.on(sheet.people().get(i));
                assertThat(read.isPresent()).isEqualTo(wanted.isPresent());
                wanted.ifPresent(at -> {
                    assertThat(read.orElseThrow().x()).isEqualTo(at.x(), within(1e-12));
                    assertThat(read.orElseThrow().y()).isEqualTo(at.y(), within(1e-12));
                });
            }
        }
    }

    @Test
    void aListOfSheetsAsDwposeWritesItIsRead() throws StudioException {
        String one = OpenPoseJson.write(List.of(Figures.standing(CANVAS, 0.3, 0.1, 0.8)), CANVAS);
        String two = OpenPoseJson.write(List.of(Figures.standing(CANVAS, 0.7, 0.1, 0.8)), CANVAS);
        assertThat(OpenPoseJson.read("[" + one + "," + two + "]", CANVAS, "test")
                        .people())
                .hasSize(2);
    }

    @Test
    void fractionsAndPixelsMeanTheSamePlace() throws StudioException {
        Skeleton pixels = person("256, 384, 1, " + "0, 0, 0, ".repeat(17));
        Skeleton fractions = person("0.5, 0.5, 1, " + "0, 0, 0, ".repeat(17));
        assertThat(pixels).isEqualTo(fractions);
        assertThat(fractions.at(Joint.NOSE)).contains(new Skeleton.Point(0.5, 0.5));
    }

    @Test
    void pointsOfLowConfidenceOrAtMinusOneAreUnknown() throws StudioException {
        Skeleton person = person("100, 100, 0.9, -1, -1, 1, 90, 90, 0.05, " + "0, 0, 0, ".repeat(15));
        assertThat(person.joints().keySet()).containsExactly(Joint.NOSE);
    }

    @Test
    void twentyFiveJointsOfOpenPoseBecomeEighteen() throws StudioException {
        String numbers =
                IntStream.range(0, 25).mapToObj(i -> i * 10 + 10 + ", 50, 1").collect(Collectors.joining(", "));
        Skeleton person = person(numbers);
        assertThat(person.at(Joint.RIGHT_HIP).orElseThrow().x() * 512)
                .isEqualTo(100, within(1e-9)); // place 9, after the middle hip
        assertThat(person.at(Joint.LEFT_EAR).orElseThrow().x() * 512).isEqualTo(190, within(1e-9));
    }

    @Test
    void aFaceWithoutPupilsIsAFace() throws StudioException {
        String json = "{\"people\": [{\"face_keypoints_2d\": [" + "9, 9, 1, ".repeat(67) + "9, 9, 1]}]}";
        PointSet face = OpenPoseJson.read(json, CANVAS, "test")
                .people()
                .getFirst()
                .face()
                .orElseThrow();
        assertThat(face.at(67)).isPresent();
        assertThat(face.at(68)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not json | no pose",
                "42 | Nobody",
                "{} | Nobody",
                "{\"people\": []} | Nobody",
                "{\"people\": [{\"pose_keypoints_2d\": null}]} | Nobody",
                "{\"people\": [{\"pose_keypoints_2d\": [1, 2, 3]}]} | 3 numbers where 18 points need 54",
                "{\"people\": [{\"pose_keypoints_2d\": [\"a\"]}]} | no pose",
                "{\"people\": [], \"canvas_width\": -4, \"canvas_height\": 0} | no pose"
            })
    void whatCannotBeReadIsAProblem(String json, String said) {
        assertThatThrownBy(() -> OpenPoseJson.read(json, CANVAS, "pose.json"))
                .isInstanceOfSatisfying(StudioException.class, failure -> {
                    assertThat(failure.problem().what()).contains(said);
                    assertThat(failure.problem().where()).isEqualTo("pose.json");
                });
    }

    private static Skeleton person(String numbers) throws StudioException {
        String json =
                "{\"people\": [{\"pose_keypoints_2d\": [" + numbers.strip().replaceAll(",$", "") + "],"
                        + "\"hand_left_keypoints_2d\": [], \"face_keypoints_2d\": null}]}";
        return OpenPoseJson.read(json, CANVAS, "test").people().getFirst();
    }

    @Provide
    Arbitrary<List<Skeleton>> people() {
        Arbitrary<Skeleton.Point> point = Arbitraries.doubles()
                .between(0.05, 1.4)
                .list()
                .ofSize(2)
                .map(xy -> new Skeleton.Point(xy.get(0), xy.get(1)));
        Arbitrary<Optional<PointSet>> hand = set(point, PointSet.HAND);
        Arbitrary<Optional<PointSet>> face = set(point, PointSet.FACE);
        Arbitrary<Skeleton> body = Arbitraries.maps(Arbitraries.of(Joint.class), point)
                .ofMinSize(1)
                .map(Skeleton::new);
        return net.jqwik.api.Combinators.combine(body, hand, hand, face)
                .as((joints, left, right, points) ->
                        joints.withLeftHand(left).withRightHand(right).withFace(points))
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    private static Arbitrary<Optional<PointSet>> set(Arbitrary<Skeleton.Point> point, int size) {
        return point.optional(0.8)
                .list()
                .ofSize(size)
                .map(points -> points.stream().anyMatch(Optional::isPresent)
                        ? Optional.of(new PointSet(points))
                        : Optional.<PointSet>empty())
                .optional(0.5)
                .map(each -> each.flatMap(set -> set));
    }
}
