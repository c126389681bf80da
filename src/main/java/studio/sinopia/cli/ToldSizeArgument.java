package studio.sinopia.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import studio.sinopia.recipe.ToldSizes;

/** {@code WxH[+X+Y]} as it was typed. */
final class ToldSizeArgument {

    private static final Pattern FORM = Pattern.compile("(\\d{1,5}[xX]\\d{1,5})(?:\\+(\\d{1,5})\\+(\\d{1,5}))?");

    private ToldSizeArgument() {}

    /** @param picture what is said to have been cut out */
    static ToldSizes parse(String text, Size picture) throws StudioException {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new StudioException(new Problem(
                    "'" + text + "' is not a size with a place.",
                    "--told-size",
                    "Write width x height in pixels, for example 1536x1024 or 1536x1024+256+0."));
        }
        boolean placed = matcher.group(2) != null;
        return new ToldSizes(
                Size.parse(matcher.group(1)),
                placed ? Integer.parseInt(matcher.group(2)) : 0,
                placed ? Integer.parseInt(matcher.group(3)) : 0,
                picture);
    }
}
