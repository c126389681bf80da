package studio.sinopia.export.metadata;

import java.math.BigInteger;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Fields of JSON of which nothing is sure: numbers may be texts, names may be spelled in several ways. */
final class LooseJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private LooseJson() {}

    /** The object in a text; empty if it is none. */
    static Optional<JsonNode> object(String text) {
        String trimmed = text.strip();
        if (!trimmed.startsWith("{")) {
            return Optional.empty();
        }
        try {
            return Optional.of(MAPPER.readTree(trimmed)).filter(JsonNode::isObject);
        } catch (JacksonException none) {
            return Optional.empty();
        }
    }

    /** The first of these fields that holds a text or a number. */
    static Optional<String> text(JsonNode object, String... names) {
        for (String name : names) {
            JsonNode value = object.path(name);
            if (value.isString() || value.isNumber()) {
                return Optional.of(value.asString());
            }
        }
        return Optional.empty();
    }

    /** The first of these fields that holds a number, 64 bits of it. */
    static Optional<Long> whole(JsonNode object, String... names) {
        return text(object, names).flatMap(LooseJson::whole);
    }

    /** The first of these fields that holds a finite number. */
    static Optional<Double> number(JsonNode object, String... names) {
        return text(object, names).flatMap(LooseJson::number);
    }

    /** A whole number; unsigned ones of 64 bits keep their bits. */
    static Optional<Long> whole(String text) {
        try {
            String trimmed = text.strip();
            return Optional.of(
                    trimmed.contains(".") ? (long) Double.parseDouble(trimmed) : new BigInteger(trimmed).longValue());
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    static Optional<Double> number(String text) {
        try {
            return Optional.of(Double.parseDouble(text.strip())).filter(Double::isFinite);
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }
}
