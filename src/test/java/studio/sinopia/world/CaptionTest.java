package studio.sinopia.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.sinopia.core.Box;

/** Reads captions back, without the captioner's knowledge, and looks whether the drawing bears them out. */
class CaptionTest {

    private static final int SCENES = 500;
    private static final int SECOND_SCENES = 1500;

    /** Seats of chairs and benches are so far below the tops of their backs, which may be higher than who sits there. */
    private static final double SEAT = 0.5;

    private static List<RenderedScene> scenes = List.of();

    @BeforeAll
    static void drawScenes() {
        scenes = Stream.concat(Scenes.drawn(SCENES), Scenes.second(SECOND_SCENES))
                .toList();
    }

    @Test
    void countsMatchTheBoxes() {
        int claims = 0;
        for (RenderedScene scene : scenes) {
            for (Claim claim : claims(scene)) {
                if (claim instanceof Claim.Count count) {
                    Label label = count.label();
                    int number = count.number();
                    assertThat(boxes(scene, label))
                            .as("%s in %s", claim, scene.captions())
                            .hasSize(number);
                    claims++;
                }
            }
        }
        assertThat(claims).isGreaterThan(2 * SCENES);
    }

    @Test
    void coloursAreThoseOfTheThings() {
        int claims = 0;
        for (RenderedScene scene : scenes) {
            for (Claim claim : claims(scene)) {
                if (claim instanceof Claim.Coloured coloured) {
                    Label label = coloured.label();
                    String colour = coloured.colour();
                    assertThat(scene.boxes())
                            .as("%s in %s", claim, scene.captions())
                            .filteredOn(box -> box.label() == label)
                            .allMatch(box -> box.phrase().startsWith(colour));
                    claims++;
                }
            }
        }
        assertThat(claims).isGreaterThan(SCENES);
    }

    @Test
    void relationsHoldBetweenTheBoxes() {
        Set<String> seen = new HashSet<>();
        int claims = 0;
        for (RenderedScene scene : scenes) {
            for (Claim claim : claims(scene)) {
                if (claim instanceof Claim.Stands stands) {
                    Label label = stands.label();
                    String relation = stands.relation();
                    Label other = stands.other();
                    boolean holds = holds(relation, union(scene, label), union(scene, other));
                    assertThat(holds)
                            .as(
                                    "%s in %s, seed %d",
                                    claim, scene.captions(), scene.spec().seed())
                            .isTrue();
                    seen.add(relation);
                    claims++;
                }
            }
        }
        assertThat(claims).isGreaterThan(SCENES / 4);
        assertThat(seen)
                .contains(
                        "left of",
                        "right of",
                        "beside",
                        "next to",
                        "near",
                        "in front of",
                        "behind",
                        "above",
                        "over",
                        "below",
                        "on",
                        "on top of");
    }

    private static boolean holds(String relation, Box a, Box b) {
        double ax = a.x() + a.width() / 2;
        double bx = b.x() + b.width() / 2;
        double gap = Math.max(a.x(), b.x()) - Math.min(a.x() + a.width(), b.x() + b.width());
        double aFoot = a.y() + a.height();
        double bFoot = b.y() + b.height();
        double edge = 0.02; // two pixels and a half
        return switch (relation) {
            case "left of" -> ax < bx;
            case "right of" -> ax > bx;
            case "beside", "next to", "near" -> gap < 0.2 + edge && Math.abs(aFoot - bFoot) < 0.16 + edge;
            case "in front of" -> gap < 0 && aFoot > bFoot;
            case "behind" -> gap < 0 && aFoot < bFoot;
            case "below", "under", "beneath", "underneath" -> holds("above", b, a);
            case "on", "on top of" ->
                Math.abs(ax - bx) < b.width() / 2 && aFoot > b.y() - edge && aFoot < b.y() + SEAT * b.height() + edge;
            case "above", "over" -> aFoot < b.y() + edge;
            default -> throw new IllegalArgumentException(relation);
        };
    }

    @Test
    void wordsOfTimeWeatherSeasonAndStyleAreTrue() {
        Map<String, Predicate<SceneSpec>> meanings = Map.ofEntries(
                Map.entry("sunset|dusk|in the evening", spec -> spec.time() == TimeOfDay.SUNSET),
                Map.entry("dawn|sunrise|morning", spec -> spec.time() == TimeOfDay.DAWN),
                Map.entry("at night|starry|the stars", spec -> spec.time() == TimeOfDay.NIGHT),
                Map.entry("moon|moonlight", spec -> spec.sky().moon().isPresent()),
                Map.entry("\\bday\\b|daylight", spec -> spec.time() == TimeOfDay.DAY),
                Map.entry("\\brain\\b|rainy", spec -> spec.weather() == Weather.RAIN),
                Map.entry("cloudy|overcast|under clouds", spec -> spec.weather() == Weather.CLOUDY),
                Map.entry("clear sky", spec -> spec.sky().clouds().isEmpty() && spec.weather() == Weather.CLEAR),
                Map.entry("falling snow|snows|snowy day", spec -> spec.weather() == Weather.SNOW),
                Map.entry("winter|snow", spec -> spec.season() == Season.WINTER),
                Map.entry("spring", spec -> spec.season() == Season.SPRING),
                Map.entry("summer", spec -> spec.season() == Season.SUMMER),
                Map.entry("autumn|the fall", spec -> spec.season() == Season.AUTUMN),
                Map.entry("rainbow", spec -> spec.sky().rainbow()),
                Map.entry("crayon", spec -> spec.style() == Style.CRAYON),
                Map.entry("watercolou?r", spec -> spec.style() == Style.WATERCOLOUR),
                Map.entry("flat", spec -> spec.style() == Style.FLAT),
                Map.entry("lake", spec -> spec.setting() == Setting.LAKE),
                Map.entry("river|stream", spec -> spec.setting() == Setting.RIVER),
                Map.entry("\\bsea\\b|seaside|beach|ocean", spec -> spec.setting() == Setting.SEASIDE),
                Map.entry("mountain", spec -> spec.setting() == Setting.MOUNTAINS),
                Map.entry("hills", spec -> spec.setting() == Setting.HILLS),
                Map.entry("meadow|\\bfield|countryside", spec -> spec.setting() == Setting.MEADOW),
                Map.entry("forest|wood", spec -> spec.setting() == Setting.FOREST),
                Map.entry("desert|dunes", spec -> spec.setting() == Setting.DESERT),
                Map.entry("farm|crops", spec -> spec.setting() == Setting.FARM),
                Map.entry("snowfield", spec -> spec.setting() == Setting.SNOWFIELD),
                Map.entry("harbour|quay|port\\b", spec -> spec.setting() == Setting.HARBOUR),
                Map.entry("fog|mist", spec -> spec.weather() == Weather.FOG),
                Map.entry("storm|lightning", spec -> spec.weather() == Weather.STORM),
                Map.entry("paper|collage", spec -> spec.style() == Style.PAPER),
                Map.entry("chalk|blackboard", spec -> spec.style() == Style.CHALK),
                Map.entry("pixel", spec -> spec.style() == Style.PIXEL),
                Map.entry("road", spec -> spec.setting().hasRoad()));
        meanings.forEach((words, isTrue) -> {
            Predicate<String> says = Pattern.compile(words).asPredicate();
            List<RenderedScene> told = scenes.stream()
                    .filter(scene -> scene.captions().stream().anyMatch(says))
                    .toList();
            assertThat(told).as(words).isNotEmpty();
            assertThat(told).as(words).allMatch(scene -> isTrue.test(scene.spec()));
        });
    }

    @Test
    void peopleDoWhatIsSaidOfThem() {
        Map<String, Pose.Act> deeds = Map.of(
                "waving|waves|wave", Pose.Act.WAVING,
                "walking|walks", Pose.Act.WALKING,
                "running|runs|run", Pose.Act.RUNNING,
                "both arms", Pose.Act.CHEERING);
        deeds.forEach((words, act) -> {
            List<SceneSpec> told = scenes.stream()
                    .filter(scene -> scene.captions().stream()
                            .anyMatch(caption -> caption.matches(".*\\b(?:" + words + ")\\b.*")))
                    .map(RenderedScene::spec)
                    .toList();
            assertThat(told).as(words).isNotEmpty();
            assertThat(told)
                    .as(words)
                    .allMatch(spec -> spec.cast().stream()
                            .anyMatch(group -> group.first() instanceof Person person
                                    && person.pose().act() == act));
        });
    }

    @Test
    void bothCaptionsOfASceneDifferAndAreLowerCase() {
        assertThat(scenes).allSatisfy(scene -> {
            assertThat(scene.captions()).hasSize(2).doesNotHaveDuplicates();
            assertThat(scene.captions()).allMatch(caption -> caption.matches("[a-z][a-z ,;-]*[a-z]"));
        });
    }

    @Test
    void theArticleSuitsTheNextWord() {
        List<String> captions =
                scenes.stream().flatMap(scene -> scene.captions().stream()).toList();
        assertThat(captions).noneMatch(caption -> caption.matches(".*\\ba [aeiou].*"));
        assertThat(captions).noneMatch(caption -> caption.matches(".*\\ban [^aeiou].*"));
        assertThat(captions).anyMatch(caption -> caption.contains("an orange"));
    }

    @Test
    void theVocabularyIsSmallEnoughToLearn() {
        Set<String> words = new HashSet<>();
        scenes.forEach(
                scene -> scene.captions().forEach(caption -> words.addAll(Arrays.asList(caption.split("[ ,;]+")))));
        assertThat(words.size()).isBetween(150, 600);
    }

    private static List<Claim> claims(RenderedScene scene) {
        List<Claim> claims = new ArrayList<>();
        scene.captions().forEach(caption -> claims.addAll(Claim.read(caption)));
        return claims;
    }

    private static List<Box> boxes(RenderedScene scene, Label label) {
        return scene.boxes().stream()
                .filter(box -> box.label() == label)
                .map(RenderedScene.LabelledBox::box)
                .toList();
    }

    private static Box union(RenderedScene scene, Label label) {
        List<Box> boxes = boxes(scene, label);
        double left = boxes.stream().mapToDouble(Box::x).min().orElseThrow();
        double top = boxes.stream().mapToDouble(Box::y).min().orElseThrow();
        double right =
                boxes.stream().mapToDouble(box -> box.x() + box.width()).max().orElseThrow();
        double foot =
                boxes.stream().mapToDouble(box -> box.y() + box.height()).max().orElseThrow();
        return new Box(left, top, right - left, foot - top);
    }
}
