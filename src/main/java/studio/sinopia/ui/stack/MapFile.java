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
import studio.sinopia.document.Layer;
import studio.sinopia.document.LayerId;
import studio.sinopia.ui.canvas.DrawingViewModel;
import studio.sinopia.ui.progress.NoticeViewModel;

/** Reads a picture file as the map of a layer: fitted without stretching, black lines on white turned to white on black. */
public final class MapFile {

    private static final double MOSTLY_BRIGHT = 127;

    private final DrawingViewModel drawing;
    private final NoticeViewModel notice;
    private final Executor files;
    private final Executor fx;

    public MapFile(DrawingViewModel drawing, NoticeViewModel notice, Executor files, Executor fx) {
        this.drawing = drawing;
        this.notice = notice;
        this.files = files;
        this.fx = fx;
    }

    /** Lays the picture under the layer's marks; a problem becomes a notice. */
    public void open(Path file, LayerId layer) {
        files.execute(() -> {
            try {
                Raster picture = PictureFile.read(file);
                fx.execute(() -> lay(picture, layer));
            } catch (StudioException failure) {
                fx.execute(() -> notice.show(failure.problem()));
            }
        });
    }

    private void lay(Raster picture, LayerId id) {
        drawing.document()
                .find(id)
                .map(Layer::kind)
                .ifPresent(kind ->
                        drawing.openMap(id, map(picture, drawing.document().size(), kind)));
    }

    /** The picture as a map of this kind and size. */
    static Raster map(Raster picture, Size size, ConditionKind kind) {
        boolean lines = kind != ConditionKind.SEGMENTS;
        Raster fitted = fitted(picture, size, lines);
        return lines ? lines(fitted) : fitted;
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

    /** Grey, and white on black whichever way round it was drawn. */
    static Raster lines(Raster picture) {
        double mean = java.util.Arrays.stream(picture.pixels())
                .mapToDouble(Raster::grey)
                .average()
                .orElse(0);
        return picture.map(argb -> {
            int grey = mean > MOSTLY_BRIGHT ? 255 - Raster.grey(argb) : Raster.grey(argb);
            return 0xff000000 | grey << 16 | grey << 8 | grey;
        });
    }
}
