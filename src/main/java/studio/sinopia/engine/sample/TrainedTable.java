package studio.sinopia.engine.sample;

/**
 * The sigmas that a variance-preserving network was trained with, one for each whole timestep, rising:
 * {@code sqrt((1 - alphaBar) / alphaBar)}.
 */
public final class TrainedTable implements NoiseClock {

    private static final double CAPPED_BETA = 0.999;

    private final double[] sigmas;
    private final double[] logSigmas;

    private TrainedTable(double[] alphaBars) {
        sigmas = new double[alphaBars.length];
        logSigmas = new double[alphaBars.length];
        for (int i = 0; i < sigmas.length; i++) {
            sigmas[i] = Math.min(PURE_NOISE, Math.sqrt((1 - alphaBars[i]) / alphaBars[i]));
            logSigmas[i] = Math.log(sigmas[i]);
        }
    }

    /** @param betas share of noise added at each timestep, greater than 0, less than 1 */
    static TrainedTable of(double[] betas) {
        return new TrainedTable(alphaBars(betas));
    }

    /**
     * Shifted so that the last timestep is pure noise and the first stays (Lin et al. 2023, "Common diffusion noise
     * schedules and sample steps are flawed", algorithm 1).
     */
    static TrainedTable ofZeroTerminal(double[] betas) {
        double[] alphaBars = alphaBars(betas);
        double first = Math.sqrt(alphaBars[0]);
        double last = Math.sqrt(alphaBars[alphaBars.length - 1]);
        for (int i = 0; i < alphaBars.length; i++) {
            double root = (Math.sqrt(alphaBars[i]) - last) * first / (first - last);
            alphaBars[i] = root * root;
        }
        return new TrainedTable(alphaBars);
    }

    /** Betas evenly spaced. */
    static double[] linear(double start, double end, int timesteps) {
        double[] betas = new double[timesteps];
        for (int i = 0; i < timesteps; i++) {
            betas[i] = start + (end - start) * i / Math.max(1, timesteps - 1);
        }
        return betas;
    }

    /** Betas whose square roots are evenly spaced, as latent diffusion has them. */
    static double[] scaledLinear(double start, double end, int timesteps) {
        double[] betas = linear(Math.sqrt(start), Math.sqrt(end), timesteps);
        for (int i = 0; i < timesteps; i++) {
            betas[i] *= betas[i];
        }
        return betas;
    }

    /** Betas of a squared cosine (Nichol and Dhariwal 2021, equation 17). */
    static double[] squaredCosine(int timesteps) {
        double[] betas = new double[timesteps];
        for (int i = 0; i < timesteps; i++) {
            double kept = cosine((double) (i + 1) / timesteps) / cosine((double) i / timesteps);
            betas[i] = Math.min(1 - kept, CAPPED_BETA);
        }
        return betas;
    }

    private static double cosine(double t) {
        double c = Math.cos((t + 0.008) / 1.008 * Math.PI / 2);
        return c * c;
    }

    private static double[] alphaBars(double[] betas) {
        double[] products = new double[betas.length];
        double product = 1;
        for (int i = 0; i < betas.length; i++) {
            product *= 1 - betas[i];
            products[i] = product;
        }
        return products;
    }

    @Override
    public double sigma(double timestep) {
        int low = low(timestep);
        double w = Math.clamp(timestep - low, 0, 1);
        return w == 1 ? sigmas[low + 1] : sigmas[low] + w * (sigmas[low + 1] - sigmas[low]);
    }

    /** As {@link #sigma}, but on a straight line of its logarithm. */
    double sigmaByLog(double timestep) {
        int low = low(timestep);
        double w = Math.clamp(timestep - low, 0, 1);
        return Math.exp(logSigmas[low] + w * (logSigmas[low + 1] - logSigmas[low]));
    }

    @Override
    public double timestep(double sigma) {
        double log = Math.log(Math.max(sigma, 1e-10));
        int low = 0;
        while (low < logSigmas.length - 2 && logSigmas[low + 1] <= log) {
            low++;
        }
        double w = (log - logSigmas[low]) / (logSigmas[low + 1] - logSigmas[low]);
        return low + Math.clamp(w, 0, 1);
    }

    @Override
    public double last() {
        return sigmas.length - 1.0;
    }

    private int low(double timestep) {
        return Math.clamp((int) Math.floor(timestep), 0, sigmas.length - 2);
    }
}
