package studio.sinopia.engine.run;

import java.util.List;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.sample.Prediction;
import studio.sinopia.engine.tensor.Arithmetic;
import studio.sinopia.engine.tensor.Processor;
import studio.sinopia.engine.weights.TensorEntry;
import studio.sinopia.recipe.Precision;

/**
 * In which numbers a model computes. That follows from the recipe, the model and the processor, so that the same recipe gives the
 * same picture on the same machine.
 */
public final class PrecisionChoice {

    /** From so many weights of the denoising network on, halving the time of a step is worth the last bits. */
    private static final long LARGE = 100_000_000;

    private PrecisionChoice() {}

    /**
     * Lets {@link Precision#AUTO} take BF16 only for large networks that predict noise: there the picture was measured to stay
     * within 1/255 on the mean. One that predicts velocity went beyond (1.14, decision 0009), others were not measured.
     *
     * @param prediction what the denoising network predicts
     * @param unet the weights of the denoising network, as its files name them
     * @throws StudioException if BF16 is asked for and this processor does not multiply such numbers itself
     */
    static Arithmetic of(Precision asked, Prediction prediction, List<TensorEntry> unet) throws StudioException {
        if (asked != Precision.AUTO) {
            return of(asked);
        }
        boolean large = unet.stream().mapToLong(TensorEntry::count).sum() >= LARGE;
        return large && prediction == Prediction.EPSILON && Processor.multipliesBf16()
                ? Arithmetic.BFLOAT16
                : Arithmetic.FLOAT32;
    }

    /**
     * @param asked not {@code AUTO}
     * @throws StudioException if this processor does not multiply such numbers itself
     */
    public static Arithmetic of(Precision asked) throws StudioException {
        if (asked == Precision.FP32) {
            return Arithmetic.FLOAT32;
        }
        if (!Processor.multipliesBf16()) {
            throw new StudioException(new Problem(
                    "This processor is not known to multiply BF16 numbers (AVX512-BF16 or AMX).",
                    "precision",
                    "Choose fp32 or auto."));
        }
        return Arithmetic.BFLOAT16;
    }

    /** What a recipe says of it. */
    static Precision name(Arithmetic arithmetic) {
        return arithmetic == Arithmetic.BFLOAT16 ? Precision.BF16 : Precision.FP32;
    }
}
