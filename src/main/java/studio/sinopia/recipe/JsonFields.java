package studio.sinopia.recipe;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import studio.sinopia.core.PictureFile;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Raster;
import studio.sinopia.core.StudioException;
import tools.jackson.databind.JsonNode;

/**
 * The fields of one JSON object, read by name and type. Whatever is missing, of the wrong type or not known becomes a
 * {@link Problem} that names the path of the field, for example {@code controls[1].strength}.
 */
final class JsonFields {

    private final JsonNode object;
    private final String where;
    private final String path;
    private final Set<String> known = new HashSet<>();

    JsonFields(JsonNode object, String where, String path) throws StudioException {
        if (!object.isObject()) {
            throw problem(where, path.isEmpty() ? "It is not a JSON object." : "'" + path + "' is not a JSON object.");
        }
        this.object = object;
        this.where = where;
        this.path = path;
    }

    Optional<String> text(String name) throws StudioException {
        JsonNode value = value(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isString()) {
            throw wrong(name, "a text in quotes");
        }
        return Optional.of(value.stringValue());
    }

    Optional<Long> whole(String name) throws StudioException {
        JsonNode value = value(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw wrong(name, "a whole number of at most 64 bits");
        }
        return Optional.of(value.longValue());
    }

    /** A whole number from 0 to 2^31 - 1. */
    Optional<Integer> count(String name) throws StudioException {
        Optional<Long> value = whole(name);
        if (value.isPresent() && (value.get() < 0 || value.get() > Integer.MAX_VALUE)) {
            throw wrong(name, "a whole number from 0 to 2147483647");
        }
        return value.map(Long::intValue);
    }

    Optional<Double> number(String name) throws StudioException {
        JsonNode value = value(name);
        return value == null ? Optional.empty() : Optional.of(finite(value, name));
    }

    /** Numbers by name, in the order of the file. */
    Map<String, Double> numbers(String name) throws StudioException {
        JsonNode value = value(name);
        if (value == null) {
            return Map.of();
        }
        if (!value.isObject()) {
            throw wrong(name, "an object of numbers");
        }
        var numbers = new LinkedHashMap<String, Double>();
        for (Map.Entry<String, JsonNode> entry : value.properties()) {
            numbers.put(entry.getKey(), finite(entry.getValue(), name + "." + entry.getKey()));
        }
        return numbers;
    }

    Optional<Raster> picture(String name) throws StudioException {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        byte[] png;
        try {
            png = Base64.getDecoder().decode(text.get());
        } catch (IllegalArgumentException notBase64) {
            throw wrong(name, "a PNG picture in base64");
        }
        return Optional.of(PictureFile.decode(png, where + " (" + at(name) + ")"));
    }

    /** Whatever stands there. */
    Optional<JsonNode> tree(String name) {
        return Optional.ofNullable(value(name));
    }

    Optional<JsonFields> object(String name) throws StudioException {
        JsonNode value = value(name);
        return value == null ? Optional.empty() : Optional.of(new JsonFields(value, where, at(name)));
    }

    List<JsonFields> objects(String name) throws StudioException {
        JsonNode value = value(name);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            throw wrong(name, "a list");
        }
        var all = new ArrayList<JsonFields>();
        for (JsonNode element : value) {
            all.add(new JsonFields(element, where, at(name) + "[" + all.size() + "]"));
        }
        return List.copyOf(all);
    }

    /** Refuses fields that nobody asked for: what is not understood must not be dropped silently. */
    void refuseOthers() throws StudioException {
        for (String name : object.propertyNames()) {
            if (!known.contains(name)) {
                throw problem(where, "It has a field '" + at(name) + "' that is not known here.");
            }
        }
    }

    StudioException missing(String name) {
        return problem(where, "It has no field '" + at(name) + "'.");
    }

    StudioException wrong(String name, String expected) {
        return problem(where, "'" + at(name) + "' needs " + expected + ".");
    }

    static StudioException problem(String where, String what) {
        return new StudioException(
                new Problem(what, where, "Correct the recipe, or save it again from the program that made it."));
    }

    private Double finite(JsonNode value, String name) throws StudioException {
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw wrong(name, "a number");
        }
        return value.doubleValue();
    }

    private @Nullable JsonNode value(String name) {
        known.add(name);
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }

    private String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
