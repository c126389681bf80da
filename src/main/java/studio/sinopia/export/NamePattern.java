package studio.sinopia.export;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.sinopia.core.Decimal;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Spelling;
import studio.sinopia.core.StudioException;
import studio.sinopia.recipe.Recipe;

/** Names of files made of what a picture says about itself: {@code [date]_[seed]_[prompt]}. */
public final class NamePattern {

    private static final Pattern PLACE = Pattern.compile("\\[([^\\[\\]]*)]");
    private static final int LONGEST_WORDS = 60; // characters of a prompt
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(ZoneId.systemDefault());
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH-mm-ss").withZone(ZoneId.systemDefault());

    private static final Map<String, Function<Facts, String>> PLACES = Map.ofEntries(
            Map.entry("seed", facts -> Long.toString(facts.recipe.seed())),
            Map.entry("prompt", facts -> words(facts.recipe.prompt())),
            Map.entry("model", facts -> model(facts.recipe.model())),
            Map.entry("steps", facts -> Integer.toString(facts.recipe.sampling().steps())),
            Map.entry("cfg", facts -> Decimal.plain(facts.recipe.guidance())),
            Map.entry("sampler", facts -> words(facts.recipe.sampling().sampler())),
            Map.entry("width", facts -> Integer.toString(facts.recipe.size().width())),
            Map.entry("height", facts -> Integer.toString(facts.recipe.size().height())),
            Map.entry("date", facts -> DATE.format(facts.made)),
            Map.entry("time", facts -> TIME.format(facts.made)),
            Map.entry("number", facts -> "%04d".formatted(facts.number)),
            Map.entry("name", facts -> facts.name));

    private final String pattern;

    /**
     * What a name can be made of.
     *
     * @param made when
     * @param number of the picture among those that are exported, from 1
     * @param name of the file that it had, without ending
     */
    public record Facts(Recipe recipe, Instant made, int number, String name) {}

    private NamePattern(String pattern) {
        this.pattern = pattern;
    }

    /** @throws StudioException if it names what is not known, or leads out of its folder */
    public static NamePattern parse(String pattern) throws StudioException {
        Matcher place = PLACE.matcher(pattern);
        while (place.find()) {
            if (!PLACES.containsKey(place.group(1))) {
                throw new StudioException(new Problem(
                        "A name cannot be made of [%s].".formatted(place.group(1)),
                        "--name",
                        Spelling.remedy(
                                place.group(1),
                                PLACES.keySet().stream().sorted().toList())));
            }
        }
        if (pattern.isBlank() || pattern.contains("..") || pattern.matches(".*[\\\\:*?\"<>|\\p{Cntrl}].*")) {
            throw new StudioException(
                    new Problem("'" + pattern + "' is no name for files.", "--name", "For example [date]_[seed]."));
        }
        return new NamePattern(pattern);
    }

    /** The name for a picture, without ending; slashes of the pattern make folders. */
    public String name(Facts facts) {
        return PLACE.matcher(pattern).replaceAll(place -> {
            Function<Facts, String> told =
                    Optional.ofNullable(PLACES.get(place.group(1))).orElseThrow();
            return Matcher.quoteReplacement(told.apply(facts));
        });
    }

    private static String words(String text) {
        String words = text.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-+|-+$", "");
        String cut = words.length() > LONGEST_WORDS
                ? words.substring(0, LONGEST_WORDS).replaceAll("-+$", "")
                : words;
        return cut.isEmpty() ? "picture" : cut;
    }

    private static String model(String model) {
        return model.isEmpty() ? "storybook" : words(model.replaceFirst(".*[/\\\\]", ""));
    }
}
