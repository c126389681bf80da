package studio.sinopia.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.sinopia.core.StudioException;
import studio.sinopia.library.PatchShelf;
import studio.sinopia.recipe.WeightPatch;

/** {@code FILE[:w[:t]]} as it was typed; a file on the shelf may be called by its name. */
final class PatchArgument {

    private static final String OPTION = "--lora";
    private static final double LARGEST = 10;
    private static final String NUMBER = "[-+]?[0-9]*\\.?[0-9]+(?:[eE][-+]?[0-9]+)?";
    private static final Pattern TAIL = Pattern.compile("(.+?):(" + NUMBER + ")(?::(" + NUMBER + "))?");

    private PatchArgument() {}

    static WeightPatch parse(String text, PatchShelf shelf) throws StudioException {
        Matcher matcher = TAIL.matcher(text);
        if (Files.exists(Path.of(text)) || !matcher.matches()) { // a path may hold colons
            return new WeightPatch(shelf.find(text, OPTION).toString(), 1);
        }
        String file = shelf.find(matcher.group(1), OPTION).toString();
        double weight = Amounts.read(OPTION + " weight", matcher.group(2), -LARGEST, LARGEST);
        return matcher.group(3) == null
                ? new WeightPatch(file, weight)
                : new WeightPatch(
                        file, weight, Amounts.read(OPTION + " text weight", matcher.group(3), -LARGEST, LARGEST));
    }
}
