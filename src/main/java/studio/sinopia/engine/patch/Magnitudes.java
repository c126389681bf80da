package studio.sinopia.engine.patch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import studio.sinopia.core.StudioException;

/**
 * Weights whose direction and length are trained apart (DoRA, Liu et al. 2024): the changed weight is brought to the lengths that
 * the file tells, one for each output or one for each input. Which of them, the shape says.
 */
final class Magnitudes {

    private Magnitudes() {}

    /**
     * @param changed the weight with its change, [out, in] or [out, in, height, width]
     * @return shape of {@code changed}
     */
    static NDArray restored(Factors factors, NDArray changed) throws StudioException {
        boolean always = factors.has(PatchPart.OUTPUT_MAGNITUDE);
        NDArray lengths = factors.read(always ? PatchPart.OUTPUT_MAGNITUDE : PatchPart.MAGNITUDE, changed.getManager());
        Shape shape = changed.getShape();
        long out = shape.get(0);
        long in = shape.dimension() > 1 ? shape.get(1) : 1;
        boolean onOutputs =
                always || (lengths.size() == out && (lengths.getShape().get(0) == out || lengths.size() != in));
        long count = onOutputs ? out : in;
        if (lengths.size() != count) {
            throw factors.misfit(changed);
        }
        NDArray table = onOutputs
                ? changed.reshape(out, changed.size() / out)
                : changed.reshape(out, in, changed.size() / (out * in))
                        .transpose(1, 0, 2)
                        .reshape(in, changed.size() / in); // one row for each length
        NDArray norms = table.square().sum(new int[] {1}).sqrt();
        NDArray factor = lengths.reshape(count).div(norms);
        long[] across = new long[shape.dimension()];
        java.util.Arrays.fill(across, 1);
        across[onOutputs ? 0 : 1] = count;
        return changed.mul(factor.reshape(new Shape(across)));
    }
}
