package studio.sinopia.core;

/**
 * Width and height of a picture in pixels, both at least 1.
 *
 * @param width pixels, at least 1
 * @param height pixels, at least 1
 */
public record Size(int width, int height) {

    public Size {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("Size needs at least 1 x 1 pixel, got %d x %d".formatted(width, height));
        }
    }

    /** The number of pixels. */
    public long area() {
        return (long) width * height;
    }

    /** Reads {@code WxH}, for example {@code 512x768}; a single number means a square. */
    public static Size parse(String text) throws StudioException {
        String[] parts = text.strip().toLowerCase(java.util.Locale.ROOT).split("x", -1);
        try {
            if (parts.length == 1) {
                int side = Integer.parseInt(parts[0].strip());
                return new Size(side, side);
            }
            if (parts.length == 2) {
                return new Size(Integer.parseInt(parts[0].strip()), Integer.parseInt(parts[1].strip()));
            }
        } catch (IllegalArgumentException notNumbers) { // NumberFormatException is one of these
            throw new StudioException(unreadable(text), notNumbers);
        }
        throw new StudioException(unreadable(text));
    }

    private static Problem unreadable(String text) {
        return new Problem(
                "'" + text + "' is not a size.", "size", "Write width x height in pixels, for example 256x256.");
    }

    @Override
    public String toString() {
        return width + "x" + height;
    }
}
