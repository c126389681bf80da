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
import studio.sinopia.condition.Skeleton;
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
 * A document as JSON, version 1. Marks stay vectors and people stay joints, so that what is read can be edited on:
 *
 * <pre>{@code
 * {"version": 1, "width": 256, "height": 256, "reference": PICTURE,
 *  "layers": [
 *    {"id": "…", "kind": "lineart", "on": true, "strength": 1.0, "start": 0.0, "end": 1.0, "ground": PICTURE,
 *     "marks": [{"colour": "#ffffff", "width": 2.0, "points": [x, y, pressure, …]},
 *               {"colour": "#78b4ff", "fill": [x, y]}]},
 *    {"id": "…", "kind": "pose", …, "people": [{"nose": [x, y], …}]}]}
 * }</pre>
 *
 * PICTURE is a PNG in base64; reference and ground may be absent.
 */
public final class DocumentJson {

    private static final int VERSION = 1;
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
            if (version != VERSION) {
                throw new StudioException(new Problem(
                        "This drawing has version %d; this Sinopia reads version %d.".formatted(version, VERSION),
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
        switch (layer) {
            case Layer.Painting painting -> {
                painting.ground().ifPresent(ground -> node.put("ground", pictures.apply(ground)));
                ArrayNode marks = node.putArray("marks");
                painting.marks().forEach(mark -> write(mark, marks.addObject()));
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
                }
            }
        }
    }

    private static void write(Mark mark, ObjectNode node) {
        node.put("colour", mark.colour().hex());
        switch (mark) {
            case Mark.Stroke stroke -> {
                node.put("width", stroke.width());
                ArrayNode points = node.putArray("points");
                stroke.points()
                        .forEach(point -> points.add(point.x()).add(point.y()).add(point.pressure()));
            }
            case Mark.Fill fill -> node.putArray("fill").add(fill.x()).add(fill.y());
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
        ConditionKind kind = ConditionKind.parse(node.required("kind").asString());
        var influence = new Influence(
                node.required("on").asBoolean(),
                node.required("strength").asDouble(),
                node.required("start").asDouble(),
                node.required("end").asDouble());
        if (kind == ConditionKind.POSE) {
            var people = new ArrayList<Skeleton>();
            node.required("people").forEach(person -> people.add(person(person)));
            return new Layer.Pose(id, influence, people);
        }
        var marks = new ArrayList<Mark>();
        node.required("marks").forEach(mark -> marks.add(mark(mark)));
        return new Layer.Painting(id, kind, influence, picture(node, "ground", where), marks);
    }

    private static Mark mark(JsonNode node) {
        Colour colour = Colour.hex(node.required("colour").asString());
        if (node.has("fill")) {
            JsonNode at = node.required("fill");
            return new Mark.Fill(at.required(0).asDouble(), at.required(1).asDouble(), colour);
        }
        JsonNode numbers = node.required("points");
        List<StrokePoint> points = new ArrayList<>(numbers.size() / 3);
        for (int i = 0; i + 2 < numbers.size(); i += 3) {
            points.add(new StrokePoint(
                    numbers.required(i).asDouble(),
                    numbers.required(i + 1).asDouble(),
                    numbers.required(i + 2).asDouble()));
        }
        return new Mark.Stroke(points, node.required("width").asDouble(), colour);
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
        return new Skeleton(joints);
    }

    private static String key(Joint joint) {
        return joint.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Optional<Raster> picture(JsonNode node, String name, String where) throws StudioException {
        if (!node.has(name)) {
            return Optional.empty();
        }
        byte[] png = Base64.getDecoder().decode(node.required(name).asString());
        return Optional.of(PictureFile.decode(png, where));
    }
}
