package studio.sinopia.document.pose;

/**
 * Bends a chain of bones so that its end comes as near to a target as its lengths allow: FABRIK, Aristidou and Lasenby
 * 2011, algorithm 1, in the plane.
 */
final class Chain {

    private static final int MOST_ROUNDS = 64;
    private static final double NEAR = 1e-4; // of the chain's length
    private static final double KICK = 1e-2; // a straight chain has no side to bend to

    private Chain() {}

    /**
     * @param joints x and y of each joint from the fixed one to the end; at least two
     * @return new places; the first is where it was and every bone as long as it was
     */
    static double[][] reach(double[][] joints, double x, double y) {
        int last = joints.length - 1;
        double[][] p = new double[joints.length][];
        double[] length = new double[last];
        double whole = 0;
        for (int i = 0; i <= last; i++) {
            p[i] = joints[i].clone();
            if (i > 0) {
                length[i - 1] = Math.hypot(p[i][0] - p[i - 1][0], p[i][1] - p[i - 1][1]);
                whole += length[i - 1];
            }
        }
        bend(p, whole);
        double[] goal = {x, y};
        for (int round = 0; round < MOST_ROUNDS && (round == 0 || distance(p[last], goal) > NEAR * whole); round++) {
            p[last] = goal.clone();
            for (int i = last - 1; i >= 0; i--) {
                p[i] = along(p[i + 1], p[i], length[i]);
            }
            p[0] = joints[0].clone();
            for (int i = 1; i <= last; i++) {
                p[i] = along(p[i - 1], p[i], length[i - 1]);
            }
        }
        return p;
    }

    /** Moves the inner joints of a straight chain a little aside. */
    private static void bend(double[][] p, double whole) {
        int last = p.length - 1;
        double dx = p[last][0] - p[0][0];
        double dy = p[last][1] - p[0][1];
        double span = Math.hypot(dx, dy);
        if (last > 1 && span > (1 - KICK * KICK) * whole && whole > 0) {
            for (int i = 1; i < last; i++) {
                p[i][0] -= dy / span * KICK * whole;
                p[i][1] += dx / span * KICK * whole;
            }
        }
    }

    /** The place at a distance from {@code from} towards {@code to}. */
    private static double[] along(double[] from, double[] to, double distance) {
        double span = distance(from, to);
        double dx = span == 0 ? 1 : (to[0] - from[0]) / span;
        double dy = span == 0 ? 0 : (to[1] - from[1]) / span;
        return new double[] {from[0] + dx * distance, from[1] + dy * distance};
    }

    private static double distance(double[] a, double[] b) {
        return Math.hypot(a[0] - b[0], a[1] - b[1]);
    }
}
