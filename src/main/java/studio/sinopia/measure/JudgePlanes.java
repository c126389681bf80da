package studio.sinopia.measure;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import studio.sinopia.condition.Joint;
import studio.sinopia.core.Size;
import studio.sinopia.engine.annotator.Planes;
import studio.sinopia.world.Edition;
import studio.sinopia.world.Style;
import studio.sinopia.world.Tone;

/**
 * A judge's answer, part by part. Planes come in the order of {@link Part}, as the training script writes them; the first judge has none
 * after depth.
 */
final class JudgePlanes {

    /** What a group of planes says. */
    enum Part {
        /** A logit of every class. */
        CLASSES,
        /** Logits of line art for the four pixels of the picture that each pixel covers, row by row. */
        LINES,
        /** 0 (far) … 1 (near). */
        DEPTH,
        /** A logit of each joint being here. */
        JOINTS,
        /** A logit of a thing's box having its centre here. */
        CENTRES,
        /** Width and height of that box, in fractions of the picture's. */
        EXTENTS,
        /** A logit of every colour for the thing that is here. */
        COLOURS,
        /** A logit of every style; their mean over the picture counts. */
        STYLES
    }

    private static final int AREAS = 4 + 1;
    private static final int THINGS = Joint.values().length + 1 + 2 + Tone.values().length + Style.values().length;

    private final Planes planes;
    private final Map<Part, Integer> first = new EnumMap<>(Part.class);
    private final Map<Part, Integer> counts = new EnumMap<>(Part.class);

    private JudgePlanes(Planes planes, int classes, boolean things) {
        this.planes = planes;
        int next = 0;
        for (Part part : Part.values()) {
            int count =
                    switch (part) {
                        case CLASSES -> classes;
                        case LINES -> 4;
                        case DEPTH, CENTRES -> 1;
                        case JOINTS -> Joint.values().length;
                        case EXTENTS -> 2;
                        case COLOURS -> Tone.values().length;
                        case STYLES -> Style.values().length;
                    };
            if (things || part.compareTo(Part.DEPTH) <= 0) {
                first.put(part, next);
                counts.put(part, count);
                next += count;
            }
        }
    }

    /** The parts of an answer; empty if no judge answers with so many planes. */
    static Optional<JudgePlanes> of(Planes planes) {
        int count = planes.count();
        if (Edition.ofClasses(count - AREAS - THINGS).isPresent()) {
            return Optional.of(new JudgePlanes(planes, count - AREAS - THINGS, true));
        }
        return Edition.ofClasses(count - AREAS).map(edition -> new JudgePlanes(planes, edition.classes(), false));
    }

    Size size() {
        return planes.size();
    }

    boolean has(Part part) {
        return first.containsKey(part);
    }

    int count(Part part) {
        return Objects.requireNonNull(counts.get(part));
    }

    /** The answer of the plane with this number within a part that it has. */
    float at(Part part, int plane, int x, int y) {
        return planes.at(Objects.requireNonNull(first.get(part)) + plane, x, y);
    }

    /** The plane of a part whose answer is greatest. */
    int likeliest(Part part, int x, int y) {
        int best = 0;
        for (int each = 1; each < count(part); each++) {
            if (at(part, each, x, y) > at(part, best, x, y)) {
                best = each;
            }
        }
        return best;
    }

    /** Of every plane its mean over the picture. */
    double[] means() {
        double[] means = new double[planes.count()];
        double area = planes.size().area();
        for (int plane = 0; plane < means.length; plane++) {
            for (int y = 0; y < planes.size().height(); y++) {
                for (int x = 0; x < planes.size().width(); x++) {
                    means[plane] += planes.at(plane, x, y) / area;
                }
            }
        }
        return means;
    }
}
