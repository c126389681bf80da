package studio.sinopia.recipe;

import java.util.OptionalInt;

/**
 * How the place inside a mask is painted.
 *
 * @param blur standard deviation in pixels of the picture by which the mask's edge is softened, 0 … {@value #MOST_BLUR}
 * @param content what stands inside the mask when the painting begins
 * @param padding pixels of the picture around the mask that are seen, 0 … {@value #MOST_PADDING}, where only this part is painted,
 *     at the recipe's size, and put back into the picture; empty where the whole picture is painted
 */
public record Inpainting(int blur, MaskedContent content, OptionalInt padding) {

    public static final int MOST_BLUR = 64;
    public static final int MOST_PADDING = 256;
    /** Around the mask when nothing else is said. */
    public static final int STANDARD_PADDING = 32;

    /** The mask as it is, over the whole picture. */
    public static final Inpainting PLAIN = new Inpainting(0, MaskedContent.ORIGINAL, OptionalInt.empty());
    /** What people expect when they have said nothing. */
    public static final Inpainting STANDARD = new Inpainting(4, MaskedContent.ORIGINAL, OptionalInt.empty());

    public Inpainting {
        if (blur < 0 || blur > MOST_BLUR) {
            throw new IllegalArgumentException("Mask blur needs 0 to %d, got %d".formatted(MOST_BLUR, blur));
        }
        if (padding.isPresent() && (padding.getAsInt() < 0 || padding.getAsInt() > MOST_PADDING)) {
            throw new IllegalArgumentException(
                    "Padding around the mask needs 0 to %d, got %d".formatted(MOST_PADDING, padding.getAsInt()));
        }
    }

    /** Whether only the part around the mask is painted. */
    public boolean onlyMasked() {
        return padding.isPresent();
    }
}
