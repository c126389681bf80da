package studio.sinopia.document;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.Skeleton;
import studio.sinopia.core.Box;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;

/** One sheet of the drawing: it becomes one condition map. Immutable; a change gives a new layer with the same id. */
public sealed interface Layer {

    /** How much of a sketch, or of what a mask covers, is painted anew when nothing else is chosen. */
    double DENOISING = 0.75;

    LayerId id();

    /** What its map says. */
    ConditionKind kind();

    Influence influence();

    /** How it stands in the list and on the screen. */
    LayerLook look();

    /** The same drawing as another layer. */
    Layer with(LayerId newId, Influence newInfluence, LayerLook newLook);

    default Layer withInfluence(Influence newInfluence) {
        return with(id(), newInfluence, look());
    }

    default Layer withLook(LayerLook newLook) {
        return with(id(), influence(), newLook);
    }

    /** The same under another id. */
    default Layer copy() {
        return with(LayerId.random(), influence(), look());
    }

    /** Whether there is nothing on it, so that it has nothing to say. */
    boolean isEmpty();

    /** The same drawing on a canvas of another size, unchanged in shape. */
    Layer resized(Size from, Size to);

    /** Everything moved, enlarged or turned alike, from one canvas to another. */
    Layer placed(Placement placement, Size from, Size to);

    /** About how much memory it takes beyond what {@code before} already takes. */
    long bytesBeyond(Optional<Layer> before);

    /** Whether the picture has to follow it. */
    default boolean isObeyed() {
        return influence().on() && influence().strength() > 0 && !isEmpty();
    }

    /** An empty layer of a kind that can be drawn. */
    static Layer empty(ConditionKind kind) {
        return switch (kind) {
            case POSE -> new Pose(LayerId.random(), Influence.STANDARD, List.of());
            case BOXES -> new Boxes(LayerId.random(), Influence.STANDARD, LayerLook.STANDARD, List.of());
            case COLOURS, INPAINT ->
                new Painting(
                        LayerId.random(),
                        kind,
                        Influence.STANDARD.withStrength(DENOISING),
                        Optional.empty(),
                        List.of());
            default -> new Painting(LayerId.random(), kind, Influence.STANDARD, Optional.empty(), List.of());
        };
    }

    /**
     * Painted or opened: lines, segments, depth, the mask of what is painted anew, a colour sketch, any map from elsewhere.
     *
     * @param kind any but pose and boxes
     * @param ground a map from elsewhere on which the marks lie, of the document's size; empty means black, and nothing for
     *     a colour sketch
     * @param marks in the order in which they were made
     */
    record Painting(
            LayerId id,
            ConditionKind kind,
            Influence influence,
            LayerLook look,
            Optional<Raster> ground,
            List<Mark> marks)
            implements Layer {

        public Painting {
            marks = List.copyOf(marks);
            if (kind == ConditionKind.POSE || kind == ConditionKind.BOXES) {
                throw new IllegalArgumentException("A layer of kind %s is not painted".formatted(kind));
            }
        }

        /** As one begins. */
        public Painting(
                LayerId id, ConditionKind kind, Influence influence, Optional<Raster> ground, List<Mark> marks) {
            this(id, kind, influence, LayerLook.STANDARD, ground, marks);
        }

        public Painting with(List<? extends Mark> fresh) {
            List<Mark> more = new ArrayList<>(marks.size() + fresh.size());
            more.addAll(marks);
            more.addAll(fresh);
            return withMarks(more);
        }

        public Painting with(Mark mark) {
            return with(List.of(mark));
        }

        public Painting withMarks(List<Mark> newMarks) {
            return new Painting(id, kind, influence, look, ground, newMarks);
        }

        public Painting withGround(Optional<Raster> newGround) {
            return new Painting(id, kind, influence, look, newGround, marks);
        }

        /**
         * Everything moved, enlarged or turned alike.
         *
         * @param size of the canvas afterwards
         */
        public Painting moved(Placement placement, Size size) {
            return new Painting(
                    id,
                    kind,
                    influence,
                    look,
                    ground.map(old -> scaled(old, placement, size)),
                    marks.stream().map(mark -> mark.moved(placement)).toList());
        }

        public Painting cleared() {
            return new Painting(id, kind, influence, look, Optional.empty(), List.of());
        }

        @Override
        public Painting with(LayerId newId, Influence newInfluence, LayerLook newLook) {
            return new Painting(newId, kind, newInfluence, newLook, ground, marks);
        }

        @Override
        public boolean isEmpty() {
            return marks.isEmpty() && ground.isEmpty();
        }

        @Override
        public Painting resized(Size from, Size to) {
            return moved(Placement.inside(from, to), to);
        }

        @Override
        public Painting placed(Placement placement, Size from, Size to) {
            return moved(placement, to);
        }

        private Raster scaled(Raster old, Placement placement, Size to) {
            var image = new BufferedImage(to.width(), to.height(), BufferedImage.TYPE_INT_ARGB);
            Graphics2D g = image.createGraphics();
            try {
                g.setRenderingHint( // colours of segments must stay exact
                        RenderingHints.KEY_INTERPOLATION,
                        kind == ConditionKind.SEGMENTS
                                ? RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR
                                : RenderingHints.VALUE_INTERPOLATION_BICUBIC);
                if (kind != ConditionKind.COLOURS) {
                    g.setColor(java.awt.Color.BLACK);
                    g.fillRect(0, 0, to.width(), to.height());
                }
                g.drawImage(old.image(), placement.transform(), null);
            } finally {
                g.dispose();
            }
            return Raster.of(image);
        }

        @Override
        public long bytesBeyond(Optional<Layer> before) {
            if (before.isPresent() && before.get() instanceof Painting older) {
                return beyond(older);
            }
            return groundBytes() + marks.stream().mapToLong(Mark::bytes).sum() + 4L * marks.size();
        }

        private long beyond(Painting older) {
            int shared = Math.min(marks.size(), older.marks.size());
            long fresh = 64 + 4L * marks.size();
            for (int i = 0; i < marks.size(); i++) {
                if (i >= shared || marks.get(i) != older.marks.get(i)) {
                    fresh += marks.get(i).bytes();
                }
            }
            return fresh + (ground.equals(older.ground) ? 0 : groundBytes());
        }

        private long groundBytes() {
            return ground.map(raster -> 4 * raster.size().area()).orElse(0L);
        }
    }

    /**
     * People as skeletons.
     *
     * @param people in drawing order; the last is in front
     */
    record Pose(LayerId id, Influence influence, LayerLook look, List<Skeleton> people) implements Layer {
        private static final long BYTES_A_PERSON = 18 * 64;

        public Pose {
            people = List.copyOf(people);
        }

        /** As one begins. */
        public Pose(LayerId id, Influence influence, List<Skeleton> people) {
            this(id, influence, LayerLook.STANDARD, people);
        }

        public Pose withPeople(List<Skeleton> newPeople) {
            return new Pose(id, influence, look, newPeople);
        }

        @Override
        public ConditionKind kind() {
            return ConditionKind.POSE;
        }

        @Override
        public Pose with(LayerId newId, Influence newInfluence, LayerLook newLook) {
            return new Pose(newId, newInfluence, newLook, people);
        }

        @Override
        public boolean isEmpty() {
            return people.isEmpty();
        }

        @Override
        public Pose resized(Size from, Size to) {
            return placed(Placement.inside(from, to), from, to);
        }

        /** Everybody moved, enlarged or turned alike. */
        public Pose moved(Placement placement, Size size) {
            return placed(placement, size, size);
        }

        @Override
        public Pose placed(Placement placement, Size from, Size to) {
            return withPeople(people.stream()
                    .map(person -> person.mapped(point -> placed(point, placement, from, to)))
                    .toList());
        }

        private static Skeleton.Point placed(Skeleton.Point point, Placement placement, Size from, Size to) {
            double x = point.x() * from.width();
            double y = point.y() * from.height();
            return new Skeleton.Point(placement.x(x, y) / to.width(), placement.y(x, y) / to.height());
        }

        @Override
        public long bytesBeyond(Optional<Layer> before) {
            return people.size() * BYTES_A_PERSON;
        }
    }

    /**
     * Places for phrases of the prompt.
     *
     * @param boxes in drawing order; the last is in front
     */
    record Boxes(LayerId id, Influence influence, LayerLook look, List<LayoutBox> boxes) implements Layer {
        public Boxes {
            boxes = List.copyOf(boxes);
        }

        public Boxes withBoxes(List<LayoutBox> newBoxes) {
            return new Boxes(id, influence, look, newBoxes);
        }

        @Override
        public ConditionKind kind() {
            return ConditionKind.BOXES;
        }

        @Override
        public Boxes with(LayerId newId, Influence newInfluence, LayerLook newLook) {
            return new Boxes(newId, newInfluence, newLook, boxes);
        }

        @Override
        public boolean isEmpty() {
            return boxes.isEmpty();
        }

        /** Boxes are fractions of the canvas and stay where they are on it. */
        @Override
        public Boxes resized(Size from, Size to) {
            return this;
        }

        /** What of a box leaves the canvas is cut off; a box of which nothing stays is gone. */
        @Override
        public Boxes placed(Placement placement, Size from, Size to) {
            return withBoxes(boxes.stream()
                    .flatMap(box -> placed(box, placement, from, to).stream())
                    .toList());
        }

        private static Optional<LayoutBox> placed(LayoutBox layout, Placement placement, Size from, Size to) {
            Box box = layout.box();
            double left = box.x() * from.width();
            double top = box.y() * from.height();
            double right = (box.x() + box.width()) * from.width();
            double bottom = (box.y() + box.height()) * from.height();
            double x0 = Math.clamp(placement.x(left, top) / to.width(), 0, 1);
            double y0 = Math.clamp(placement.y(left, top) / to.height(), 0, 1);
            double x1 = Math.clamp(placement.x(right, bottom) / to.width(), 0, 1);
            double y1 = Math.clamp(placement.y(right, bottom) / to.height(), 0, 1);
            return x0 < x1 && y0 < y1 ? Optional.of(layout.at(new Box(x0, y0, x1 - x0, y1 - y0))) : Optional.empty();
        }

        @Override
        public long bytesBeyond(Optional<Layer> before) {
            return 64 + boxes.size() * 160L;
        }
    }
}
