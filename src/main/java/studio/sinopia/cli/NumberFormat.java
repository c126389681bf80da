package studio.sinopia.cli;

import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.tensor.Arithmetic;
import studio.sinopia.engine.tensor.Processor;

/** Values of {@code --precision}. */
enum NumberFormat {
    FP32,
    BF16;

    /** @throws StudioException if this processor does not multiply such numbers */
    Arithmetic arithmetic() throws StudioException {
        if (this == FP32) {
            return Arithmetic.FLOAT32;
        }
        if (!Processor.multipliesBf16()) {
            throw new StudioException(new Problem(
                    "This processor is not known to multiply BF16 numbers (AVX512-BF16 or AMX).",
                    "--precision",
                    "Leave --precision out."));
        }
        return Arithmetic.BFLOAT16;
    }
}
