package studio.sinopia.condition;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Spelling;
import studio.sinopia.core.StudioException;

/**
 * What a condition map says about the picture. Titles are the words that users of other tools know (ControlNet's control
 * types); keys stand on the command line, in recipes and as folder names of a model's controls.
 */
public enum ConditionKind {
    CANNY("canny", "Canny"),
    LINEART("lineart", "Lineart"),
    SCRIBBLE("scribble", "Scribble"),
    SOFT_EDGE("softedge", "SoftEdge"),
    LINES("mlsd", "MLSD"),
    SEGMENTS("segments", "Segmentation"),
    POSE("pose", "OpenPose"),
    DEPTH("depth", "Depth"),
    NORMAL("normal", "NormalMap"),
    TILE("tile", "Tile"),
    SHUFFLE("shuffle", "Shuffle"),
    COLOUR_GRID("colourgrid", "Colour grid"),
    RECOLOUR("recolour", "Recolor"),
    INPAINT("inpaint", "Inpaint"),
    BOXES("boxes", "Layout boxes"),
    COLOURS("colours", "Colour sketch");

    private final String key;
    private final String title;

    ConditionKind(String key, String title) {
        this.key = key;
        this.title = title;
    }

    /** Lower-case name for the command line, recipes and folders. */
    public String key() {
        return key;
    }

    /** Name to show. */
    public String title() {
        return title;
    }

    /** White strokes on black, so that a drawing in black on white has to be inverted. */
    public boolean isLines() {
        return switch (this) {
            case CANNY, LINEART, SCRIBBLE, SOFT_EDGE, LINES -> true;
            case SEGMENTS, POSE, DEPTH, NORMAL, TILE, SHUFFLE, COLOUR_GRID, RECOLOUR, INPAINT, BOXES, COLOURS -> false;
        };
    }

    /** Finds a kind by its key, ignoring case. */
    public static Optional<ConditionKind> find(String key) {
        String wanted = key.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(kind -> kind.key.equals(wanted)).findFirst();
    }

    /** Whether a control network can be told to follow it; a colour sketch is what a picture begins from. */
    public boolean isFollowed() {
        return this != COLOURS;
    }

    /** A kind that can be followed by its key, or a problem that lists what there is. */
    public static ConditionKind parse(String key) throws StudioException {
        return find(key)
                .filter(ConditionKind::isFollowed)
                .orElseThrow(() -> new StudioException(new Problem(
                        "There is no control kind '" + key + "'.",
                        "control",
                        Spelling.remedy(
                                key,
                                Arrays.stream(values())
                                        .filter(ConditionKind::isFollowed)
                                        .map(ConditionKind::key)
                                        .toList()))));
    }
}
