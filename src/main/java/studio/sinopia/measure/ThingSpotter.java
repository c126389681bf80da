package studio.sinopia.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import studio.sinopia.core.Box;
import studio.sinopia.measure.JudgePlanes.Part;
import studio.sinopia.world.Label;
import studio.sinopia.world.Tone;

/**
 * Finds things in a judge's answer as CenterNet does (Zhou et al., Objects as Points, 2019): where a centre is likelier than
 * all around it, with the size that is said there. The class is that of most pixels within.
 */
final class ThingSpotter {

    /** Centres below are not looked at. */
    private static final double LEAST_SURE = 0.1;

    private static final List<Label> LABELS = List.of(Label.values());
    private static final int FIRST_THING = LABELS.indexOf(Label.TREE);
    private static final List<Tone> TONES = List.of(Tone.values());
    private static final int REACH = 2;
    private static final double SMALLEST = 0.01;

    private final JudgePlanes planes;
    private final int width;
    private final int height;

    ThingSpotter(JudgePlanes planes) {
        this.planes = planes;
        width = planes.size().width();
        height = planes.size().height();
    }

    /** The surest first. */
    List<Sighting> things() {
        List<Sighting> things = new ArrayList<>();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (NetworkJudge.sigmoid(centre(x, y)) >= LEAST_SURE && isPeak(x, y)) {
                    sighting(x, y).ifPresent(things::add);
                }
            }
        }
        things.sort(Comparator.comparingDouble(Sighting::sureness).reversed());
        return things;
    }

    private float centre(int x, int y) {
        return planes.at(Part.CENTRES, 0, x, y);
    }

    /** Of equal neighbours the first is the peak. */
    private boolean isPeak(int x, int y) {
        float here = centre(x, y);
        for (int v = Math.max(0, y - REACH); v <= Math.min(height - 1, y + REACH); v++) {
            for (int u = Math.max(0, x - REACH); u <= Math.min(width - 1, x + REACH); u++) {
                boolean before = v < y || (v == y && u < x);
                if (centre(u, v) > here || (before && centre(u, v) == here)) {
                    return false;
                }
            }
        }
        return true;
    }

    private Optional<Sighting> sighting(int x, int y) {
        Box box = box((x + 0.5) / width, (y + 0.5) / height, extent(0, x, y), extent(1, x, y));
        int thing = commonest(box);
        return thing < 0
                ? Optional.empty()
                : Optional.of(
                        new Sighting(LABELS.get(thing), box, colour(thing, box), NetworkJudge.sigmoid(centre(x, y))));
    }

    private double extent(int axis, int x, int y) {
        return Math.max(SMALLEST, planes.at(Part.EXTENTS, axis, x, y));
    }

    /** The part of it that is in the picture. */
    private static Box box(double x, double y, double w, double h) {
        double left = Math.max(0, x - w / 2);
        double top = Math.max(0, y - h / 2);
        return new Box(left, top, Math.min(1, x + w / 2) - left, Math.min(1, y + h / 2) - top);
    }

    /** The number of the class that most pixels of a box have, leaving out land and sky; -1 if there is nothing else. */
    private int commonest(Box box) {
        double[] pixels = new double[LABELS.size()];
        each(box, (u, v) -> pixels[planes.likeliest(Part.CLASSES, u, v)]++);
        Arrays.fill(pixels, 0, FIRST_THING, 0);
        int best = NetworkJudge.greatest(pixels);
        return pixels[best] > 0 ? best : -1;
    }

    private Tone colour(int thing, Box box) {
        double[] logits = new double[TONES.size()];
        each(box, (u, v) -> {
            if (planes.likeliest(Part.CLASSES, u, v) == thing) {
                for (int tone = 0; tone < logits.length; tone++) {
                    logits[tone] += planes.at(Part.COLOURS, tone, u, v);
                }
            }
        });
        return TONES.get(NetworkJudge.greatest(logits));
    }

    private void each(Box box, PixelVisitor visitor) {
        int right = Math.min(width, (int) Math.ceil((box.x() + box.width()) * width));
        int foot = Math.min(height, (int) Math.ceil((box.y() + box.height()) * height));
        for (int v = (int) (box.y() * height); v < foot; v++) {
            for (int u = (int) (box.x() * width); u < right; u++) {
                visitor.visit(u, v);
            }
        }
    }

    @FunctionalInterface
    private interface PixelVisitor {
        void visit(int x, int y);
    }
}
