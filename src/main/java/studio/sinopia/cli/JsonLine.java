package studio.sinopia.cli;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** One JSON object on one line, as {@code --json} prints it. */
final class JsonLine {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private JsonLine() {}

    /** @param facts texts, numbers, flags, lists and maps of these, in the order in which they are printed */
    static String of(Map<String, ?> facts) {
        return MAPPER.writeValueAsString(facts);
    }
}
