package studio.sinopia.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.ConditionMap;
import studio.sinopia.condition.FitMode;
import studio.sinopia.condition.Fitting;
import studio.sinopia.condition.SkeletonPainter;
import studio.sinopia.core.PictureFile;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import studio.sinopia.document.Influence;
import studio.sinopia.document.Layer;
import studio.sinopia.document.LayerId;
import studio.sinopia.document.pose.OpenPoseJson;

/** Reads a condition map from a picture, brings it into the form that models expect, and says what had to be changed. */
final class MapReader {

    /** Lightness of the border, 0 … 255, from which on a map of lines is a drawing on white paper. */
    private static final double PAPER = 127.5;

    private final Console console;
    private final StartMaker begin;

    /** @param begin knows the mask of the start picture */
    MapReader(Console console, StartMaker begin) {
        this.console = console;
        this.begin = begin;
    }

    ConditionMap read(ConditionKind kind, Path file, Size canvas) throws StudioException {
        if (kind == ConditionKind.POSE && file.toString().endsWith(".json")) {
            return pose(file, canvas);
        }
        if (kind == ConditionKind.INPAINT) {
            return new ConditionMap(kind, withHoles(file, canvas));
        }
        Raster raster = onPaper(kind, PictureFile.read(file));
        if (kind.isLines() && isOnWhite(raster)) {
            console.note(file + ": drawn dark on light, so it is inverted; maps of lines are white on black.");
            raster = raster.map(argb -> (~argb & 0xffffff) | 0xff000000);
        }
        if (!raster.size().equals(canvas)) {
            console.note(fittingNote(file, raster.size(), canvas));
        }
        return Fitting.map(new ConditionMap(kind, raster), canvas, FitMode.CROP);
    }

    /** People in OpenPose's JSON, drawn as the window draws them; from another canvas they keep their shape. */
    private static ConditionMap pose(Path file, Size canvas) throws StudioException {
        String json;
        try {
            json = Files.readString(file);
        } catch (IOException unreadable) {
            throw new StudioException(
                    new Problem(
                            "The pose cannot be read.",
                            file.toString(),
                            "Check that the file is there and is a text that you may read."),
                    unreadable);
        }
        OpenPoseJson.Sheet sheet = OpenPoseJson.read(json, canvas, file.toString());
        var layer = new Layer.Pose(LayerId.random(), Influence.STANDARD, sheet.people());
        Layer.Pose fitting =
                sheet.canvas().map(from -> layer.resized(from, canvas)).orElse(layer);
        return new ConditionMap(ConditionKind.POSE, SkeletonPainter.paint(fitting.people(), canvas));
    }

    /** A picture that is transparent where it is to be painted anew: as the file says, or as the mask of the start picture does. */
    private Raster withHoles(Path file, Size canvas) throws StudioException {
        Raster picture = PictureFile.read(file);
        if (!picture.size().equals(canvas)) {
            console.note(fittingNote(file, picture.size(), canvas));
        }
        int[] pixels = Fitting.picture(picture, canvas, FitMode.CROP).pixels();
        Optional<Raster> mask = begin.mask(canvas);
        boolean holes = mask.isPresent();
        for (int i = 0; i < pixels.length; i++) {
            if (mask.isPresent()) {
                int white = Raster.grey(mask.get().argb(i % canvas.width(), i / canvas.width()));
                pixels[i] = (pixels[i] & 0xffffff) | ((255 - white) << 24);
            }
            holes |= pixels[i] >>> 24 < 255;
        }
        if (!holes) {
            throw new StudioException(new Problem(
                    "The picture has no transparent place to be painted anew, and there is no mask.",
                    file.toString(),
                    "Choose a picture with a transparent place, or name a mask with --mask."));
        }
        return Raster.of(canvas, pixels);
    }

    static String fittingNote(Path file, Size from, Size to) {
        return "%s: %s, scaled and cropped to the canvas of %s.".formatted(file, from, to);
    }

    /** Transparent places of a drawing are paper: white if the strokes are dark, else black. */
    private static Raster onPaper(ConditionKind kind, Raster raster) {
        long weight = 0;
        double light = 0;
        int[] pixels = raster.pixels();
        for (int argb : pixels) {
            weight += argb >>> 24;
            light += (double) (argb >>> 24) * Raster.grey(argb);
        }
        boolean opaque = weight == 255L * pixels.length;
        if (opaque) {
            return raster;
        }
        int paper = kind.isLines() && light < PAPER * weight ? 255 : 0;
        return raster.map(argb -> over(argb, paper));
    }

    private static int over(int argb, int paper) {
        int alpha = argb >>> 24;
        int result = 0xff;
        for (int shift = 16; shift >= 0; shift -= 8) {
            result = result << 8 | ((argb >> shift & 0xff) * alpha + paper * (255 - alpha) + 127) / 255;
        }
        return result;
    }

    /** Both the border and the whole are light; a dense map of white lines has a dark border or a dark mean. */
    private static boolean isOnWhite(Raster raster) {
        double sum = 0;
        double border = 0;
        int borderPixels = 0;
        for (int y = 0; y < raster.height(); y++) {
            for (int x = 0; x < raster.width(); x++) {
                int grey = Raster.grey(raster.argb(x, y));
                sum += grey;
                if (x == 0 || y == 0 || x == raster.width() - 1 || y == raster.height() - 1) {
                    border += grey;
                    borderPixels++;
                }
            }
        }
        return sum / raster.size().area() > PAPER && border / borderPixels > PAPER;
    }
}
