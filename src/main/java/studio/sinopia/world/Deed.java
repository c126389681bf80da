package studio.sinopia.world;

/** What somebody or something does, in the forms that captions need. */
enum Deed {
    STANDING("standing", "stands", "stand"),
    WAVING("waving", "waves", "wave"),
    CHEERING("cheering", "cheers", "cheer"),
    RAISING_ARMS("raising both arms", "raises both arms", "raise both arms"),
    WALKING("walking", "walks", "walk"),
    RUNNING("running", "runs", "run"),
    SITTING("sitting", "sits", "sit"),
    SAILING("sailing", "sails", "sail"),
    FLOATING("floating", "floats", "float"),
    FLYING("flying", "flies", "fly"),
    DRIVING("driving", "drives", "drive"),
    GRAZING("grazing", "grazes", "graze"),
    PERCHING("perching", "perches", "perch"),
    SWIMMING("swimming", "swims", "swim"),
    LEAPING("leaping out of the water", "leaps out of the water", "leap out of the water"),
    FLUTTERING("fluttering", "flutters", "flutter"),
    GROWING("growing", "grows", "grow"),
    LYING("lying", "lies", "lie"),
    JUMPING("jumping", "jumps", "jump"),
    DANCING("dancing", "dances", "dance"),
    POINTING("pointing", "points", "point"),
    KICKING("kicking", "kicks", "kick");

    private final String participle;
    private final String one;
    private final String many;

    Deed(String participle, String one, String many) {
        this.participle = participle;
        this.one = one;
        this.many = many;
    }

    String participle() {
        return participle;
    }

    /** As said of this many. */
    String finite(int count) {
        return count == 1 ? one : many;
    }
}
