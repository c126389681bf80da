package studio.sinopia.document;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.Skeleton;
import studio.sinopia.condition.SkeletonPainter;
import studio.sinopia.core.Size;

/**
 * The pixels of one layer, kept up to date from version to version: only the rectangle in which a version differs from the
 * one before is painted anew, so that a stroke in progress costs the piece that came last, however large the canvas and
 * however full the layer is. Used on one thread.
 */
public final class LayerPixels {

    private static final Rectangle NOWHERE = new Rectangle();

    private final Size size;
    private final BufferedImage image;
    private final int[] argb;
    private Optional<Layer> shown = Optional.empty();
    private Rectangle changed = NOWHERE;
    private List<Rectangle> bounds = List.of(); // of the marks that are shown

    private Optional<BufferedImage> coverage = Optional.empty(); // how far a segment's mark covers each pixel

    /** Which pixels a fill found; they are the same as long as the marks below it are. */
    private final IdentityHashMap<Mark.Fill, Region> fills = new IdentityHashMap<>();

    /** @param size of the document */
    public LayerPixels(Size size) {
        this.size = size;
        this.image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_ARGB);
        this.argb = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    public Size size() {
        return size;
    }

    /** The pixels row by row as {@code 0xAARRGGBB}: this object's own, only to be read. */
    public int[] argb() {
        return argb;
    }

    /** The rectangle in which pixels may have changed since this was asked last. */
    public Rectangle takeChanged() {
        Rectangle taken = changed;
        changed = NOWHERE;
        return taken;
    }

    /** Paints a version of the layer. */
    void show(Layer layer) {
        if (shown.filter(same -> same == layer).isPresent()) {
            return;
        }
        Rectangle different = difference(layer).intersection(new Rectangle(size.width(), size.height()));
        shown = Optional.of(layer);
        if (!different.isEmpty()) {
            paint(layer, different);
            changed = union(changed, different);
        }
    }

    private Rectangle difference(Layer next) {
        Optional<Layer> before = shown;
        if (next instanceof Layer.Painting painting) {
            List<Rectangle> old = bounds;
            Optional<Layer.Painting> known = before.filter(Layer.Painting.class::isInstance)
                    .map(Layer.Painting.class::cast)
                    .filter(same ->
                            same.kind() == painting.kind() && same.ground().equals(painting.ground()));
            int shared =
                    known.map(same -> shared(same.marks(), painting.marks())).orElse(0);
            bounds = new ArrayList<>(old.subList(0, shared));
            painting.marks().stream().skip(shared).map(Mark::bounds).forEach(bounds::add);
            if (known.isEmpty()) {
                fills.clear();
                return Outlines.EVERYWHERE;
            }
            if (shared < known.get().marks().size()) { // what lies below later fills is no longer the same
                painting.marks().stream()
                        .skip(shared + 1L)
                        .filter(Mark.Fill.class::isInstance)
                        .map(Mark.Fill.class::cast)
                        .forEach(fills::remove);
            }
            return difference(known.get().marks(), old, painting.marks(), shared);
        }
        if (next instanceof Layer.Pose pose && before.isPresent() && before.get() instanceof Layer.Pose old) {
            return around(old.people()).union(around(pose.people()));
        }
        return Outlines.EVERYWHERE;
    }

    private Rectangle difference(List<Mark> before, List<Rectangle> old, List<Mark> after, int shared) {
        Rectangle different = NOWHERE;
        for (int i = shared; i < Math.max(before.size(), after.size()); i++) {
            if (i < before.size() && i < after.size() && growing(before.get(i), after.get(i))) {
                different = union(different, grown((Mark.Stroke) before.get(i), (Mark.Stroke) after.get(i)));
            } else {
                different = i < before.size() ? union(different, reach(before.get(i), old.get(i))) : different;
                different = i < after.size() ? union(different, reach(after.get(i), bounds.get(i), i)) : different;
            }
        }
        return different;
    }

    private static Rectangle union(Rectangle a, Rectangle b) {
        return a.isEmpty() ? b : b.isEmpty() ? a : a.union(b);
    }

    /** A fill that was painted is known by its pixels. */
    private Rectangle reach(Mark mark, Rectangle bound) {
        return mark instanceof Mark.Fill fill && fills.containsKey(fill)
                ? fills.getOrDefault(fill, new Region(new int[0])).bounds()
                : bound;
    }

    /** The newest mark, if a fill, looks at what is there now. */
    private Rectangle reach(Mark mark, Rectangle bound, int index) {
        boolean next = shown.filter(layer -> layer instanceof Layer.Painting painting
                        && painting.marks().size() == index)
                .isPresent();
        if (next && mark instanceof Mark.Fill fill) {
            return region(fill).bounds();
        }
        return bound;
    }

    private static int shared(List<Mark> before, List<Mark> after) {
        int shared = 0;
        while (shared < before.size() && shared < after.size() && before.get(shared) == after.get(shared)) {
            shared++;
        }
        return shared;
    }

    private static boolean growing(Mark before, Mark after) {
        return before instanceof Mark.Stroke old
                && after instanceof Mark.Stroke now
                && old.width() == now.width()
                && old.colour().equals(now.colour());
    }

    /** Around the points in which two strokes differ. */
    private static Rectangle grown(Mark.Stroke before, Mark.Stroke after) {
        List<StrokePoint> old = before.points();
        List<StrokePoint> now = after.points();
        int same = 0;
        while (same < old.size() && same < now.size() && old.get(same).equals(now.get(same))) {
            same++;
        }
        int from = Math.max(0, same - 1);
        Rectangle different = NOWHERE;
        for (List<StrokePoint> points : List.of(old, now)) {
            if (from < points.size()) {
                different = union(different, Outlines.bounds(points.subList(from, points.size()), after.width() / 2));
            }
        }
        return different;
    }

    private Rectangle around(List<Skeleton> people) {
        List<StrokePoint> points = new ArrayList<>();
        people.forEach(person -> person.mapped(point -> {
            points.add(new StrokePoint(point.x() * size.width(), point.y() * size.height()));
            return point;
        }));
        return points.isEmpty() ? new Rectangle() : Outlines.bounds(points, SkeletonPainter.margin(size));
    }

    private void paint(Layer layer, Rectangle clip) {
        Graphics2D g = image.createGraphics();
        try {
            g.setClip(clip);
            switch (layer) {
                case Layer.Painting painting -> paint(g, painting, clip);
                case Layer.Pose pose -> SkeletonPainter.paint(g, pose.people(), size);
                case Layer.Boxes boxes -> {} // phrases say nothing in pixels
            }
        } finally {
            g.dispose();
        }
    }

    private void paint(Graphics2D g, Layer.Painting layer, Rectangle clip) {
        ground(layer, clip);
        smooth(g);
        g.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION,
                layer.kind() == ConditionKind.SEGMENTS
                        ? RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR
                        : RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        List<Mark> marks = layer.marks();
        for (int i = 0; i < marks.size(); i++) {
            if (bounds.get(i).intersects(clip)) {
                paint(g, marks.get(i), clip.intersection(bounds.get(i)), layer.kind() == ConditionKind.SEGMENTS);
            }
        }
    }

    private static void smooth(Graphics2D g) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    private void ground(Layer.Painting layer, Rectangle clip) {
        int nothing = layer.kind() == ConditionKind.COLOURS ? 0 : 0xff000000;
        for (int y = clip.y; y < clip.y + clip.height; y++) {
            int row = y * size.width();
            if (layer.ground().isPresent()) {
                layer.ground().get().copyRow(clip.x, y, clip.width, argb, row + clip.x);
            } else {
                Arrays.fill(argb, row + clip.x, row + clip.x + clip.width, nothing);
            }
        }
    }

    private void paint(Graphics2D g, Mark mark, Rectangle clip, boolean exact) {
        g.setColor(new Color(mark.colour().argb()));
        switch (mark) {
            case Mark.Fill fill ->
                region(fill).paint(argb, size.width(), clip, fill.colour().argb());
            case Mark.Patch patch ->
                patch.region().paint(argb, size.width(), clip, patch.colour().argb());
            case Mark.Pasted pasted ->
                g.drawImage(pasted.picture().image(), pasted.placement().transform(), null);
            case Mark.Gradient gradient -> {
                g.setPaint(paint(gradient));
                g.fill(clip);
            }
            case Mark.Erased erased -> {
                g.setComposite(AlphaComposite.DstOut);
                g.setColor(Color.BLACK);
                shape(erased.shape(), clip).ifPresent(g::fill);
                g.setComposite(AlphaComposite.SrcOver);
            }
            case Mark.Stroke stroke -> fill(g, Curve.outline(stroke, clip), stroke, clip, exact);
            case Mark.Polygon polygon -> fill(g, Outlines.closedPath(polygon.corners()), polygon, clip, exact);
            case Mark.Text text -> fill(g, Letters.outline(text), text, clip, exact);
        }
    }

    private void fill(Graphics2D g, Shape shape, Mark mark, Rectangle clip, boolean exact) {
        if (exact) {
            fillExactly(shape, mark.colour().argb(), clip);
        } else {
            g.fill(shape);
        }
    }

    /**
     * Paints the pixels that are covered by half or more, none of them mixed. Java2D's own unsmoothed edges depend on the
     * clip, its coverage does not.
     */
    private void fillExactly(Shape shape, int colour, Rectangle clip) {
        BufferedImage covered =
                coverage.orElseGet(() -> new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_BYTE_GRAY));
        coverage = Optional.of(covered);
        Graphics2D g = covered.createGraphics();
        try {
            g.setClip(clip);
            g.setColor(Color.BLACK);
            g.fill(clip);
            smooth(g);
            g.setColor(Color.WHITE);
            g.fill(shape);
        } finally {
            g.dispose();
        }
        byte[] shares = ((DataBufferByte) covered.getRaster().getDataBuffer()).getData();
        for (int y = clip.y; y < clip.y + clip.height; y++) {
            for (int at = y * size.width() + clip.x; at < y * size.width() + clip.x + clip.width; at++) {
                if (shares[at] < 0) { // 128 … 255
                    argb[at] = colour;
                }
            }
        }
    }

    private static Optional<Shape> shape(Mark mark, Rectangle clip) {
        return switch (mark) {
            case Mark.Stroke stroke -> Optional.of(Curve.outline(stroke, clip));
            case Mark.Polygon polygon -> Optional.of(Outlines.closedPath(polygon.corners()));
            case Mark.Text text -> Optional.of(Letters.outline(text));
            case Mark.Fill fill -> Optional.empty();
            case Mark.Patch patch -> Optional.empty();
            case Mark.Gradient gradient -> Optional.of(clip);
            case Mark.Pasted pasted -> Optional.empty();
            case Mark.Erased erased -> shape(erased.shape(), clip);
        };
    }

    private static java.awt.Paint paint(Mark.Gradient gradient) {
        if (gradient.from().distance(gradient.to()) < 1e-3) {
            return new Color(gradient.end().argb());
        }
        return new LinearGradientPaint(
                (float) gradient.from().x(),
                (float) gradient.from().y(),
                (float) gradient.to().x(),
                (float) gradient.to().y(),
                new float[] {0, 1},
                new Color[] {
                    new Color(gradient.colour().argb()),
                    new Color(gradient.end().argb())
                });
    }

    private Region region(Mark.Fill fill) {
        return fills.computeIfAbsent(
                fill, key -> Bucket.sameColour(argb, size, (int) Math.floor(key.x()), (int) Math.floor(key.y())));
    }
}
