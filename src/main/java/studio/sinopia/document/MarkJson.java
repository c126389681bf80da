package studio.sinopia.document;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import studio.sinopia.core.Colour;
import studio.sinopia.core.Raster;
import studio.sinopia.core.StudioException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Marks as JSON; which one it is, the name of its geometry tells:
 *
 * <pre>{@code
 * {"colour": "#ffffff", "width": 2.0, "points": [x, y, pressure, …]}
 * {"colour": "#78b4ff", "fill": [x, y]}
 * {"colour": "#78b4ff", "area": [x, y, …]}
 * {"colour": "#78b4ff", "pixels": [row, start, end, …]}
 * {"colour": "#000000", "to": "#ffffff", "gradient": [from x, from y, to x, to y]}
 * {"colour": "#ffffff", "text": "…", "at": [x, y, height, angle]}
 * {"picture": PNG in base64, "placement": [xx, yx, xy, yy, dx, dy]}
 * {"erased": MARK}
 * }</pre>
 */
final class MarkJson {

    private MarkJson() {}

    static void write(Mark mark, ObjectNode node, Function<Raster, String> pictures) {
        switch (mark) {
            case Mark.Stroke stroke -> {
                node.put("colour", stroke.colour().hex());
                node.put("width", stroke.width());
                ArrayNode points = node.putArray("points");
                stroke.points()
                        .forEach(point -> points.add(point.x()).add(point.y()).add(point.pressure()));
            }
            case Mark.Fill fill -> {
                node.put("colour", fill.colour().hex());
                node.putArray("fill").add(fill.x()).add(fill.y());
            }
            case Mark.Polygon polygon -> {
                node.put("colour", polygon.colour().hex());
                ArrayNode corners = node.putArray("area");
                polygon.corners().forEach(corner -> corners.add(corner.x()).add(corner.y()));
            }
            case Mark.Patch patch -> {
                node.put("colour", patch.colour().hex());
                ArrayNode runs = node.putArray("pixels");
                for (int number : patch.region().runs()) {
                    runs.add(number);
                }
            }
            case Mark.Gradient gradient -> {
                node.put("colour", gradient.colour().hex());
                node.put("to", gradient.end().hex());
                node.putArray("gradient")
                        .add(gradient.from().x())
                        .add(gradient.from().y())
                        .add(gradient.to().x())
                        .add(gradient.to().y());
            }
            case Mark.Text text -> {
                node.put("colour", text.colour().hex());
                node.put("text", text.text());
                node.putArray("at")
                        .add(text.x())
                        .add(text.y())
                        .add(text.height())
                        .add(text.angle());
            }
            case Mark.Pasted pasted -> {
                node.put("picture", pictures.apply(pasted.picture()));
                Placement place = pasted.placement();
                node.putArray("placement")
                        .add(place.xx())
                        .add(place.yx())
                        .add(place.xy())
                        .add(place.yy())
                        .add(place.dx())
                        .add(place.dy());
            }
            case Mark.Erased erased -> write(erased.shape(), node.putObject("erased"), pictures);
        }
    }

    static Mark mark(JsonNode node, String where) throws StudioException {
        if (node.has("erased")) {
            return new Mark.Erased(mark(node.required("erased"), where));
        }
        if (node.has("picture")) {
            double[] n = numbers(node.required("placement"), 6);
            return new Mark.Pasted(
                    DocumentJson.picture(node, "picture", where).orElseThrow(),
                    new Placement(n[0], n[1], n[2], n[3], n[4], n[5]));
        }
        Colour colour = Colour.hex(node.required("colour").asString());
        if (node.has("fill")) {
            double[] at = numbers(node.required("fill"), 2);
            return new Mark.Fill(at[0], at[1], colour);
        }
        if (node.has("area")) {
            JsonNode corners = node.required("area");
            return new Mark.Polygon(points(corners, 2), colour);
        }
        if (node.has("pixels")) {
            JsonNode runs = node.required("pixels");
            int[] numbers = new int[runs.size()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = runs.required(i).asInt();
            }
            return new Mark.Patch(new Region(numbers), colour);
        }
        if (node.has("gradient")) {
            double[] n = numbers(node.required("gradient"), 4);
            return new Mark.Gradient(
                    new StrokePoint(n[0], n[1]),
                    new StrokePoint(n[2], n[3]),
                    colour,
                    Colour.hex(node.required("to").asString()));
        }
        if (node.has("text")) {
            double[] n = numbers(node.required("at"), 4);
            return new Mark.Text(node.required("text").asString(), n[0], n[1], n[2], n[3], colour);
        }
        return new Mark.Stroke(
                points(node.required("points"), 3), node.required("width").asDouble(), colour);
    }

    /** @param each how many numbers a point has: two, or three with its pressure */
    private static List<StrokePoint> points(JsonNode numbers, int each) {
        List<StrokePoint> points = new ArrayList<>(numbers.size() / each);
        for (int i = 0; i + each <= numbers.size(); i += each) {
            points.add(new StrokePoint(
                    numbers.required(i).asDouble(),
                    numbers.required(i + 1).asDouble(),
                    each == 3 ? numbers.required(i + 2).asDouble() : 1));
        }
        return points;
    }

    private static double[] numbers(JsonNode node, int count) {
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = node.required(i).asDouble();
        }
        return numbers;
    }
}
