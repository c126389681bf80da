package studio.sinopia.condition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.sinopia.core.Colour;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;

/**
 * A list of segment classes as text: one class a line, its colour and then its name, for example {@code #06e6e6 sky} or
 * {@code 6, 230, 230 sky}. Empty lines and those that begin with {@code # } say nothing.
 */
public final class PaletteText {

    private static final int MOST_CLASSES = 4096;
    private static final Pattern HEX = Pattern.compile("(#[0-9a-fA-F]{6})[\\s,;:]+(\\S.*)");
    private static final Pattern NUMBERS =
            Pattern.compile("\\[?(\\d{1,3})[\\s,;]+(\\d{1,3})[\\s,;]+(\\d{1,3})\\]?[\\s,;:]+(\\S.*)");

    private PaletteText() {}

    /**
     * Reads a list.
     *
     * @param name of the palette
     * @param where the name under which a problem is reported
     * @throws StudioException naming the first line that is no class
     */
    public static SegmentPalette read(String text, String name, String where) throws StudioException {
        List<SegmentClass> classes = new ArrayList<>();
        Set<String> names = new HashSet<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("# ") && !line.equals("#")) {
                SegmentClass each = segment(line, where + ", line " + (i + 1));
                if (!names.add(each.name())) {
                    throw new StudioException(new Problem(
                            "The class '" + each.name() + "' is there twice.",
                            where + ", line " + (i + 1),
                            "Give every class a name of its own."));
                }
                classes.add(each);
            }
        }
        if (classes.isEmpty() || classes.size() > MOST_CLASSES) {
            throw new StudioException(new Problem(
                    "The list has %d classes.".formatted(classes.size()),
                    where,
                    "Write 1 to %d, one a line, as in \"#06e6e6 sky\".".formatted(MOST_CLASSES)));
        }
        return new SegmentPalette(name, classes);
    }

    private static SegmentClass segment(String line, String where) throws StudioException {
        Matcher hex = HEX.matcher(line);
        if (hex.matches()) {
            return new SegmentClass(hex.group(2).strip(), Colour.hex(hex.group(1)));
        }
        Matcher numbers = NUMBERS.matcher(line);
        if (numbers.matches()) {
            int red = Integer.parseInt(numbers.group(1));
            int green = Integer.parseInt(numbers.group(2));
            int blue = Integer.parseInt(numbers.group(3));
            if (Math.max(red, Math.max(green, blue)) <= 255) {
                return new SegmentClass(numbers.group(4).strip(), new Colour(red, green, blue));
            }
        }
        throw new StudioException(new Problem(
                "This is no class: '" + line + "'.", where, "Write a colour and a name, as in \"#06e6e6 sky\"."));
    }
}
