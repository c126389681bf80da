package studio.sinopia.world;

import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import studio.sinopia.condition.Joint;
import studio.sinopia.condition.Skeleton;
import studio.sinopia.condition.StorybookPalette;
import studio.sinopia.core.Box;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;

/** Draws scenes with their exact maps. Usable by several threads at once. */
public final class Illustrator {

    /** Width of a line in the line art of a picture that is 256 pixels high or wide. */
    private static final double LINE = 1.7;

    private static final int[] SEGMENT_COLOURS = StorybookPalette.PALETTE.classes().stream()
            .mapToInt(each -> each.colour().argb())
            .toArray();

    private final Size size;
    private final Grain grain = new Grain();

    /** @param size of the pictures; scenes made for another aspect are cut or leave room at the right */
    public Illustrator(Size size) {
        this.size = size;
    }

    /** Draws one scene. */
    public RenderedScene draw(SceneSpec scene) {
        try (var layers = new Layers(size)) {
            var dice = new Dice(scene.seed() ^ 0x51a0);
            double scale = size.height();
            var warp = new Warp(dice.fork(), scene.style().wobble(), scale);
            double line = LINE * Math.max(0.7, Math.min(size.width(), size.height()) / 256.0);
            var brush = new Brush(layers, warp, scene, scale, line);
            scene.sky().paint(brush, scene.aspect(), scene.land().horizon(), scene.weather(), dice.fork());
            scene.land().paint(brush, scene.aspect());
            List<Thing> things = scene.things();
            for (int i = 0; i < things.size(); i++) {
                brush.show(things.get(i).label(), scene.depth(things.get(i)), i + 1);
                things.get(i).paint(brush);
            }
            Precipitation.paint(brush, scene, dice.fork());
            grain.finish(scene, layers.picturePixels(), size.width(), dice.fork());
            return rendered(scene, layers, things, warp);
        }
    }

    private RenderedScene rendered(SceneSpec scene, Layers layers, List<Thing> things, Warp warp) {
        int[] truth = layers.truthPixels();
        int[] segments = new int[truth.length];
        int[] depth = new int[truth.length];
        var extents = new Extents(things.size());
        int width = size.width();
        for (int y = 0, i = 0; y < size.height(); y++) {
            int ground = scene.land().depth((y + 0.5) / size.height());
            for (int x = 0; x < width; x++, i++) {
                int t = truth[i];
                segments[i] = SEGMENT_COLOURS[t >> 16 & 0xff];
                int near = t >> 8 & 0xff;
                depth[i] = 0xff000000 | 0x010101 * (near == 0 ? ground : near);
                extents.add(t & 0xff, x, y);
            }
        }
        return new RenderedScene(
                scene,
                opaque(layers.picturePixels()),
                Raster.of(size, segments),
                Raster.of(size, depth),
                opaque(layers.linePixels()),
                people(things, warp, truth),
                extents.boxes(things, size),
                Captioner.captions(scene));
    }

    private Raster opaque(int[] rgb) {
        int[] argb = new int[rgb.length];
        for (int i = 0; i < rgb.length; i++) {
            argb[i] = 0xff000000 | rgb[i];
        }
        return Raster.of(size, argb);
    }

    private List<RenderedScene.Body> people(List<Thing> things, Warp warp, int[] truth) {
        List<RenderedScene.Body> people = new ArrayList<>();
        for (int i = 0; i < things.size(); i++) {
            if (things.get(i) instanceof Person person) {
                people.add(body(person, i + 1, warp, truth));
            }
        }
        return people;
    }

    private RenderedScene.Body body(Person person, int number, Warp warp, int[] truth) {
        var joints = new EnumMap<Joint, Skeleton.Point>(Joint.class);
        var visible = new EnumMap<Joint, Boolean>(Joint.class);
        person.joints().forEach((joint, point) -> {
            Point2D.Double pixel = warp.pixel(point.x, point.y);
            joints.put(joint, new Skeleton.Point(pixel.x / size.width(), pixel.y / size.height()));
            int x = (int) pixel.x;
            int y = (int) pixel.y;
            boolean inside = x >= 0 && y >= 0 && x < size.width() && y < size.height();
            visible.put(joint, inside && !person.turnedAway(joint) && (truth[y * size.width() + x] & 0xff) == number);
        });
        return new RenderedScene.Body(new Skeleton(joints), visible);
    }

    /** The smallest boxes around the visible pixels of each thing. */
    private static final class Extents {

        private final int[] left;
        private final int[] top;
        private final int[] right;
        private final int[] bottom;

        Extents(int things) {
            left = new int[things + 1];
            top = new int[things + 1];
            right = new int[things + 1];
            bottom = new int[things + 1];
            java.util.Arrays.fill(left, Integer.MAX_VALUE);
            java.util.Arrays.fill(top, Integer.MAX_VALUE);
        }

        void add(int thing, int x, int y) {
            left[thing] = Math.min(left[thing], x);
            right[thing] = Math.max(right[thing], x + 1);
            top[thing] = Math.min(top[thing], y);
            bottom[thing] = y + 1;
        }

        List<RenderedScene.LabelledBox> boxes(List<Thing> things, Size size) {
            List<RenderedScene.LabelledBox> boxes = new ArrayList<>();
            for (int i = 1; i <= things.size(); i++) {
                if (bottom[i] > 0) {
                    double w = size.width();
                    double h = size.height();
                    var box = new Box(left[i] / w, top[i] / h, (right[i] - left[i]) / w, (bottom[i] - top[i]) / h);
                    Thing thing = things.get(i - 1);
                    boxes.add(new RenderedScene.LabelledBox(thing.label(), Captioner.phrase(thing), box));
                }
            }
            return boxes;
        }
    }
}
