package studio.sinopia.document;

import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.Joint;
import studio.sinopia.condition.PointSet;
import studio.sinopia.condition.Skeleton;
import studio.sinopia.core.Box;
import studio.sinopia.core.Colour;
import studio.sinopia.core.PictureFile;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A document as JSON, version 2; version 1, which had lines, segments and poses only, is read too. Marks stay vectors and people stay joints, so that what is read can be edited on:
 *
 * <pre>{@code
 * {"version": 2, "width": 256, "height": 256, "reference": PICTURE,
 *  "layers": [
 *    {"id": "…", "kind": "lineart", "on": true, "strength": 1.0, "start": 0.0, "end": 1.0, "ground": PICTURE,
 *     "marks": [{"colour": "#ffffff", "width": 2.0, "points": [x, y, pressure, …]},
 *               {"colour": "#78b4ff", "fill": [x, y]}, …]},
 *    {"id": "…", "kind": "pose", …, "people": [{"nose": [x, y], …, "left-hand": [x, y, null, null, …]}]},
 *    {"id": "…", "kind": "boxes", …, "boxes": [{"phrase": "…", "box": [x, y, width, height], "colour": "#…", …}]}]}
 * }</pre>
 *
 * Every layer may have {@code "name"}, {@code "opacity"}, {@code "locked"}, {@code "group"} and {@code "priority"}. PICTURE is a
 * PNG in base64; reference and ground may be absent. Marks are written by {@link MarkJson}.
 */
public final class DocumentJson {

    private static final int VERSION = 2;
    private static final int LONGEST_PICTURE = 600_000_000; // characters of base64

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(LONGEST_PICTURE)
                            .build())
                    .build())
            .build();

    private DocumentJson() {}

    /** The document in UTF-8. */
    public static byte[] write(Document document) {
        return MAPPER.writeValueAsBytes(node(document, DocumentJson::picture));
    }

    /**
     * The document as a tree.
     *
     * @param pictures writes a picture as PNG in base64, as {@link #picture(Raster)} does; it may remember what it wrote
     */
    public static ObjectNode node(Document document, Function<Raster, String> pictures) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("version", VERSION);
        node.put("width", document.size().width());
        node.put("height", document.size().height());
        document.reference().ifPresent(picture -> node.put("reference", pictures.apply(picture)));
        ArrayNode layers = node.putArray("layers");
        document.layers().forEach(layer -> write(layer, layers.addObject(), pictures));
        return node;
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param where the name under which a problem is reported
     * @throws StudioException if it is no document, or one of a newer version
     */
    public static Document read(byte[] json, String where) throws StudioException {
        JsonNode node;
        try {
            node = MAPPER.readTree(json);
        } catch (JacksonException unreadable) {
            throw new StudioException(damaged(where), unreadable);
        }
        return read(node, where);
    }

    /** As {@link #read(byte[], String)}, from a tree. */
    public static Document read(JsonNode node, String where) throws StudioException {
        try {
            int version = node.required("version").asInt();
            if (version < 1 || version > VERSION) {
                throw new StudioException(new Problem(
                        "This drawing has version %d; this Sinopia reads versions 1 to %d.".formatted(version, VERSION),
                        where,
                        "Install a newer Sinopia to open it."));
            }
            return document(node, where);
        } catch (JacksonException | IllegalArgumentException unreadable) { // records check themselves
            throw new StudioException(damaged(where), unreadable);
        }
    }

    /** A picture as it stands in a document: PNG in base64. */
    public static String picture(Raster raster) {
        return Base64.getEncoder().encodeToString(PictureFile.encode(raster));
    }

    private static Problem damaged(String where) {
        return new Problem(
                "This is not a drawing in JSON, or a damaged one.", where, "Choose a drawing that Sinopia saved.");
    }

    private static void write(Layer layer, ObjectNode node, Function<Raster, String> pictures) {
        Influence influence = layer.influence();
        node.put("id", layer.id().value());
        node.put("kind", layer.kind().key());
        node.put("on", influence.on());
        node.put("strength", influence.strength());
        node.put("start", influence.start());
        node.put("end", influence.end());
        if (influence.priority() != Influence.Priority.BALANCED) {
            node.put("priority", influence.priority().name().toLowerCase(Locale.ROOT));
        }
        write(layer.look(), node);
        switch (layer) {
            case Layer.Painting painting -> {
                painting.ground().ifPresent(ground -> node.put("ground", pictures.apply(ground)));
                ArrayNode marks = node.putArray("marks");
                painting.marks().forEach(mark -> MarkJson.write(mark, marks.addObject(), pictures));
            }
            case Layer.Boxes boxes -> {
                ArrayNode all = node.putArray("boxes");
                boxes.boxes().forEach(box -> write(box, all.addObject()));
            }
            case Layer.Pose pose -> {
                ArrayNode people = node.putArray("people");
                for (Skeleton person : pose.people()) {
                    ObjectNode joints = people.addObject();
                    for (Joint joint : Joint.values()) {
                        person.at(joint)
                                .ifPresent(point -> joints.putArray(key(joint))
                                        .add(point.x())
                                        .add(point.y()));
                    }
                    person.leftHand().ifPresent(hand -> write(hand, joints.putArray("left-hand")));
                    person.rightHand().ifPresent(hand -> write(hand, joints.putArray("right-hand")));
                    person.face().ifPresent(face -> write(face, joints.putArray("face")));
                }
            }
        }
    }

    private static void write(LayerLook look, ObjectNode node) {
        if (!look.name().isEmpty()) {
            node.put("name", look.name());
        }
        if (look.opacity() != 1) {
            node.put("opacity", look.opacity());
        }
        if (look.locked()) {
            node.put("locked", true);
        }
        if (!look.group().isEmpty()) {
            node.put("group", look.group());
        }
    }

    private static void write(LayoutBox box, ObjectNode node) {
        node.put("phrase", box.phrase());
        node.putArray("box")
                .add(box.box().x())
                .add(box.box().y())
                .add(box.box().width())
                .add(box.box().height());
        node.put("colour", box.colour().hex());
        node.put("weight", box.weight());
        node.put("start", box.start());
        node.put("end", box.end());
    }

    private static void write(PointSet points, ArrayNode node) {
        for (Optional<Skeleton.Point> point : points.points()) {
            if (point.isPresent()) {
                node.add(point.get().x()).add(point.get().y());
            } else {
                node.addNull().addNull();
            }
        }
    }

    private static Document document(JsonNode node, String where) throws StudioException {
        var layers = new ArrayList<Layer>();
        for (JsonNode layer : node.required("layers")) {
            layers.add(layer(layer, where));
        }
        var size =
                new Size(node.required("width").asInt(), node.required("height").asInt());
        return new Document(size, layers, picture(node, "reference", where));
    }

    private static Layer layer(JsonNode node, String where) throws StudioException {
        var id = new LayerId(node.required("id").asString());
        ConditionKind kind = ConditionKind.find(node.required("kind").asString())
                .orElseThrow(() -> new StudioException(damaged(where)));
        var influence = new Influence(
                node.required("on").asBoolean(),
                node.required("strength").asDouble(),
                node.required("start").asDouble(),
                node.required("end").asDouble(),
                priority(node.path("priority").asString("balanced")));
        LayerLook look = new LayerLook(
                node.path("name").asString(""),
                node.path("opacity").asDouble(1),
                node.path("locked").asBoolean(false),
                node.path("group").asString(""));
        switch (kind) {
            case POSE -> {
                var people = new ArrayList<Skeleton>();
                node.required("people").forEach(person -> people.add(person(person)));
                return new Layer.Pose(id, influence, look, people);
            }
            case BOXES -> {
                var boxes = new ArrayList<LayoutBox>();
                node.required("boxes").forEach(box -> boxes.add(box(box)));
                return new Layer.Boxes(id, influence, look, boxes);
            }
            default -> {
                var marks = new ArrayList<Mark>();
                for (JsonNode mark : node.required("marks")) {
                    marks.add(MarkJson.mark(mark, where));
                }
                return new Layer.Painting(id, kind, influence, look, picture(node, "ground", where), marks);
            }
        }
    }

    private static Influence.Priority priority(String name) {
        return Influence.Priority.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static LayoutBox box(JsonNode node) {
        JsonNode place = node.required("box");
        return new LayoutBox(
                node.required("phrase").asString(),
                new Box(
                        place.required(0).asDouble(),
                        place.required(1).asDouble(),
                        place.required(2).asDouble(),
                        place.required(3).asDouble()),
                Colour.hex(node.required("colour").asString()),
                node.required("weight").asDouble(),
                node.required("start").asDouble(),
                node.required("end").asDouble());
    }

    private static Skeleton person(JsonNode node) {
        Map<Joint, Skeleton.Point> joints = new EnumMap<>(Joint.class);
        for (Joint joint : Joint.values()) {
            if (node.has(key(joint))) {
                JsonNode at = node.required(key(joint));
                joints.put(
                        joint,
                        new Skeleton.Point(
                                at.required(0).asDouble(), at.required(1).asDouble()));
            }
        }
        return new Skeleton(joints, points(node, "left-hand"), points(node, "right-hand"), points(node, "face"));
    }

    private static Optional<PointSet> points(JsonNode node, String name) {
        if (!node.has(name)) {
            return Optional.empty();
        }
        JsonNode numbers = node.required(name);
        List<Optional<Skeleton.Point>> points = new ArrayList<>();
        for (int i = 0; i + 1 < numbers.size(); i += 2) {
            points.add(
                    numbers.required(i).isNull()
                            ? Optional.empty()
                            : Optional.of(new Skeleton.Point(
                                    numbers.required(i).asDouble(),
                                    numbers.required(i + 1).asDouble())));
        }
        return Optional.of(new PointSet(points));
    }

    private static String key(Joint joint) {
        return joint.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Raster> picture(JsonNode node, String name, String where) throws StudioException {
        if (!node.has(name)) {
            return Optional.empty();
        }
        byte[] png = Base64.getDecoder().decode(node.required(name).asString());
        return Optional.of(PictureFile.decode(png, where));
    }
}
