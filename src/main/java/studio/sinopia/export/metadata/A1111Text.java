package studio.sinopia.export.metadata;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The text {@code parameters}: the prompt, perhaps over several lines; from a line {@code Negative prompt: …} on what is to be
 * avoided; and a last line of pairs {@code Key: value}, which counts as such when at least three are found in it. Values
 * with commas, colons or new lines stand in quotes.
 */
final class A1111Text {

    private static final String NEGATIVE = "Negative prompt:";
    private static final int FEWEST_PAIRS = 3;
    private static final Set<String> KNOWN = Set.of(
            "Steps",
            "Sampler",
            "Schedule type",
            "CFG scale",
            "Seed",
            "Size",
            "Model hash",
            "Model",
            "Denoising strength",
            "RNG");

    private A1111Text() {}

    /** Reads such a text; any text is a prompt at least. */
    static PictureSettings read(String text) {
        List<String> lines = new ArrayList<>(text.strip().lines().toList());
        Map<String, String> pairs = Map.of();
        if (!lines.isEmpty()) {
            Map<String, String> last = pairs(lines.getLast());
            if (last.size() >= FEWEST_PAIRS) {
                pairs = last;
                lines.removeLast();
            }
        }
        var draft = new Draft(Tool.A1111);
        words(lines, draft);
        take(pairs, draft);
        return draft.settings();
    }

    private static void words(List<String> lines, Draft draft) {
        var prompt = new StringBuilder();
        var negative = new StringBuilder();
        StringBuilder now = prompt;
        for (String line : lines) {
            String words = line;
            if (now == prompt && line.strip().startsWith(NEGATIVE)) {
                now = negative;
                words = line.strip().substring(NEGATIVE.length()).strip();
            }
            now.append(words).append('\n');
        }
        draft.prompt = prompt.toString();
        draft.negative = negative.toString();
    }

    private static void take(Map<String, String> pairs, Draft draft) {
        draft.steps(whole(pairs, "Steps"));
        draft.sampler = text(pairs, "Sampler");
        draft.schedule = text(pairs, "Schedule type");
        draft.guidance = number(pairs, "CFG scale");
        draft.seed = whole(pairs, "Seed");
        draft.model = text(pairs, "Model");
        draft.modelHash = text(pairs, "Model hash");
        draft.strength = number(pairs, "Denoising strength");
        draft.noise = Optional.of(text(pairs, "RNG").filter("CPU"::equals).orElse("GPU"));
        String[] sides = text(pairs, "Size").orElse("").split("x", -1);
        if (sides.length == 2) {
            draft.size(LooseJson.whole(sides[0]), LooseJson.whole(sides[1]));
        }
        pairs.forEach((key, value) -> {
            if (key.matches("ControlNet \\d+")) {
                unit(pairs(value)).ifPresent(draft.controls::add);
            } else if (!KNOWN.contains(key)) {
                draft.others.put(key, value);
            }
        });
    }

    private static Optional<PictureSettings.Unit> unit(Map<String, String> pairs) {
        return text(pairs, "Model")
                .map(model -> new PictureSettings.Unit(
                        model,
                        number(pairs, "Weight").orElse(1.0),
                        number(pairs, "Guidance Start").orElse(0.0),
                        number(pairs, "Guidance End").orElse(1.0)));
    }

    private static Optional<String> text(Map<String, String> pairs, String key) {
        return Optional.ofNullable(pairs.get(key));
    }

    private static Optional<Long> whole(Map<String, String> pairs, String key) {
        return text(pairs, key).flatMap(LooseJson::whole);
    }

    private static Optional<Double> number(Map<String, String> pairs, String key) {
        return text(pairs, key).flatMap(LooseJson::number);
    }

    /** The pairs of a line, in order; what is no pair is passed over. */
    static Map<String, String> pairs(String line) {
        Map<String, String> pairs = new LinkedHashMap<>();
        int at = 0;
        while (at < line.length()) {
            int colon = line.indexOf(':', at);
            if (colon < 0) {
                break;
            }
            String key = line.substring(Math.max(at, line.lastIndexOf(',', colon) + 1), colon)
                    .strip();
            int from = colon + 1;
            while (from < line.length() && line.charAt(from) == ' ') {
                from++;
            }
            int end = from < line.length() && line.charAt(from) == '"' ? closing(line, from) : comma(line, from);
            if (isKey(key)) {
                String value = line.substring(from, end).strip();
                pairs.putIfAbsent(key, value.startsWith("\"") ? unquoted(value) : value);
            }
            at = comma(line, end) + 1;
        }
        return pairs;
    }

    private static boolean isKey(String key) {
        return key.matches("[\\p{L}\\p{N}][\\p{L}\\p{N} _/-]*");
    }

    private static int comma(String line, int from) {
        int comma = line.indexOf(',', from);
        return comma < 0 ? line.length() : comma;
    }

    /** Behind the quotation mark that closes the one at {@code from}. */
    private static int closing(String line, int from) {
        boolean escaped = false;
        for (int i = from + 1; i < line.length(); i++) {
            if (!escaped && line.charAt(i) == '"') {
                return i + 1;
            }
            escaped = !escaped && line.charAt(i) == '\\';
        }
        return line.length();
    }

    private static String unquoted(String value) {
        int end = value.length() > 1 && value.endsWith("\"") ? value.length() - 1 : value.length();
        var text = new StringBuilder();
        int at = 1;
        while (at < end) {
            char c = value.charAt(at++);
            if (c != '\\' || at >= end) {
                text.append(c);
                continue;
            }
            char escaped = value.charAt(at++);
            if (escaped == 'u' && value.substring(at, end).matches("(?s)[0-9a-fA-F]{4}.*")) {
                text.append((char) Integer.parseInt(value.substring(at, at + 4), 16));
                at += 4;
            } else {
                text.append(meant(escaped));
            }
        }
        return text.toString();
    }

    private static char meant(char escaped) {
        return switch (escaped) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            default -> escaped;
        };
    }
}
