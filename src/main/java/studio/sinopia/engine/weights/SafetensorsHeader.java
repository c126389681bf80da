package studio.sinopia.engine.weights;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The header of a safetensors file, believed only after every claim in it is checked: known types, sizes that fit their
 * ranges, ranges inside the file that neither overlap nor leave holes, names used once.
 */
record SafetensorsHeader(Map<String, TensorEntry> entries, Map<String, String> metadata) {

    private static final String METADATA = "__metadata__";
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    /** What is wrong with a header, as half a sentence, and what to do about it. */
    static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;
        private static final String FETCH = "Fetch the file again from where it came.";

        final String reason;
        final String remedy;

        Refused(String reason) {
            this(reason, FETCH);
        }

        Refused(String reason, String remedy) {
            super(reason);
            this.reason = reason;
            this.remedy = remedy;
        }
    }

    /**
     * @param json the header
     * @param dataBytes how many bytes follow it
     */
    static SafetensorsHeader parse(byte[] json, long dataBytes) throws Refused {
        JsonNode root;
        try {
            root = JSON.readTree(json);
        } catch (JacksonException e) {
            throw new Refused("its header is not valid JSON");
        }
        if (root == null || !root.isObject()) {
            throw new Refused("its header is not a JSON object");
        }
        Map<String, TensorEntry> entries = new LinkedHashMap<>();
        Map<String, String> metadata = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : root.properties()) {
            if (METADATA.equals(field.getKey())) {
                readMetadata(field.getValue(), metadata);
            } else {
                entries.put(field.getKey(), entry(field.getKey(), field.getValue(), dataBytes));
            }
        }
        checkCover(entries, dataBytes);
        return new SafetensorsHeader(entries, metadata);
    }

    private static void readMetadata(JsonNode node, Map<String, String> metadata) throws Refused {
        if (!node.isObject()) {
            throw new Refused("its metadata are not an object");
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (!field.getValue().isString()) {
                throw new Refused("its metadata hold something other than texts");
            }
            metadata.put(field.getKey(), field.getValue().stringValue());
        }
    }

    private static TensorEntry entry(String name, JsonNode node, long dataBytes) throws Refused {
        String typeName = node.path("dtype").asString("");
        ElementType type = ElementType.named(typeName)
                .orElseThrow(() -> new Refused(
                        "tensor '%s' has the unknown type '%s'".formatted(shown(name), shown(typeName)),
                        "Convert it to F32, F16 or BF16."));
        JsonNode offsets = node.path("data_offsets");
        JsonNode sizes = node.path("shape");
        if (!offsets.isArray() || offsets.size() != 2 || !sizes.isArray()) {
            throw new Refused("tensor '%s' has no shape or no range".formatted(shown(name)));
        }
        List<Long> shape = new ArrayList<>(sizes.size());
        for (JsonNode size : sizes) {
            shape.add(whole(name, size));
        }
        long begin = whole(name, offsets.get(0));
        long end = whole(name, offsets.get(1));
        if (begin > end || end > dataBytes) {
            throw new Refused("tensor '%s' lies at bytes %d to %d, but the file holds %d"
                    .formatted(shown(name), begin, end, dataBytes));
        }
        if (bytes(name, type, shape) != end - begin) {
            throw new Refused("tensor '%s' of type %s and shape %s does not fill its %d bytes"
                    .formatted(shown(name), type, shape, end - begin));
        }
        return new TensorEntry(name, type, shape, begin, end);
    }

    private static long whole(String name, JsonNode node) throws Refused {
        if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < 0) {
            throw new Refused("tensor '%s' has a size or range that is not a whole number".formatted(shown(name)));
        }
        return node.longValue();
    }

    private static long bytes(String name, ElementType type, List<Long> shape) throws Refused {
        try {
            long product = type.bytes();
            for (long size : shape) {
                product = Math.multiplyExact(product, size);
            }
            return product;
        } catch (ArithmeticException e) {
            throw new Refused("tensor '%s' claims an impossible size".formatted(shown(name)));
        }
    }

    private static void checkCover(Map<String, TensorEntry> entries, long dataBytes) throws Refused {
        List<TensorEntry> ordered = new ArrayList<>(entries.values());
        ordered.sort(Comparator.comparingLong(TensorEntry::begin).thenComparingLong(TensorEntry::end));
        long reached = 0;
        for (TensorEntry entry : ordered) {
            if (entry.begin() < reached) {
                throw new Refused("tensor '%s' overlaps another one".formatted(shown(entry.name())));
            }
            if (entry.begin() > reached) {
                throw new Refused("there is a hole before tensor '%s'".formatted(shown(entry.name())));
            }
            reached = entry.end();
        }
        if (reached != dataBytes) {
            throw new Refused("it holds %d bytes of data, its tensors need %d".formatted(dataBytes, reached));
        }
    }

    private static String shown(String name) {
        String clean = name.replaceAll("\\p{Cntrl}", "?");
        return clean.length() <= 80 ? clean : clean.substring(0, 77) + "...";
    }
}
