package studio.sinopia.engine.sample;

import java.util.List;

/**
 * Sigmas of ten steps that were optimised for one family of networks, Sabour et al. 2024, "Align your steps"; other numbers of
 * steps lie between them on a straight line of the logarithm, as the authors advise.
 *
 * @param sigmas as published, falling
 */
record AlignedSteps(List<Double> sigmas) {

    static final AlignedSteps SD =
            new AlignedSteps(List.of(14.615, 6.475, 3.861, 2.697, 1.886, 1.396, 0.963, 0.652, 0.399, 0.152, 0.029));
    static final AlignedSteps SDXL =
            new AlignedSteps(List.of(14.615, 6.315, 3.771, 2.181, 1.342, 0.862, 0.555, 0.380, 0.234, 0.113, 0.029));

    private static final double SAME_RANGE = 0.01;

    AlignedSteps {
        sigmas = List.copyOf(sigmas);
    }

    /**
     * The sigma at a point of the way.
     *
     * @param way 0 at the noisy end, 1 at the clean one
     * @param largest sigma that the network knows; over another range than the published one the list is stretched
     * @param smallest sigma that the network knows
     */
    double sigma(double way, double largest, double smallest) {
        double at = way * (sigmas.size() - 1);
        int before = Math.min((int) at, sigmas.size() - 2);
        double here = sigmas.get(before) * Math.pow(sigmas.get(before + 1) / sigmas.get(before), at - before);
        double first = sigmas.getFirst();
        double last = sigmas.getLast();
        if (isNear(largest, first) && isNear(smallest, last)) {
            return here;
        }
        double share = Math.log(here / last) / Math.log(first / last);
        return smallest * Math.pow(largest / smallest, share);
    }

    private static boolean isNear(double sigma, double published) {
        return Math.abs(sigma / published - 1) < SAME_RANGE;
    }
}
