package studio.sinopia.measure;

import java.util.Optional;
import java.util.stream.Stream;
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
        /** A logit of every class; how many there are, the edition says. */
        CLASSES,
        /** Logits of line art for the four pixels of the picture that each pixel covers, row by row. */
        LINES(CLASSES, 4),
        /** 0 (far) … 1 (near). */
        DEPTH(LINES, 1),
        /** A logit of each joint being here. */
        JOINTS(DEPTH, Joint.values().length),
        /** A logit of a thing's box having its centre here. */
        CENTRES(JOINTS, 1),
        /** Width and height of that box, in fractions of the picture's. */
        EXTENTS(CENTRES, 2),
        /** A logit of every colour for the thing that is here. */
        COLOURS(EXTENTS, Tone.values().length),
        /** A logit of every style; their mean over the picture counts. */
        STYLES(COLOURS, Style.values().length);

        private final int planes;

        /** How many planes follow those of the classes, up to the end of this part. */
        private final int end;

        Part() {
            planes = 0;
            end = 0;
        }

        Part(Part before, int planes) {
            this.planes = planes;
            this.end = before.end + planes;
        }
    }

    private final Planes planes;
    private final int classes;

    private JudgePlanes(Planes planes, Edition edition) {
        this.planes = planes;
        this.classes = edition.classes();
    }

    /** The parts of an answer; empty if no judge answers with so many planes. */
    static Optional<JudgePlanes> of(Planes planes) {
        return Stream.of(Part.STYLES, Part.DEPTH)
                .flatMap(last -> Edition.ofClasses(planes.count() - last.end).stream())
                .map(edition -> new JudgePlanes(planes, edition))
                .findFirst();
    }

    Size size() {
        return planes.size();
    }

    boolean has(Part part) {
        return classes + part.end <= planes.count();
    }

    int count(Part part) {
        return part == Part.CLASSES ? classes : part.planes;
    }

    /** The answer of the plane with this number within a part that it has. */
    float at(Part part, int plane, int x, int y) {
        int first = part == Part.CLASSES ? 0 : classes + part.end - part.planes;
        return planes.at(first + plane, x, y);
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
