package studio.sinopia.ui.stack;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.core.PictureFile;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import studio.sinopia.document.LayerId;
import studio.sinopia.ui.progress.NoticeViewModel;

/** Reads a picture file as the map of a layer. */
public final class MapFile {

    private static final double MOSTLY_BRIGHT = 127;

    private final DerivingViewModel deriving;
    private final NoticeViewModel notice;
    private final Executor files;
    private final Executor fx;

    public MapFile(DerivingViewModel deriving, NoticeViewModel notice, Executor files, Executor fx) {
        this.deriving = deriving;
        this.notice = notice;
        this.files = files;
        this.fx = fx;
    }

    /** The picture becomes the map under the layer's marks; a problem becomes a notice. */
    public void open(Path file, LayerId layer) {
        files.execute(() -> {
            try {
                Raster picture = PictureFile.read(file);
                fx.execute(() -> deriving.take(layer, String.valueOf(file.getFileName()), picture));
            } catch (StudioException failure) {
                fx.execute(() -> notice.show(failure.problem()));
            }
        });
    }

    /** The middle of the picture in the shape of the canvas. Colours of segments are not mixed. */
    static Raster fitted(Raster picture, Size size, boolean smooth) {
        double scale = Math.max((double) size.width() / picture.width(), (double) size.height() / picture.height());
        int width = (int) Math.round(picture.width() * scale);
        int height = (int) Math.round(picture.height() * scale);
        var image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        try {
            g.setRenderingHint(
                    RenderingHints.KEY_INTERPOLATION,
                    smooth
                            ? RenderingHints.VALUE_INTERPOLATION_BILINEAR
                            : RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
            g.setColor(Color.BLACK);
            g.fillRect(0, 0, size.width(), size.height());
            g.drawImage(picture.image(), (size.width() - width) / 2, (size.height() - height) / 2, width, height, null);
        } finally {
            g.dispose();
        }
        return Raster.of(image);
    }

    /** The picture in opaque colours, but for sketches, which may be open; lines become grey, and white on black whichever way round they were drawn. */
    static Raster lines(Raster picture, ConditionKind kind) {
        boolean grey = kind.isLines() || kind == ConditionKind.DEPTH || kind == ConditionKind.INPAINT;
        if (!grey) {
            return kind == ConditionKind.COLOURS ? picture : picture.map(argb -> 0xff000000 | argb);
        }
        double mean = java.util.Arrays.stream(picture.pixels())
                .mapToDouble(Raster::grey)
                .average()
                .orElse(0);
        boolean inverted = kind.isLines() && mean > MOSTLY_BRIGHT;
        return picture.map(argb -> {
            int level = inverted ? 255 - Raster.grey(argb) : Raster.grey(argb);
            return 0xff000000 | level << 16 | level << 8 | level;
        });
    }
}
