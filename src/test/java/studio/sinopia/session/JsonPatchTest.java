package studio.sinopia.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonPatchTest {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @Property
    void whatChangedMakesTheOneTreeTheOther(@ForAll("trees") String before, @ForAll("trees") String after) {
        JsonNode old = MAPPER.readTree(before);
        JsonNode now = MAPPER.readTree(after);
        JsonNode changes = MAPPER.readTree(JsonPatch.between(old, now).toString());
        assertThat(JsonPatch.apply(old, changes)).isEqualTo(now);
    }

    @Property
    void equalTreesHaveNoChanges(@ForAll("trees") String tree) {
        assertThat(JsonPatch.between(MAPPER.readTree(tree), MAPPER.readTree(tree)))
                .isEmpty();
    }

    @Provide
    Arbitrary<String> trees() {
        return tree(3);
    }

    private static Arbitrary<String> tree(int depth) {
        Arbitrary<String> leaf = Arbitraries.of("1", "2.5", "\"a\"", "true", "null");
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<String> inside = Arbitraries.lazy(() -> tree(depth - 1));
        Arbitrary<String> list = inside.list().ofMaxSize(4).map(all -> "[" + String.join(",", all) + "]");
        Arbitrary<String> object = inside.list().ofMaxSize(3).map(JsonPatchTest::object);
        return Arbitraries.oneOf(leaf, list, object);
    }

    private static String object(List<String> values) {
        var text = new StringBuilder("{");
        for (int i = 0; i < values.size(); i++) {
            text.append(i == 0 ? "" : ",").append("\"k").append(i).append("\":").append(values.get(i));
        }
        return text.append("}").toString();
    }
}
