package studio.sinopia.world;

import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import studio.sinopia.condition.Joint;
import studio.sinopia.condition.Skeleton;
import studio.sinopia.condition.StorybookPalette;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;

/** Draws scenes with their exact maps. Usable by several threads at once. */
public final class Illustrator {

    /** Width in pixels of a line in the line art, where the picture's shorter side has this many. */
    private static final double LINE = 1.7;

    private static final double LINE_SIDE = 256;
    private static final double THINNEST = 0.7;

    /** Widths of whole pixels cannot always meet a scene's aspect exactly. */
    private static final double ROUNDING = 0.02;

    private static final int[] SEGMENT_COLOURS = StorybookPalette.PALETTE.classes().stream()
            .mapToInt(each -> each.colour().argb())
            .toArray();

    private final Size size;
    private final Grain grain = new Grain();

    /** @param size of the pictures; scenes must have been composed for its aspect */
    public Illustrator(Size size) {
        this.size = size;
    }

    /** Draws one scene. */
    public RenderedScene draw(SceneSpec scene) {
        double aspect = (double) size.width() / size.height();
        if (Math.abs(aspect - scene.aspect()) > ROUNDING) {
            throw new IllegalArgumentException("Scene %d is composed for an aspect of %.3f, the picture is %s"
                    .formatted(scene.seed(), scene.aspect(), size));
        }
        try (var layers = new Layers(size)) {
            var dice = new Dice(scene.seed() ^ 0x51a0);
            double scale = size.height();
            double line = LINE * Math.max(THINNEST, Math.min(size.width(), size.height()) / LINE_SIDE);
            var warp = new Warp(dice.fork(), scene.style().wobble(), scale);
            List<Thing> things = scene.things();
            paint(scene, things, new Brush(layers, warp, scene, scale, line), dice);
            if (scene.edition() != Edition.FIRST) {
                Reflection.paint(scene, layers.picturePixels(), layers.truthPixels(), size.width());
            }
            if (scene.weather() == Weather.FOG) {
                veil(scene, layers);
            }
            grain.finish(scene, layers.picturePixels(), size.width(), dice.fork());
            return rendered(scene, layers, things, warp);
        }
    }

    /** Numbers things from 1 in the order in which they are drawn: far ones first. */
    private static void paint(SceneSpec scene, List<Thing> things, Brush brush, Dice dice) {
        scene.sky().paint(brush, scene.aspect(), scene.land().horizon(), scene.weather(), dice.fork());
        scene.land().paint(brush, scene.aspect());
        for (int i = 0; i < things.size(); i++) {
            Thing thing = things.get(i);
            brush.show(thing.label(), scene.depth(thing), i + 1);
            thing.paint(brush);
        }
        Precipitation.paint(brush, scene, dice.fork());
    }

    private RenderedScene rendered(SceneSpec scene, Layers layers, List<Thing> things, Warp warp) {
        int[] truth = layers.truthPixels();
        int[] segments = new int[truth.length];
        int[] depth = new int[truth.length];
        int[] instances = new int[truth.length];
        var extents = new Extents(things.size());
        for (int y = 0, i = 0; y < size.height(); y++) {
            int ground = scene.land().depth((y + 0.5) / size.height());
            for (int x = 0; x < size.width(); x++, i++) {
                int near = Layers.depth(truth[i]);
                segments[i] = SEGMENT_COLOURS[Layers.label(truth[i])];
                depth[i] = 0xff000000 | 0x010101 * (near == 0 ? ground : near);
                instances[i] = 0xff000000 | 0x010101 * Layers.thing(truth[i]);
                extents.add(Layers.thing(truth[i]), x, y);
            }
        }
        return new RenderedScene(
                scene,
                opaque(layers.picturePixels()),
                Raster.of(size, segments),
                Raster.of(size, depth),
                opaque(layers.linePixels()),
                opaque(layers.scribblePixels()),
                Raster.of(size, instances),
                people(things, warp, truth),
                boxes(things, extents),
                Captioner.captions(scene));
    }

    /** Fog: the farther, the paler. */
    private void veil(SceneSpec scene, Layers layers) {
        int[] picture = layers.picturePixels();
        int[] truth = layers.truthPixels();
        int pale = scene.light().skyLow();
        for (int i = 0; i < picture.length; i++) {
            int near = Layers.depth(truth[i]);
            int row = i / size.width();
            double y = (double) row / size.height();
            double far = 1 - (near == 0 ? scene.land().depth(y) : near) / 255.0;
            picture[i] = Pigment.mix(picture[i], pale, Math.min(0.72, 0.85 * far * far));
        }
    }

    private Raster opaque(int[] rgb) {
        int[] argb = new int[rgb.length];
        for (int i = 0; i < rgb.length; i++) {
            argb[i] = 0xff000000 | rgb[i];
        }
        return Raster.of(size, argb);
    }

    private List<RenderedScene.LabelledBox> boxes(List<Thing> things, Extents extents) {
        List<RenderedScene.LabelledBox> boxes = new ArrayList<>();
        for (int i = 0; i < things.size(); i++) {
            Thing thing = things.get(i);
            extents.box(i + 1, size)
                    .map(box -> new RenderedScene.LabelledBox(thing.label(), Captioner.phrase(thing), box))
                    .ifPresent(boxes::add);
        }
        return boxes;
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
        person.figure().joints().forEach((joint, point) -> {
            Point2D.Double pixel = warp.pixel(point.x(), point.y());
            joints.put(joint, new Skeleton.Point(pixel.x / size.width(), pixel.y / size.height()));
            visible.put(joint, !person.turnsAway(joint) && shows(pixel, number, truth));
        });
        return new RenderedScene.Body(new Skeleton(joints), visible);
    }

    private boolean shows(Point2D.Double pixel, int thing, int[] truth) {
        int x = (int) Math.floor(pixel.x);
        int y = (int) Math.floor(pixel.y);
        boolean inside = x >= 0 && y >= 0 && x < size.width() && y < size.height();
        return inside && Layers.thing(truth[y * size.width() + x]) == thing;
    }
}
