package studio.sinopia.engine.patch;

import ai.djl.ndarray.NDArray;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.weights.Weights;

/** Weights that answer with a patch applied; the weights behind them are untouched. */
public final class PatchedWeights implements Weights {

    private static final String WEIGHT = ".weight";
    private static final String BIAS = ".bias";

    private final Weights plain;
    private final PatchFile patch;
    private final ModuleSpellings spellings;
    private final double strength;

    /** @param strength 0 leaves everything as it is, 1 is as trained */
    public PatchedWeights(Weights plain, PatchFile patch, PatchTarget target, double strength) {
        this.plain = plain;
        this.patch = patch;
        this.strength = strength;
        this.spellings = new ModuleSpellings(target, plain::has);
    }

    @Override
    public boolean has(String key) {
        return plain.has(key);
    }

    @Override
    public NDArray get(String key, long... shape) throws StudioException {
        NDArray base = plain.get(key, shape);
        String ending = key.endsWith(WEIGHT) ? WEIGHT : key.endsWith(BIAS) ? BIAS : "";
        if (ending.isEmpty() || strength == 0) {
            return base;
        }
        for (PatchModule module : spellings.of(key.substring(0, key.length() - ending.length()))) {
            var factors = patch.factors(module);
            if (factors.isPresent()) {
                return changed(base, factors.get(), ending.equals(BIAS));
            }
        }
        return base;
    }

    private NDArray changed(NDArray base, Factors factors, boolean bias) throws StudioException {
        if (!bias) {
            try (base) {
                return WeightChange.apply(factors, base, strength);
            }
        }
        if (!factors.has(PatchPart.BIAS_DIFFERENCE)) {
            return base;
        }
        try (base;
                NDArray difference = factors.read(PatchPart.BIAS_DIFFERENCE, base.getManager())) {
            if (difference.size() != base.size()) {
                throw factors.misfit(base);
            }
            try (NDArray shaped = difference.reshape(base.getShape());
                    NDArray scaled = shaped.mul(strength)) {
                return base.add(scaled);
            }
        }
    }

    @Override
    public void finish() throws StudioException {
        plain.finish();
    }
}
