package studio.sinopia.recipe;

import java.util.Optional;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;

/**
 * Pixels by which a picture grows on each side.
 *
 * @param left 0 … {@value #MOST}
 * @param top 0 … {@value #MOST}
 * @param right 0 … {@value #MOST}
 * @param bottom 0 … {@value #MOST}
 */
public record Outpainting(int left, int top, int right, int bottom) {

    public static final int MOST = 8192;

    private static final double BLUR_REACH = 2.5; // standard deviations after which a softened mask is full again
    private static final int WHITE = 0xffffffff;
    private static final int BLACK = 0xff000000;

    public Outpainting {
        int smallest = Math.min(Math.min(left, top), Math.min(right, bottom));
        int largest = Math.max(Math.max(left, top), Math.max(right, bottom));
        if (smallest < 0 || largest > MOST || largest == 0) {
            throw new IllegalArgumentException("Outpainting needs 0 to %d pixels on each side and some on one, got %s"
                    .formatted(MOST, left + "," + top + "," + right + "," + bottom));
        }
    }

    /** Of the picture that has grown. */
    public Size size(Size picture) {
        return new Size(left + picture.width() + right, top + picture.height() + bottom);
    }

    /**
     * The larger picture, its edges drawn out, with a mask over what is new and as far into the old as the mask's blur reaches, so
     * that nothing of the drawn-out edges stays.
     */
    public StartPicture start(Raster picture, double strength, Inpainting inpainting) {
        Size size = size(picture.size());
        int overlap = (int) Math.ceil(BLUR_REACH * inpainting.blur());
        int[] grown = new int[Math.toIntExact(size.area())];
        int[] mask = new int[grown.length];
        for (int i = 0; i < grown.length; i++) {
            int x = i % size.width() - left;
            int y = i / size.width() - top;
            grown[i] = picture.argb(Math.clamp(x, 0, picture.width() - 1), Math.clamp(y, 0, picture.height() - 1));
            boolean anew = beyond(x, picture.width(), left, right, overlap)
                    || beyond(y, picture.height(), top, bottom, overlap);
            mask[i] = anew ? WHITE : BLACK;
        }
        return new StartPicture(Raster.of(size, grown), strength, Optional.of(Raster.of(size, mask)), inpainting);
    }

    private static boolean beyond(int place, int length, int before, int after, int overlap) {
        return (before > 0 && place < overlap) || (after > 0 && place >= length - overlap);
    }
}
