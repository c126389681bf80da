package studio.sinopia.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.FitMode;
import studio.sinopia.control.ControlMode;
import studio.sinopia.document.Symmetry;
import studio.sinopia.document.pose.BodyPose;
import studio.sinopia.document.pose.Dragging;
import studio.sinopia.document.pose.HandShape;
import studio.sinopia.document.pose.PosePart;
import studio.sinopia.document.pose.PosePoint;
import studio.sinopia.recipe.SeedPolicy;
import studio.sinopia.recipe.plot.AxisKind;

class WordsTest {

    private static final Path BUNDLES = Path.of("src/main/resources/studio/sinopia/ui");
    private static final Path SOURCES = Path.of("src/main/java/studio/sinopia");

    /** A key that is said as it stands, or that goes on with a name. */
    private static final Pattern KEY = Pattern.compile("Words\\.of\\(\\s*\"([^\"]+)\"(\\s*\\+)?");

    /** A key that is a name, or begins with one. */
    private static final Pattern NAMED = Pattern.compile("Words\\.of\\(\\s*\\w+(?: \\+ \"([^\"]+)\")?");

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
    private static final Pattern PLACE = Pattern.compile("%(\\d+\\$)?[sd]");

    private final List<String> all = sources(SOURCES);
    private final List<String> window = sources(SOURCES.resolve("ui"));
    private final Properties english = read("words.properties");
    private final Properties german = read("words_de.properties");
    private final Properties terms = read("terms_de.properties");

    WordsTest() throws IOException {}

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(german.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(places(german.getProperty(key)))
                    .as("what is put into %s", key)
                    .isEqualTo(places(english.getProperty(key)));
            assertThat(german.getProperty(key)).as(key).isNotBlank();
        }
    }

    @Test
    void everyKeyHasItsTextAndEveryTextIsSaidSomewhere() {
        Set<String> said = new TreeSet<>();
        Set<String> begun = new TreeSet<>();
        for (String source : window) {
            KEY.matcher(source).results().forEach(found -> (found.group(2) == null ? said : begun).add(found.group(1)));
        }
        assertThat(english.stringPropertyNames()).containsAll(said);
        said.addAll(named());
        assertThat(english.stringPropertyNames())
                .as("texts that nobody says")
                .allMatch(key -> said.contains(key) || begun.stream().anyMatch(key::startsWith));
    }

    /** Keys made of names in hand: undo and redo, and the panels of the drawer. */
    private Set<String> named() {
        Set<String> named = new TreeSet<>();
        for (MatchResult found : found(NAMED, window)) {
            String end = found.group(1) == null ? "" : found.group(1);
            Stream.of("undo", "redo", "queue", "gallery").forEach(name -> named.add(name + end));
        }
        return named;
    }

    @Test
    void whatHasAnEnglishNameHasAGermanOne() {
        Stream.of(
                        Stream.of(ConditionKind.values()).map(ConditionKind::title),
                        Stream.of(FitMode.values()).map(FitMode::title),
                        Stream.of(ControlMode.values()).map(ControlMode::title),
                        Stream.of(Symmetry.values()).map(Symmetry::title),
                        Stream.of(SeedPolicy.RANDOM, SeedPolicy.FIXED).map(SeedPolicy::title),
                        Stream.of(AxisKind.values()).map(AxisKind::title),
                        Stream.of(Dragging.values()).flatMap(each -> Stream.of(each.title(), each.help())),
                        BodyPose.ALL.stream().map(BodyPose::title),
                        HandShape.ALL.stream().map(HandShape::title),
                        joints())
                .flatMap(Function.identity())
                .forEach(
                        name -> assertThat(terms.stringPropertyNames()).as(name).contains(Words.key(name)));
    }

    @Test
    void noNameIsTranslatedThatNothingHas() {
        Set<String> names = found(LITERAL, all).stream()
                .map(found -> Words.key(found.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
        joints().map(Words::key).forEach(names::add);
        assertThat(terms.stringPropertyNames()).allMatch(names::contains);
    }

    private static Stream<String> joints() {
        return PosePoint.all().stream()
                .filter(point -> point.part() != PosePart.FACE)
                .map(PosePoint::title);
    }

    private static List<MatchResult> found(Pattern pattern, List<String> sources) {
        return sources.stream()
                .flatMap(source -> pattern.matcher(source).results())
                .toList();
    }

    private static List<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).sorted().toList();
    }

    private static List<String> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(WordsTest::text)
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Properties read(String name) throws IOException {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(BUNDLES.resolve(name), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
