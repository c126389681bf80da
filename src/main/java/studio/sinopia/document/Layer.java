package studio.sinopia.document;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.Skeleton;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;

/** One sheet of the drawing: it becomes one condition map. Immutable; a change gives a new layer with the same id. */
public sealed interface Layer {

    LayerId id();

    /** What its map says. */
    ConditionKind kind();

    Influence influence();

    Layer withInfluence(Influence newInfluence);

    /** Whether there is nothing on it, so that it has nothing to say. */
    boolean isEmpty();

    /** The same drawing on a canvas of another size, unchanged in shape. */
    Layer resized(Size from, Size to);

    /** About how much memory it takes beyond what {@code before} already takes. */
    long bytesBeyond(Optional<Layer> before);

    /** Whether the picture has to follow it. */
    default boolean isObeyed() {
        return influence().on() && influence().strength() > 0 && !isEmpty();
    }

    /** An empty layer of a kind that can be drawn. */
    static Layer empty(ConditionKind kind) {
        return kind == ConditionKind.POSE
                ? new Pose(LayerId.random(), Influence.STANDARD, List.of())
                : new Painting(LayerId.random(), kind, Influence.STANDARD, Optional.empty(), List.of());
    }

    /**
     * Lines or segments, drawn by hand.
     *
     * @param kind of lines, or segments
     * @param ground a map from elsewhere on which the marks lie, of the document's size; empty means black
     * @param marks in the order in which they were made
     */
    record Painting(LayerId id, ConditionKind kind, Influence influence, Optional<Raster> ground, List<Mark> marks)
            implements Layer {

        public Painting {
            marks = List.copyOf(marks);
            if (!kind.isLines() && kind != ConditionKind.SEGMENTS) {
                throw new IllegalArgumentException("A painted layer needs lines or segments, got " + kind);
            }
        }

        public Painting with(Mark mark) {
            List<Mark> more = new ArrayList<>(marks.size() + 1);
            more.addAll(marks);
            more.add(mark);
            return new Painting(id, kind, influence, ground, more);
        }

        public Painting withGround(Optional<Raster> newGround) {
            return new Painting(id, kind, influence, newGround, marks);
        }

        public Painting cleared() {
            return new Painting(id, kind, influence, Optional.empty(), List.of());
        }

        @Override
        public Painting withInfluence(Influence newInfluence) {
            return new Painting(id, kind, newInfluence, ground, marks);
        }

        @Override
        public boolean isEmpty() {
            return marks.isEmpty() && ground.isEmpty();
        }

        @Override
        public Painting resized(Size from, Size to) {
            Placement placement = Placement.inside(from, to);
            return new Painting(
                    id,
                    kind,
                    influence,
                    ground.map(old -> scaled(old, placement, to)),
                    marks.stream().map(mark -> mark.moved(placement)).toList());
        }

        private Raster scaled(Raster old, Placement placement, Size to) {
            var image = new BufferedImage(to.width(), to.height(), BufferedImage.TYPE_INT_ARGB);
            Graphics2D g = image.createGraphics();
            try {
                g.setRenderingHint( // colours of segments must stay exact
                        RenderingHints.KEY_INTERPOLATION,
                        kind.isLines()
                                ? RenderingHints.VALUE_INTERPOLATION_BICUBIC
                                : RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
                g.setColor(java.awt.Color.BLACK);
                g.fillRect(0, 0, to.width(), to.height());
                int width = (int) Math.round(old.width() * placement.scale());
                int height = (int) Math.round(old.height() * placement.scale());
                int x = (int) Math.round(placement.dx());
                int y = (int) Math.round(placement.dy());
                g.drawImage(old.image(), x, y, width, height, null);
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
    record Pose(LayerId id, Influence influence, List<Skeleton> people) implements Layer {
        private static final long BYTES_A_PERSON = 18 * 64;

        public Pose {
            people = List.copyOf(people);
        }

        public Pose withPeople(List<Skeleton> newPeople) {
            return new Pose(id, influence, newPeople);
        }

        @Override
        public ConditionKind kind() {
            return ConditionKind.POSE;
        }

        @Override
        public Pose withInfluence(Influence newInfluence) {
            return new Pose(id, newInfluence, people);
        }

        @Override
        public boolean isEmpty() {
            return people.isEmpty();
        }

        @Override
        public Pose resized(Size from, Size to) {
            Placement placement = Placement.inside(from, to);
            return withPeople(people.stream()
                    .map(person -> Figures.mapped(
                            person,
                            point -> new Skeleton.Point(
                                    placement.x(point.x() * from.width()) / to.width(),
                                    placement.y(point.y() * from.height()) / to.height())))
                    .toList());
        }

        @Override
        public long bytesBeyond(Optional<Layer> before) {
            return people.size() * BYTES_A_PERSON;
        }
    }
}
