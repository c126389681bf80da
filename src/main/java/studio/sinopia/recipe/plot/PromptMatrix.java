package studio.sinopia.recipe.plot;

import java.util.ArrayList;
import java.util.List;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;

/**
 * A prompt of parts between bars, {@code a house|at night|in the snow}: the first part always stands, each other one is there or
 * not, in all combinations. Bars inside brackets belong to them.
 */
public final class PromptMatrix {

    private static final int MOST_PARTS = 8; // 256 pictures

    private PromptMatrix() {}

    /** Whether a prompt has parts. */
    public static boolean fits(String prompt) {
        return parts(prompt).size() > 1;
    }

    /**
     * The prompts of all combinations, the one with the first part alone first.
     *
     * @throws StudioException if there are too many parts
     */
    public static List<String> prompts(String prompt) throws StudioException {
        List<String> parts = parts(prompt);
        if (parts.size() - 1 > MOST_PARTS) {
            throw new StudioException(new Problem(
                    "The prompt has %d parts that may be there or not; that is %d pictures."
                            .formatted(parts.size() - 1, 1L << (parts.size() - 1)),
                    "prompt",
                    "Use at most %d.".formatted(MOST_PARTS)));
        }
        List<String> prompts = new ArrayList<>();
        for (int choice = 0; choice < 1 << (parts.size() - 1); choice++) {
            List<String> chosen = new ArrayList<>(List.of(parts.getFirst()));
            for (int part = 1; part < parts.size(); part++) {
                if ((choice >> (part - 1) & 1) == 1) {
                    chosen.add(parts.get(part));
                }
            }
            prompts.add(String.join(", ", chosen));
        }
        return prompts;
    }

    private static List<String> parts(String prompt) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < prompt.length(); i++) {
            char c = prompt.charAt(i);
            if ("([{<".indexOf(c) >= 0) {
                depth++;
            } else if (")]}>".indexOf(c) >= 0) {
                depth--;
            } else if (c == '|' && depth <= 0) {
                parts.add(prompt.substring(from, i).strip());
                from = i + 1;
            }
        }
        parts.add(prompt.substring(from).strip());
        return parts;
    }
}
