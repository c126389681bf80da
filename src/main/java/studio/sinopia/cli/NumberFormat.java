package studio.sinopia.cli;

import studio.sinopia.core.StudioException;
import studio.sinopia.engine.run.PrecisionChoice;
import studio.sinopia.engine.tensor.Arithmetic;
import studio.sinopia.recipe.Precision;

/** Values of {@code --precision} where one of them is measured. */
enum NumberFormat {
    FP32(Precision.FP32),
    BF16(Precision.BF16);

    private final Precision precision;

    NumberFormat(Precision precision) {
        this.precision = precision;
    }

    /** @throws StudioException if this processor does not multiply such numbers */
    Arithmetic arithmetic() throws StudioException {
        return PrecisionChoice.of(precision);
    }
}
