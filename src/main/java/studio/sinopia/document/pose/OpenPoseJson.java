package studio.sinopia.document.pose;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.sinopia.condition.Joint;
import studio.sinopia.condition.PointSet;
import studio.sinopia.condition.Skeleton;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * People as OpenPose and the editors around it write them, in pixels:
 *
 * <pre>{@code
 * {"people": [{"pose_keypoints_2d": [x, y, confidence, … 18 times], "face_keypoints_2d": [… 70 times],
 *              "hand_left_keypoints_2d": [… 21 times], "hand_right_keypoints_2d": [… 21 times]}],
 *  "canvas_width": 512, "canvas_height": 512}
 * }</pre>
 *
 * Read leniently: parts may be null, empty or missing; the root may be a list of such objects, as DWPose writes it; a body may
 * have OpenPose's 25 joints, a face 68 points; coordinates are fractions where none is greater than 1; points of low
 * confidence or at -1, -1 are unknown.
 */
public final class OpenPoseJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final double LEAST_CONFIDENCE = 0.1;
    private static final int FACE_WITHOUT_PUPILS = 68;

    /** Where OpenPose's list of 25 joints has those of the list of 18. */
    private static final int[] OF_25 = {0, 1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18};

    private OpenPoseJson() {}

    /**
     * What a file says.
     *
     * @param canvas the picture it was made for, if it says
     * @param people positions as fractions of that canvas
     */
    public record Sheet(Optional<Size> canvas, List<Skeleton> people) {
        public Sheet {
            people = List.copyOf(people);
        }
    }

    /** Confidence is 1 where a point is known, else all three numbers are 0. */
    public static String write(List<Skeleton> people, Size canvas) {
        ObjectNode root = MAPPER.createObjectNode();
        ArrayNode list = root.putArray("people");
        for (Skeleton person : people) {
            ObjectNode node = list.addObject();
            ArrayNode body = node.putArray("pose_keypoints_2d");
            for (Joint joint : Joint.values()) {
                write(person.at(joint), canvas, body);
            }
            write(person.face(), "face_keypoints_2d", canvas, node);
            write(person.leftHand(), "hand_left_keypoints_2d", canvas, node);
            write(person.rightHand(), "hand_right_keypoints_2d", canvas, node);
        }
        root.put("canvas_width", canvas.width());
        root.put("canvas_height", canvas.height());
        return root.toString();
    }

    private static void write(Optional<PointSet> points, String name, Size canvas, ObjectNode node) {
        if (points.isEmpty()) {
            node.putNull(name);
        } else {
            ArrayNode numbers = node.putArray(name);
            points.get().points().forEach(point -> write(point, canvas, numbers));
        }
    }

    private static void write(Optional<Skeleton.Point> point, Size canvas, ArrayNode numbers) {
        numbers.add(point.map(Skeleton.Point::x).orElse(0.0) * canvas.width());
        numbers.add(point.map(Skeleton.Point::y).orElse(0.0) * canvas.height());
        numbers.add(point.isPresent() ? 1.0 : 0.0);
    }

    /**
     * @param otherwise the canvas for pixels of a file that names none
     * @param where the name under which a problem is reported
     * @throws StudioException if it is no such JSON, or has nobody in it
     */
    public static Sheet read(String json, Size otherwise, String where) throws StudioException {
        try {
            JsonNode root = MAPPER.readTree(json);
            List<JsonNode> sheets = new ArrayList<>();
            if (root.isArray()) {
                root.forEach(sheets::add);
            } else {
                sheets.add(root);
            }
            return read(sheets, otherwise, where);
        } catch (JacksonException | IllegalArgumentException unreadable) { // sizes check themselves
            throw new StudioException(
                    new Problem(
                            "This is no pose in JSON, or a damaged one.",
                            where,
                            "Choose a file with \"people\" and \"pose_keypoints_2d\", as OpenPose editors save it."),
                    unreadable);
        }
    }

    /** Whether a text looks like poses at all, so that it is worth reading. */
    public static boolean looksLikePoses(String text) {
        return text.contains("pose_keypoints_2d");
    }

    private static Sheet read(List<JsonNode> sheets, Size otherwise, String where) throws StudioException {
        Optional<Size> canvas = Optional.empty();
        List<Skeleton> people = new ArrayList<>();
        for (JsonNode sheet : sheets) {
            if (sheet.has("canvas_width") && sheet.has("canvas_height")) {
                canvas = Optional.of(new Size(
                        sheet.required("canvas_width").asInt(),
                        sheet.required("canvas_height").asInt()));
            }
            for (JsonNode person : sheet.path("people")) {
                read(person, canvas.orElse(otherwise), where).ifPresent(people::add);
            }
        }
        if (people.isEmpty()) {
            throw new StudioException(new Problem(
                    "Nobody is in this pose.",
                    where,
                    "Choose a file whose list \"people\" has somebody with known points."));
        }
        return new Sheet(canvas, people);
    }

    private static Optional<Skeleton> read(JsonNode person, Size canvas, String where) throws StudioException {
        double[] body = numbers(person, "pose_keypoints_2d");
        double[] face = numbers(person, "face_keypoints_2d");
        double[] left = numbers(person, "hand_left_keypoints_2d");
        double[] right = numbers(person, "hand_right_keypoints_2d");
        boolean fractions = fractions(body) && fractions(face) && fractions(left) && fractions(right);
        Size unit = fractions ? new Size(1, 1) : canvas;
        var joints = new EnumMap<Joint, Skeleton.Point>(Joint.class);
        if (body.length > 0) {
            boolean of25 = body.length == 3 * 25;
            List<Optional<Skeleton.Point>> points =
                    points(body, of25 ? 25 : Joint.values().length, "pose_keypoints_2d", unit, where);
            List<Joint> all = List.of(Joint.values());
            for (int place = 0; place < all.size(); place++) {
                Joint joint = all.get(place);
                points.get(of25 ? OF_25[place] : place).ifPresent(at -> joints.put(joint, at));
            }
        }
        Skeleton read = new Skeleton(
                Map.copyOf(joints),
                set(left, PointSet.HAND, "hand_left_keypoints_2d", unit, where),
                set(right, PointSet.HAND, "hand_right_keypoints_2d", unit, where),
                set(face, PointSet.FACE, "face_keypoints_2d", unit, where));
        boolean somebody = !joints.isEmpty()
                || read.face().isPresent()
                || read.leftHand().isPresent()
                || read.rightHand().isPresent();
        return somebody ? Optional.of(read) : Optional.empty();
    }

    private static Optional<PointSet> set(double[] numbers, int size, String name, Size unit, String where)
            throws StudioException {
        if (numbers.length == 0) {
            return Optional.empty();
        }
        boolean noPupils = size == PointSet.FACE && numbers.length == 3 * FACE_WITHOUT_PUPILS;
        List<Optional<Skeleton.Point>> points =
                new ArrayList<>(points(numbers, noPupils ? FACE_WITHOUT_PUPILS : size, name, unit, where));
        while (points.size() < size) {
            points.add(Optional.empty());
        }
        return points.stream().allMatch(Optional::isEmpty) ? Optional.empty() : Optional.of(new PointSet(points));
    }

    private static List<Optional<Skeleton.Point>> points(
            double[] numbers, int wanted, String name, Size unit, String where) throws StudioException {
        if (numbers.length != 3 * wanted) {
            throw new StudioException(new Problem(
                    "\"%s\" has %d numbers where %d points need %d."
                            .formatted(name, numbers.length, wanted, 3 * wanted),
                    where,
                    "Export the pose again with x, y and confidence for every point."));
        }
        List<Optional<Skeleton.Point>> points = new ArrayList<>();
        for (int i = 0; i < wanted; i++) {
            points.add(
                    known(numbers, i)
                            ? Optional.of(new Skeleton.Point(
                                    numbers[3 * i] / unit.width(), numbers[3 * i + 1] / unit.height()))
                            : Optional.empty());
        }
        return points;
    }

    private static boolean known(double[] numbers, int point) {
        boolean away = numbers[3 * point] == -1 && numbers[3 * point + 1] == -1;
        return numbers[3 * point + 2] > LEAST_CONFIDENCE && !away;
    }

    /** Whether no coordinate of a known point is greater than 1. */
    private static boolean fractions(double[] numbers) {
        for (int i = 0; 3 * i + 2 < numbers.length; i++) {
            if (known(numbers, i) && (numbers[3 * i] > 1 || numbers[3 * i + 1] > 1)) {
                return false;
            }
        }
        return true;
    }

    private static double[] numbers(JsonNode person, String name) {
        JsonNode list = person.path(name);
        double[] numbers = new double[list.isArray() ? list.size() : 0];
        for (int i = 0; i < numbers.length; i++) {
            JsonNode number = list.required(i);
            numbers[i] = number.isNull() ? 0 : number.asDouble();
            if (!Double.isFinite(numbers[i])) {
                throw new IllegalArgumentException("A coordinate is no number");
            }
        }
        return numbers;
    }
}
