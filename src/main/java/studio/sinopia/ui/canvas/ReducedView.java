package studio.sinopia.ui.canvas;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.image.ImageView;
import studio.sinopia.core.Size;
import studio.sinopia.ui.fx.RasterImage;

/**
 * Shows an image smaller than it is. The toolkit paints a whole image anew, and makes it smaller again, whenever one pixel of
 * it has changed; here it is made smaller once, in tiles of its own, so that a stroke costs only the tiles that it touches.
 */
final class ReducedView extends Group {

    private static final int SIDE = 128; // pixels of the screen
    private static final int WORTH_SHARING = 1 << 16; // pixels from which on both cores make them
    private static final int SAMPLES = 3; // along each side, at least; more would not be seen

    private final List<Tile> tiles = new ArrayList<>();
    private Size shown = new Size(1, 1);

    /** A rectangle of the screen, in pixels from the corner of the image. */
    private record Tile(Rectangle place, RasterImage image, ImageView view) {}

    /**
     * Shows an image, or what has changed of it.
     *
     * @param source premultiplied, in document pixels
     * @param changed since it was shown last, in document pixels
     * @param reduced size on the screen, in its pixels, not larger than the source
     * @param density pixels of the screen for each unit of the scene
     */
    void show(RasterImage source, Rectangle changed, Size reduced, double density) {
        Rectangle stale = scaled(changed, source.size(), reduced);
        if (tiles.isEmpty() || !reduced.equals(shown)) {
            lay(reduced, density);
            stale = new Rectangle(reduced.width(), reduced.height());
        }
        Rectangle touched = stale;
        boolean many = (long) stale.width * stale.height > WORTH_SHARING;
        (many ? tiles.parallelStream() : tiles.stream())
                .filter(tile -> tile.place.intersects(touched))
                .forEach(tile -> reduce(source, reduced, tile, tile.place.intersection(touched)));
        for (Tile tile : tiles) {
            if (tile.place.intersects(touched)) {
                Rectangle part = tile.place.intersection(touched);
                tile.image.changed(part.x - tile.place.x, part.y - tile.place.y, part.width, part.height);
            }
        }
    }

    /** As the opacity of the whole, but without a buffer for it: no tile covers another. */
    void fade(double opacity) {
        tiles.forEach(tile -> tile.view.setOpacity(opacity));
    }

    /** Forgets the image. */
    void clear() {
        tiles.clear();
        getChildren().clear();
    }

    private void lay(Size reduced, double density) {
        clear();
        shown = reduced;
        for (int y = 0; y < reduced.height(); y += SIDE) {
            for (int x = 0; x < reduced.width(); x += SIDE) {
                var place =
                        new Rectangle(x, y, Math.min(SIDE, reduced.width() - x), Math.min(SIDE, reduced.height() - y));
                var image = new RasterImage(new Size(place.width, place.height));
                var view = new ImageView(image.image());
                view.setSmooth(false); // pixel for pixel
                view.setX(x / density);
                view.setY(y / density);
                view.setFitWidth(place.width / density);
                view.setFitHeight(place.height / density);
                tiles.add(new Tile(place, image, view));
                getChildren().add(view);
            }
        }
    }

    private static Rectangle scaled(Rectangle changed, Size from, Size to) {
        if (changed.isEmpty()) {
            return new Rectangle();
        }
        int left = (int) Math.floor((double) changed.x * to.width() / from.width()) - 1;
        int top = (int) Math.floor((double) changed.y * to.height() / from.height()) - 1;
        int right = (int) Math.ceil((double) (changed.x + changed.width) * to.width() / from.width()) + 1;
        int bottom = (int) Math.ceil((double) (changed.y + changed.height) * to.height() / from.height()) + 1;
        return new Rectangle(left, top, right - left, bottom - top);
    }

    /** Each pixel becomes the mean of those it covers, or of a grid among them where they are many. */
    private static void reduce(RasterImage source, Size reduced, Tile tile, Rectangle part) {
        int[] from = source.pixels();
        int[] to = tile.image.pixels();
        int width = source.size().width();
        int height = source.size().height();
        int stepX = Math.max(1, width / reduced.width() / SAMPLES);
        int stepY = Math.max(1, height / reduced.height() / SAMPLES);
        for (int y = part.y; y < part.y + part.height; y++) {
            int top = (int) ((long) y * height / reduced.height());
            int bottom = (int) ((long) (y + 1) * height / reduced.height());
            int at = (y - tile.place.y) * tile.place.width + part.x - tile.place.x;
            for (int x = part.x; x < part.x + part.width; x++) {
                int left = (int) ((long) x * width / reduced.width());
                int right = (int) ((long) (x + 1) * width / reduced.width());
                to[at++] = mean(from, width, left, top, right, bottom, stepX, stepY);
            }
        }
    }

    private static int mean(int[] pixels, int width, int left, int top, int right, int bottom, int stepX, int stepY) {
        int alpha = 0;
        int red = 0;
        int green = 0;
        int blue = 0;
        int count = 0;
        for (int y = top; y < bottom; y += stepY) {
            for (int i = y * width + left; i < y * width + right; i += stepX) {
                int pixel = pixels[i];
                alpha += pixel >>> 24;
                red += pixel >> 16 & 0xff;
                green += pixel >> 8 & 0xff;
                blue += pixel & 0xff;
                count++;
            }
        }
        return ((alpha / count) << 24) | ((red / count) << 16) | ((green / count) << 8) | (blue / count);
    }
}
