package studio.sinopia.session;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What has to be done to one JSON tree so that it becomes another: a list of changes, each at a path of names and indices.
 *
 * <pre>{@code
 * {"at": ["request", "count"], "set": 4}
 * {"at": ["request", "recipe", "init"], "remove": true}
 * {"at": ["document", "layers", 0, "marks"], "from": 7, "cut": 0, "put": [ … ]}
 * }</pre>
 */
final class JsonPatch {

    private JsonPatch() {}

    /** The changes from {@code before} to {@code after}; none if they are equal. Both stay as they are. */
    static ArrayNode between(JsonNode before, JsonNode after) {
        ArrayNode changes = JsonNodeFactory.instance.arrayNode();
        compare(before, after, JsonNodeFactory.instance.arrayNode(), changes);
        return changes;
    }

    /**
     * Carries out changes on {@code tree} itself.
     *
     * @return the tree as it is afterwards, another one if all of it was replaced
     * @throws RuntimeException if the changes do not belong to this tree
     */
    static JsonNode apply(JsonNode tree, JsonNode changes) {
        JsonNode root = tree;
        for (JsonNode change : changes) {
            JsonNode path = change.required("at");
            if (path.isEmpty() && change.has("set")) {
                root = change.required("set");
            } else {
                apply(root, path, change);
            }
        }
        return root;
    }

    private static void apply(JsonNode root, JsonNode path, JsonNode change) {
        if (change.has("put")) {
            splice((ArrayNode) at(root, path, path.size()), change);
            return;
        }
        JsonNode parent = at(root, path, path.size() - 1);
        JsonNode last = path.required(path.size() - 1);
        if (parent instanceof ArrayNode array) {
            array.set(last.intValue(), change.required("set"));
        } else if (change.has("remove")) {
            ((ObjectNode) parent).remove(last.stringValue());
        } else {
            ((ObjectNode) parent).set(last.stringValue(), change.required("set"));
        }
    }

    private static void splice(ArrayNode array, JsonNode change) {
        int from = change.required("from").intValue();
        for (int i = change.required("cut").intValue(); i > 0; i--) {
            array.remove(from);
        }
        int at = from;
        for (JsonNode element : change.required("put")) {
            array.insert(at++, element);
        }
    }

    private static JsonNode at(JsonNode root, JsonNode path, int depth) {
        JsonNode node = root;
        for (int i = 0; i < depth; i++) {
            JsonNode step = path.required(i);
            node = step.isString() ? node.required(step.stringValue()) : node.required(step.intValue());
        }
        return node;
    }

    private static void compare(JsonNode before, JsonNode after, ArrayNode path, ArrayNode changes) {
        if (before.equals(after)) {
            return;
        }
        if (before instanceof ObjectNode old && after instanceof ObjectNode now) {
            compareObjects(old, now, path, changes);
        } else if (before instanceof ArrayNode old && after instanceof ArrayNode now) {
            compareArrays(old, now, path, changes);
        } else {
            change(path, changes).set("set", after);
        }
    }

    private static void compareObjects(ObjectNode before, ObjectNode after, ArrayNode path, ArrayNode changes) {
        for (String name : before.propertyNames()) {
            if (!after.has(name)) {
                change(path.deepCopy().add(name), changes).put("remove", true);
            }
        }
        for (String name : after.propertyNames()) {
            ArrayNode inside = path.deepCopy().add(name);
            if (before.has(name)) {
                compare(before.required(name), after.required(name), inside, changes);
            } else {
                change(inside, changes).set("set", after.required(name));
            }
        }
    }

    private static void compareArrays(ArrayNode before, ArrayNode after, ArrayNode path, ArrayNode changes) {
        int shorter = Math.min(before.size(), after.size());
        int same = 0;
        while (same < shorter && before.get(same).equals(after.get(same))) {
            same++;
        }
        int sameEnd = 0;
        while (sameEnd < shorter - same
                && before.get(before.size() - 1 - sameEnd).equals(after.get(after.size() - 1 - sameEnd))) {
            sameEnd++;
        }
        if (before.size() == after.size()) {
            for (int i = same; i < after.size() - sameEnd; i++) {
                compare(before.get(i), after.get(i), path.deepCopy().add(i), changes);
            }
            return;
        }
        ObjectNode change = change(path, changes);
        change.put("from", same);
        change.put("cut", before.size() - same - sameEnd);
        ArrayNode put = change.putArray("put");
        for (int i = same; i < after.size() - sameEnd; i++) {
            put.add(after.get(i));
        }
    }

    private static ObjectNode change(ArrayNode path, ArrayNode changes) {
        ObjectNode change = changes.addObject();
        change.set("at", path);
        return change;
    }
}
