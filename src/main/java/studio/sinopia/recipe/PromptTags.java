package studio.sinopia.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;

/**
 * A prompt without the tags by which people name LoRA files in it. {@code <lora:name>} is strength 1, {@code <lora:name:0.8>} the
 * same for all networks, {@code <lora:name:0.8:0.5>} first the text encoders' and then the U-Net's, as AUTOMATIC1111's web
 * interface has it; {@code te=0.8} and {@code unet=0.5} may stand in any order. {@code <lyco:…>} means the same.
 *
 * @param text the prompt without the tags, otherwise as it was
 * @param tags in the order in which they stand
 */
public record PromptTags(String text, List<Tag> tags) {

    private static final Pattern TAG = Pattern.compile("<(\\p{Alpha}+):([^<>]*)>");
    private static final List<String> PATCHES = List.of("lora", "lyco");
    private static final double LARGEST = 10;

    public PromptTags {
        tags = List.copyOf(tags);
    }

    /**
     * A file by name.
     *
     * @param name as on the shelf, without ending
     * @param weight for the U-Net
     * @param textWeight for the text encoders
     */
    public record Tag(String name, double weight, double textWeight) {}

    /** True if a prompt has tags, good or bad. */
    public static boolean any(String prompt) {
        return TAG.matcher(prompt).find();
    }

    /** @throws StudioException if a tag is of a kind that is not known, names nothing or has a bad weight */
    public static PromptTags read(String prompt) throws StudioException {
        List<Tag> tags = new ArrayList<>();
        var text = new StringBuilder();
        Matcher matcher = TAG.matcher(prompt);
        while (matcher.find()) {
            if (!PATCHES.contains(matcher.group(1).toLowerCase(Locale.ROOT))) {
                throw wrong(matcher.group(), "is of no kind that this program knows");
            }
            tags.add(tag(matcher.group(), matcher.group(2).split(":", -1)));
            matcher.appendReplacement(text, "");
        }
        matcher.appendTail(text);
        return new PromptTags(tags.isEmpty() ? prompt : tidy(text.toString()), tags);
    }

    /** Where a tag stood between spaces there are two now. */
    private static String tidy(String text) {
        return text.replaceAll(" {2,}", " ").strip();
    }

    private static Tag tag(String whole, String[] fields) throws StudioException {
        String name = fields[0].strip();
        if (name.isEmpty()) {
            throw wrong(whole, "names no file");
        }
        double unet = Double.NaN;
        double text = Double.NaN;
        for (int i = 1; i < fields.length; i++) {
            String field = fields[i].strip();
            if (field.startsWith("unet=")) {
                unet = number(whole, field.substring("unet=".length()));
            } else if (field.startsWith("te=")) {
                text = number(whole, field.substring("te=".length()));
            } else if (i == 1) {
                text = number(whole, field);
            } else if (i == 2) {
                unet = number(whole, field);
            } else {
                throw wrong(whole, "has more than two weights");
            }
        }
        double first = Double.isNaN(text) ? 1 : text;
        return new Tag(name, Double.isNaN(unet) ? first : unet, first);
    }

    private static double number(String whole, String text) throws StudioException {
        try {
            double number = Double.parseDouble(text);
            if (Math.abs(number) <= LARGEST) { // written so that NaN fails too
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // said below
        }
        throw wrong(whole, "has the weight '" + text + "'");
    }

    private static StudioException wrong(String tag, String why) {
        return new StudioException(new Problem(
                "The tag '%s' in the prompt %s.".formatted(tag, why),
                "prompt",
                "Write <lora:name:weight> with a weight from -10 to 10, for example <lora:ink:0.8>."));
    }
}
