package studio.sinopia.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import studio.sinopia.world.RenderedScene.LabelledBox;

/**
 * Average precision of labelled boxes (AP50, as Pascal VOC 2010 and later count it): the area under the curve of precision
 * over recall, made monotonous, over all sightings of all pictures from the surest on, whatever their class. A sighting is
 * right if it overlaps a box of its class, that no surer one has taken, by more than one half.
 */
final class BoxAgreement {

    private static final double OVERLAP = 0.5;

    private record Answer(double sureness, boolean right) {}

    private final List<Answer> answers = new ArrayList<>();
    private int wanted;

    /** @param seen the surest first */
    void add(List<Sighting> seen, List<LabelledBox> truth) {
        List<LabelledBox> open = new ArrayList<>(truth);
        for (Sighting sighting : seen) {
            var match = open.stream()
                    .filter(each -> each.label() == sighting.label())
                    .filter(each -> each.box().overlap(sighting.box()) > OVERLAP)
                    .max(Comparator.comparingDouble(each -> each.box().overlap(sighting.box())));
            match.ifPresent(open::remove);
            answers.add(new Answer(sighting.sureness(), match.isPresent()));
        }
        wanted += truth.size();
    }

    /** 0 … 1; NaN if no box was wanted. */
    double averagePrecision() {
        if (wanted == 0) {
            return Double.NaN;
        }
        answers.sort(Comparator.comparingDouble(Answer::sureness).reversed());
        double[] precision = new double[answers.size()];
        int right = 0;
        for (int i = 0; i < precision.length; i++) {
            right += answers.get(i).right() ? 1 : 0;
            precision[i] = (double) right / (i + 1);
        }
        double area = 0;
        double best = 0;
        for (int i = precision.length - 1; i >= 0; i--) {
            best = Math.max(best, precision[i]);
            area += answers.get(i).right() ? best : 0;
        }
        return area / wanted;
    }
}
