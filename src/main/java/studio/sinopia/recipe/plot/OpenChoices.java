package studio.sinopia.recipe.plot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.Wording;

/**
 * Prompts that leave something open, decided by the seed: {@code {red|blue}} takes one, {@code {2$$a|b|c}} two of them with commas
 * between, {@code __animal__} a line of the file of that name. What is chosen may leave something open itself. The same
 * prompt and seed give the same words, on every machine.
 */
public final class OpenChoices {

    private static final Pattern BRACES = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern COUNT = Pattern.compile("(\\d{1,2})\\$\\$(.*)", Pattern.DOTALL);
    private static final Pattern FILE = Pattern.compile("__([\\p{L}\\p{N}][\\p{L}\\p{N} ./-]*?)__");
    private static final int MOST_CHOICES = 1000; // more is a file that names itself

    /** Where the lines of a name come from. */
    @FunctionalInterface
    public interface Lines {

        /** @throws StudioException if there is no such list */
        List<String> of(String name) throws StudioException;
    }

    private final Lines lines;

    public OpenChoices(Lines lines) {
        this.lines = lines;
    }

    /** Whether a prompt leaves something open. */
    public static boolean any(String prompt) {
        return BRACES.matcher(prompt).find() || FILE.matcher(prompt).find();
    }

    /**
     * The recipe with both prompts decided by its seed, unless every letter of them means itself.
     *
     * @throws StudioException if a list is not there, or choices go on without end
     */
    public Recipe decide(Recipe recipe) throws StudioException {
        if (recipe.wording().syntax() == Wording.Syntax.LITERAL) {
            return recipe;
        }
        return recipe.withPrompt(decide(recipe.prompt(), recipe.seed()))
                .withNegative(decide(recipe.negative(), recipe.seed()));
    }

    /**
     * The prompt with everything decided.
     *
     * @throws StudioException if a list is not there, or choices go on without end
     */
    public String decide(String prompt, long seed) throws StudioException {
        var random = new SplittableRandom(seed);
        String text = prompt;
        for (int choices = 0; any(text); choices++) {
            if (choices == MOST_CHOICES) {
                throw new StudioException(new Problem(
                        "The choices in the prompt go on without end.",
                        "prompt",
                        "Look for a list that names itself."));
            }
            Matcher braces = BRACES.matcher(text);
            Matcher file = FILE.matcher(text);
            boolean inBraces = braces.find();
            if (file.find() && (!inBraces || file.start() < braces.start())) {
                text = replaced(text, file, line(file.group(1), random));
            } else {
                text = replaced(text, braces, chosen(braces.group(1), random));
            }
        }
        return text;
    }

    private static String replaced(String text, Matcher place, String words) {
        return text.substring(0, place.start()) + words + text.substring(place.end());
    }

    private String line(String name, SplittableRandom random) throws StudioException {
        List<String> all = lines.of(name);
        if (all.isEmpty()) {
            throw new StudioException(
                    new Problem("The list '" + name + "' is empty.", "prompt", "Write one choice a line into it."));
        }
        return all.get(random.nextInt(all.size()));
    }

    private static String chosen(String inside, SplittableRandom random) {
        Matcher counted = COUNT.matcher(inside);
        int count = 1;
        String choices = inside;
        if (counted.matches()) {
            count = Integer.parseInt(counted.group(1));
            choices = counted.group(2);
        }
        List<String> all = new ArrayList<>(List.of(choices.split("\\|", -1)));
        if (count == 1) {
            return all.get(random.nextInt(all.size())).strip();
        }
        Collections.shuffle(all, random);
        return String.join(
                ", ",
                all.subList(0, Math.min(count, all.size())).stream()
                        .map(String::strip)
                        .toList());
    }
}
