package studio.sinopia.engine.patch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Map;
import java.util.OptionalDouble;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.weights.SafetensorsFile;

/**
 * The tensors of a patch for one module.
 *
 * @param file where they are
 * @param module what they change
 * @param keys their names in the file
 * @param told the scale that the file's metadata tells, for files that keep none beside the factors
 */
record Factors(SafetensorsFile file, PatchModule module, Map<PatchPart, String> keys, OptionalDouble told) {

    Factors {
        keys = Map.copyOf(keys);
    }

    boolean has(PatchPart part) {
        return keys.containsKey(part);
    }

    /** As 32-bit floats, owned by {@code manager}. */
    NDArray read(PatchPart part, NDManager manager) throws StudioException {
        String key = keys.get(part);
        if (key == null) {
            throw problem("The patch of the " + module + " is not complete: it has "
                    + String.join(", ", keys.values().stream().sorted().toList()) + " only.");
        }
        return file.read(key, manager);
    }

    /** First of the numbers of a part. */
    double number(PatchPart part) {
        return file.floats(keys.getOrDefault(part, ""))[0];
    }

    /** By what a product of factors is multiplied: alpha over rank; 1 where no alpha is told. */
    double scale(long rank) {
        double alpha = has(PatchPart.ALPHA) ? number(PatchPart.ALPHA) : told.orElse((double) rank);
        return alpha == 0 ? 1 : alpha / rank;
    }

    StudioException misfit(NDArray weight) {
        return problem("The patch of the %s does not fit weights of %s.".formatted(module, weight.getShape()));
    }

    private StudioException problem(String what) {
        return new StudioException(new Problem(
                what, file.path().toString(), "Choose a file for this model's family, or fetch this one again."));
    }
}
