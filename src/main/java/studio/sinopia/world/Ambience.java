package studio.sinopia.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** True phrases for all around the things: land, time, weather, season, style. */
final class Ambience {

    private final SceneSpec scene;
    private final Dice dice;

    Ambience(SceneSpec scene, Dice dice) {
        this.scene = scene;
        this.dice = dice;
    }

    /** Up to three phrases in a random order, one subject each. */
    List<String> some() {
        List<String> phrases = new ArrayList<>();
        if (dice.chance(0.5)) {
            phrases.add(land());
        }
        String weather = dice.chance(scene.weather() == Weather.CLEAR ? 0.2 : 0.6) ? weather() : "";
        boolean saysDay = weather.endsWith("day") || weather.endsWith("blue sky");
        if (!saysDay && dice.chance(scene.time() == TimeOfDay.DAY ? 0.25 : 0.8)) {
            phrases.add(time());
        }
        if (!weather.isEmpty()) {
            phrases.add(weather);
        }
        if (dice.chance(scene.season() == Season.WINTER ? 0.6 : 0.25)) {
            phrases.add(season());
        }
        if (dice.chance(0.16)) {
            beside().ifPresent(phrases::add);
        }
        while (phrases.size() > 3) {
            phrases.remove(dice.number(0, phrases.size() - 1));
        }
        return phrases;
    }

    String land() {
        boolean aloft = scene.cast().stream().allMatch(group -> group.first().home() == Thing.Home.AIR);
        boolean afloat = scene.cast().stream().allMatch(group -> group.first().home() == Thing.Home.WATER);
        boolean driving = scene.cast().stream().allMatch(group -> group.first().home() == Thing.Home.ROAD);
        String place =
                switch (scene.setting()) {
                    case MEADOW -> dice.pick("meadow", "field");
                    case HILLS -> "hills";
                    case MOUNTAINS -> "mountains";
                    case LAKE -> "lake";
                    case RIVER -> "river";
                    case SEASIDE -> dice.pick("sea", "sea", "beach");
                    case VILLAGE -> isVillage() ? "village" : "road";
                    case ROAD -> "road";
                    case FOREST -> "forest";
                    case DESERT -> "desert";
                    case FARM -> "farm";
                    case SNOWFIELD -> "snow";
                    case HARBOUR -> "harbour";
                };
        if (aloft) {
            return "over the " + place;
        }
        if (afloat) {
            if (place.equals("harbour")) {
                return dice.pick("in the harbour", "on the water");
            }
            return place.equals("beach") ? "near the beach" : "on the " + dice.pick(place, place, "water");
        }
        return switch (place) {
            case "meadow", "field" -> dice.chance(0.2) ? "in the countryside" : "in a " + place;
            case "hills" -> dice.pick("in the hills", "among the hills", "in front of the hills");
            case "mountains" -> dice.pick("in the mountains", "near the mountains", "with mountains in the background");
            case "lake" -> dice.pick("by a lake", "at the lake", "beside a lake", "by the water");
            case "river" -> dice.pick("by a river", "near a river", "by a stream");
            case "sea" -> dice.pick("by the sea", "at the seaside", "near the sea", "by the ocean");
            case "beach" -> dice.pick("on the beach", "at the beach");
            case "village" -> "in a village";
            case "forest" -> dice.pick("in a forest", "in the forest", "in the woods", "at the edge of a forest");
            case "desert" -> dice.pick("in the desert", "in a desert", "among sand dunes");
            case "farm" -> dice.pick("on a farm", "on farmland", "between rows of crops");
            case "snow" -> dice.pick("in the snow", "in a white winter landscape", "on a snowfield");
            case "harbour" -> dice.pick("at the harbour", "in a harbour", "by the harbour", "on the quay");
            default -> driving ? dice.pick("on the road", "on a road") : dice.pick("by a road", "near a road");
        };
    }

    private boolean isVillage() {
        return scene.extras().stream()
                        .filter(thing -> thing.label() == Label.HOUSE)
                        .count()
                > 1;
    }

    /** The land as a noun, for example {@code a meadow}. */
    String landscape() {
        boolean winter = scene.season() == Season.WINTER;
        return switch (scene.setting()) {
            case MEADOW -> winter ? "a snowy meadow" : dice.pick("a meadow", "a meadow", "a field");
            case HILLS ->
                winter ? "snowy hills" : scene.season() == Season.AUTUMN ? "hills" : dice.pick("hills", "green hills");
            case MOUNTAINS -> dice.pick("mountains", "a mountain landscape");
            case LAKE -> "a lake";
            case RIVER -> "a river";
            case SEASIDE -> dice.pick("the seaside", "a beach");
            case VILLAGE -> isVillage() ? "a village" : "a road";
            case ROAD -> "a road";
            case FOREST -> dice.pick("a forest", "a wood");
            case DESERT -> dice.pick("a desert", "sand dunes");
            case FARM -> dice.pick("a farm", "farmland");
            case SNOWFIELD -> "a snowfield";
            case HARBOUR -> dice.pick("a harbour", "a port");
        };
    }

    String time() {
        return switch (scene.time()) {
            case DAWN -> dice.pick("at dawn", "at sunrise", "in the early morning");
            case DAY -> dice.pick("by day", "during the day", "in daylight");
            case SUNSET -> dice.pick("at sunset", "at sunset", "at sunset", "in the evening", "at dusk");
            case NIGHT ->
                scene.sky().moon().isPresent() && dice.chance(0.3)
                        ? dice.pick("under a full moon", "in the moonlight")
                        : scene.sky().stars() && dice.chance(0.25)
                                ? dice.pick("under the stars", "under a starry sky", "on a starry night")
                                : "at night";
        };
    }

    private String weather() {
        boolean day = scene.time() == TimeOfDay.DAY;
        if (scene.sky().rainbow() && dice.chance(0.7)) {
            return dice.pick("with a rainbow in the sky", "under a rainbow");
        }
        return switch (scene.weather()) {
            case CLEAR -> {
                if (day && dice.chance(0.6)) {
                    yield dice.pick("on a sunny day", "on a clear day", "under a blue sky", "on a bright day");
                }
                yield switch (scene.sky().clouds().size()) {
                    case 0 -> "under a clear sky";
                    case 1 -> "with a cloud in the sky";
                    default -> "under a few clouds";
                };
            }
            case CLOUDY ->
                day
                        ? dice.pick("under a cloudy sky", "on a cloudy day", "on an overcast day")
                        : dice.pick("under a cloudy sky", "under clouds");
            case RAIN ->
                day
                        ? dice.pick("in the rain", "on a rainy day", "in pouring rain")
                        : dice.pick("in the rain", "in rainy weather");
            case SNOW ->
                day ? dice.pick("in falling snow", "on a snowy day") : dice.pick("in falling snow", "while it snows");
            case FOG -> dice.pick("in the fog", "in thick fog", "in the mist", "in misty weather");
            case STORM ->
                dice.pick("in a thunderstorm", "in a storm", "in stormy weather", "with lightning in the sky");
        };
    }

    private String season() {
        return switch (scene.season()) {
            case SPRING -> dice.pick("in spring", "in springtime");
            case SUMMER -> dice.pick("in summer", "in summertime");
            case AUTUMN -> dice.pick("in autumn", "in the fall");
            case WINTER -> dice.pick("in winter", "in winter", "in the snow");
        };
    }

    private Optional<String> beside() {
        List<String> phrases = new ArrayList<>();
        addMany(phrases, Label.FLOWER, "with flowers in the grass");
        addMany(phrases, Label.TREE, "with trees in the background");
        addMany(phrases, Label.BUSH, "with bushes");
        addMany(phrases, Label.BIRD, "with birds in the sky");
        return phrases.isEmpty() ? Optional.empty() : Optional.of(dice.pick(phrases));
    }

    private void addMany(List<String> phrases, Label label, String phrase) {
        if (scene.extras().stream().filter(thing -> thing.label() == label).count() > 1) {
            phrases.add(phrase);
        }
    }

    /** For example {@code crayon drawing}. */
    String style() {
        return switch (scene.style()) {
            case FLAT -> dice.pick("flat illustration", "flat illustration", "simple flat picture");
            case CRAYON ->
                dice.pick(
                        "crayon drawing",
                        "crayon drawing",
                        "crayon drawing",
                        "crayon picture",
                        "childlike crayon sketch");
            case WATERCOLOUR ->
                dice.pick(
                        "watercolour painting",
                        "watercolour painting",
                        "watercolour",
                        "watercolor",
                        "watercolor painting");
            case PAPER -> dice.pick("paper cut-out", "paper cut-out", "paper collage", "cut paper picture");
            case CHALK ->
                dice.pick("chalk drawing", "chalk drawing on a blackboard", "chalk picture", "blackboard drawing");
            case PIXEL -> dice.pick("pixel art", "pixel art picture", "pixel picture");
        };
    }
}
