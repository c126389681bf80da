package studio.sinopia.engine.weights;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A {@code config.json}: read with types, so that a wrong one is a {@link Problem} that names the key. A key that is absent
 * or null counts as missing.
 */
public final class ModelConfig {

    private static final int LARGEST_BYTES = 1 << 20;
    private static final JsonMapper JSON = new JsonMapper();

    private final String where;
    private final JsonNode root;

    private ModelConfig(String where, JsonNode root) {
        this.where = where;
        this.root = root;
    }

    /** Reads a file of at most 1 MiB that holds one JSON object. */
    public static ModelConfig read(Path file) throws StudioException {
        try {
            if (Files.size(file) > LARGEST_BYTES) {
                throw new StudioException(new Problem(
                        "The configuration is larger than 1 MiB.",
                        file.toString(),
                        "Choose a model folder that is intact."));
            }
            return parse(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new StudioException(
                    new Problem(
                            "The configuration cannot be read.",
                            file.toString(),
                            "Check that the model folder is complete and readable."),
                    e);
        }
    }

    /** @param where what to name in problems */
    public static ModelConfig parse(String where, String json) throws StudioException {
        try {
            JsonNode root = JSON.readTree(json);
            if (root == null || !root.isObject()) {
                throw new StudioException(new Problem(
                        "The configuration is not a JSON object.",
                        where,
                        "Restore the file from where the model came."));
            }
            return new ModelConfig(where, root);
        } catch (JacksonException e) {
            throw new StudioException(
                    new Problem(
                            "The configuration is not valid JSON.",
                            where,
                            "Restore the file from where the model came."),
                    e);
        }
    }

    /** The same, with the values that {@code other} has for some keys. */
    public ModelConfig with(ModelConfig other, Collection<String> keys) {
        ObjectNode mixed = JSON.createObjectNode();
        root.properties().forEach(each -> mixed.set(each.getKey(), each.getValue()));
        keys.stream().filter(other::has).forEach(key -> mixed.set(key, other.root.get(key)));
        return new ModelConfig(where, mixed);
    }

    /** The same with other whole numbers under some keys. */
    public ModelConfig withIntegers(Map<String, Integer> numbers) {
        ObjectNode mixed = JSON.createObjectNode();
        root.properties().forEach(each -> mixed.set(each.getKey(), each.getValue()));
        numbers.forEach(mixed::put);
        return new ModelConfig(where, mixed);
    }

    /** The value of a key as it stands in JSON, for people; {@code nothing} if it is absent or null. */
    public String shown(String key) {
        return has(key) ? root.get(key).toString() : "nothing";
    }

    /** What to name in problems. */
    public String where() {
        return where;
    }

    public boolean has(String key) {
        return root.has(key) && !root.get(key).isNull();
    }

    /** True if the key stands there and its value is null. */
    public boolean isNull(String key) {
        return root.has(key) && root.get(key).isNull();
    }

    public Optional<String> text(String key) throws StudioException {
        return has(key)
                ? Optional.of(check(key, root.get(key).isString(), "a text").stringValue())
                : Optional.empty();
    }

    public String text(String key, String fallback) throws StudioException {
        return text(key).orElse(fallback);
    }

    public int integer(String key) throws StudioException {
        if (!has(key)) {
            throw new StudioException(new Problem(
                    "The configuration lacks '" + key + "'.", where, "Restore the file from where the model came."));
        }
        return asInt(key, root.get(key));
    }

    public int integer(String key, int fallback) throws StudioException {
        return has(key) ? integer(key) : fallback;
    }

    public double number(String key, double fallback) throws StudioException {
        return has(key) ? check(key, root.get(key).isNumber(), "a number").doubleValue() : fallback;
    }

    public boolean flag(String key, boolean fallback) throws StudioException {
        return has(key) ? check(key, root.get(key).isBoolean(), "true or false").booleanValue() : fallback;
    }

    /** A list of whole numbers. */
    public int[] integers(String key) throws StudioException {
        integerCheckPresent(key);
        JsonNode list = check(key, root.get(key).isArray(), "a list of whole numbers");
        int[] values = new int[list.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = asInt(key, list.get(i));
        }
        return values;
    }

    /** A list of {@code count} whole numbers, where one number stands for as many of the same. */
    public int[] integers(String key, int count, int fallback) throws StudioException {
        int[] values;
        if (!has(key) || root.get(key).isNumber()) {
            values = new int[count];
            Arrays.fill(values, integer(key, fallback));
        } else {
            values = integers(key);
        }
        check(key, values.length == count, "a list of " + count + " whole numbers");
        return values;
    }

    /** A list of {@code count} flags, where one flag stands for as many of the same. */
    public boolean[] flags(String key, int count, boolean fallback) throws StudioException {
        boolean[] values = new boolean[count];
        if (!has(key) || root.get(key).isBoolean()) {
            Arrays.fill(values, flag(key, fallback));
            return values;
        }
        JsonNode list =
                check(key, root.get(key).isArray() && root.get(key).size() == count, "a list of " + count + " flags");
        IntStream.range(0, count).forEach(i -> values[i] = list.get(i).asBoolean());
        return values;
    }

    /** A list of texts. */
    public String[] texts(String key) throws StudioException {
        integerCheckPresent(key);
        JsonNode list = check(key, root.get(key).isArray(), "a list of texts");
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asString)
                .toArray(String[]::new);
    }

    /** A list of numbers, if there. */
    public Optional<double[]> numbers(String key) throws StudioException {
        if (!has(key)) {
            return Optional.empty();
        }
        JsonNode list = check(key, root.get(key).isArray(), "a list of numbers");
        return Optional.of(StreamSupport.stream(list.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray());
    }

    /** True if the value is a list. */
    public boolean isList(String key) {
        return has(key) && root.get(key).isArray();
    }

    /**
     * Refuses a value that this program does not know and that would change what the network computes.
     *
     * @param known texts, numbers or flags as they stand in JSON, {@code "null"} for an absent one
     */
    public void require(String key, String... known) throws StudioException {
        String value = has(key)
                ? root.get(key).isString()
                        ? root.get(key).stringValue()
                        : root.get(key).toString()
                : "null";
        if (!Arrays.asList(known).contains(value)) {
            throw new StudioException(new Problem(
                    "The configuration says %s = %s; this program knows only %s."
                            .formatted(key, value, String.join(", ", known)),
                    where,
                    "Choose a model without this feature."));
        }
    }

    /** Refuses with a sentence about a key. */
    public StudioException wrong(String key, String expected) {
        return new StudioException(new Problem(
                "The configuration says %s = %s, which should be %s.".formatted(key, root.get(key), expected),
                where,
                "Restore the file from where the model came."));
    }

    private void integerCheckPresent(String key) throws StudioException {
        if (!has(key)) {
            throw new StudioException(new Problem(
                    "The configuration lacks '" + key + "'.", where, "Restore the file from where the model came."));
        }
    }

    private int asInt(String key, JsonNode node) throws StudioException {
        if (!node.isIntegralNumber() || !node.canConvertToInt()) {
            throw wrong(key, "a whole number");
        }
        return node.intValue();
    }

    private JsonNode check(String key, boolean fine, String expected) throws StudioException {
        if (!fine) {
            throw wrong(key, expected);
        }
        return root.get(key);
    }
}
