package studio.sinopia.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a caption says of things, read back from its words alone. */
sealed interface Claim {

    /** There are this many. */
    record Count(Label label, int number) implements Claim {}

    /** They have this colour. */
    record Coloured(Label label, String colour) implements Claim {}

    /** The one stands so to the other. */
    record Stands(Label label, String relation, Label other) implements Claim {}

    Map<String, Label> NOUNS = Map.ofEntries(
            noun("house|houses|home|homes|cottage|cottages|hut|huts", Label.HOUSE),
            noun("castle", Label.CASTLE),
            noun("pine tree|pine trees|bare tree|bare trees|tree|trees|pine|pines|fir|firs", Label.TREE),
            noun("bush|bushes", Label.BUSH),
            noun("flower|flowers", Label.FLOWER),
            noun("sailing boat|sailing boats|boat|boats|sailboat|sailboats", Label.BOAT),
            noun("car|cars", Label.CAR),
            noun("man|men|woman|women|person|people|boy|boys|girl|girls|child|children|kid|kids", Label.PERSON),
            noun("cat|cats|kitten|kittens", Label.CAT),
            noun("dog|dogs|puppy|puppies", Label.DOG),
            noun("sheep|lamb|lambs", Label.SHEEP),
            noun("bird|birds", Label.BIRD),
            noun("hot-air balloon|hot-air balloons|balloon|balloons", Label.BALLOON),
            noun("kite|kites", Label.KITE),
            noun("horse|horses", Label.HORSE),
            noun("cow|cows", Label.COW),
            noun("pig|pigs", Label.PIG),
            noun("rabbit|rabbits|hare|hares|bunny|bunnies", Label.RABBIT),
            noun("fox|foxes", Label.FOX),
            noun("bear|bears", Label.BEAR),
            noun("owl|owls", Label.OWL),
            noun("duck|ducks", Label.DUCK),
            noun("fish", Label.FISH),
            noun("butterfly|butterflies", Label.BUTTERFLY),
            noun("mushroom|mushrooms|toadstool|toadstools", Label.MUSHROOM),
            noun("palm tree|palm trees|palm|palms", Label.PALM),
            noun("cactus|cacti", Label.CACTUS),
            noun("pumpkin|pumpkins", Label.PUMPKIN),
            noun("windmill|windmills|mill|mills", Label.WINDMILL),
            noun("lighthouse|lighthouses", Label.LIGHTHOUSE),
            noun("church|churches|chapel|chapels", Label.CHURCH),
            noun("barn|barns", Label.BARN),
            noun("tent|tents", Label.TENT),
            noun("well|wells", Label.WELL),
            noun("bridge|stone bridge", Label.BRIDGE),
            noun("bench|benches", Label.BENCH),
            noun("lamp post|lamp posts|street lamp|street lamps|lantern|lanterns|lamp|lamps", Label.LAMP),
            noun("table|tables", Label.TABLE),
            noun("chair|chairs", Label.CHAIR),
            noun("umbrella|umbrellas|parasol|parasols", Label.UMBRELLA),
            noun("snowman|snowmen", Label.SNOWMAN),
            noun("bicycle|bicycles|bike|bikes", Label.BICYCLE),
            noun("train|steam train", Label.TRAIN),
            noun("bus|buses", Label.BUS),
            noun("tractor|tractors", Label.TRACTOR),
            noun("plane|planes|aeroplane|aeroplanes|airplane|airplanes", Label.AEROPLANE),
            noun("ship|ships|sailing ship|sailing ships", Label.SHIP));

    String COLOUR = "red|orange|yellow|green|blue|purple|pink|white|brown|grey|black";

    String NAMED = "(?<%1$snumber>an?|two|three) (?:(?:small|little|tiny|big|large|huge|tall) )?"
            + "(?:(?<%1$scolour>" + COLOUR + ") )?(?<%1$snoun>"
            + NOUNS.keySet().stream().sorted((a, b) -> b.length() - a.length()).collect(Collectors.joining("|"))
            + ")\\b";

    Pattern ONE = Pattern.compile("\\b" + NAMED.formatted("", "", ""));

    /** Between a thing and its relation may stand what it does and wears, but no other thing. */
    Pattern TWO = Pattern.compile("\\b" + NAMED.formatted("a") + "(?<between>(?: (?!and\\b)[a-z]+){0,8}?) "
            + "(?<relation>left of|right of|beside|next to|near|in front of|behind|above|over|below|under|beneath|underneath|on|on top of) "
            + NAMED.formatted("b"));

    private static Map.Entry<String, Label> noun(String words, Label label) {
        return Map.entry(words, label);
    }

    static List<Claim> read(String caption) {
        List<Claim> claims = new ArrayList<>();
        Stream<MatchResult> named = ONE.matcher(caption).results();
        named.forEach(match -> {
            Label label = label(match.group("noun"));
            claims.add(new Count(label, number(match.group("number"))));
            if (match.group("colour") != null) {
                claims.add(new Coloured(label, match.group("colour")));
            }
        });
        TWO.matcher(caption)
                .results()
                .filter(match -> !ONE.matcher(match.group("between")).find())
                .map(match ->
                        new Stands(label(match.group("anoun")), match.group("relation"), label(match.group("bnoun"))))
                .forEach(claims::add);
        return claims;
    }

    private static Label label(String noun) {
        return NOUNS.entrySet().stream()
                .filter(entry -> List.of(entry.getKey().split("\\|")).contains(noun))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    private static int number(String word) {
        return switch (word) {
            case "two" -> 2;
            case "three" -> 3;
            default -> 1;
        };
    }
}
