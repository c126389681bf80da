package studio.sinopia.core;

/**
 * How a stored picture has to be turned to stand upright, as cameras note it (EXIF 2.32, tag 0x0112). The names say what is
 * done to the stored pixels.
 */
enum Orientation {
    AS_STORED(false, false, false),
    MIRROR(false, true, false),
    TURN_HALF(false, true, true),
    FLIP(false, false, true),
    TRANSPOSE(true, false, false),
    TURN_RIGHT(true, false, true),
    TRANSVERSE(true, true, true),
    TURN_LEFT(true, true, false);

    private final boolean swapsSides;
    private final boolean fromRight;
    private final boolean fromBottom;

    /**
     * @param swapsSides whether rows become columns
     * @param fromRight whether stored columns are counted from the right
     * @param fromBottom whether stored rows are counted from the bottom
     */
    Orientation(boolean swapsSides, boolean fromRight, boolean fromBottom) {
        this.swapsSides = swapsSides;
        this.fromRight = fromRight;
        this.fromBottom = fromBottom;
    }

    /** @param number as EXIF counts, 1 … 8; what is none of these means as stored */
    static Orientation numbered(int number) {
        return number >= 1 && number <= values().length ? values()[number - 1] : AS_STORED;
    }

    /** The picture upright. */
    Raster apply(Raster stored) {
        if (this == AS_STORED) {
            return stored;
        }
        int right = stored.width() - 1;
        int bottom = stored.height() - 1;
        int width = swapsSides ? stored.height() : stored.width();
        int height = swapsSides ? stored.width() : stored.height();
        var pixels = new int[width * height]; // as many as were stored
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int column = swapsSides ? y : x;
                int row = swapsSides ? x : y;
                pixels[y * width + x] =
                        stored.argb(fromRight ? right - column : column, fromBottom ? bottom - row : row);
            }
        }
        return Raster.of(new Size(width, height), pixels);
    }
}
