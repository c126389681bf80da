package studio.sinopia.engine.patch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.tensor.TensorScope;

/**
 * What a patch of a module adds to its weight at strength 1. The algorithms are those of Hu et al. 2021 (LoRA), Hyeon-Woo et al.
 * 2022 (LoHa), Yeh et al. 2024 (LyCORIS: LoCon, LoKr, full differences) and Liu et al. 2022 (IA3). For convolutions, factors may
 * be joined by a core (Tucker).
 */
final class WeightChange {

    private WeightChange() {}

    /**
     * @param weight [out, in] or [out, in, height, width]; left unchanged
     * @return shape of {@code weight}, of the open scope
     */
    static NDArray of(Factors factors, NDArray weight) throws StudioException {
        if (factors.has(PatchPart.DOWN) || factors.has(PatchPart.UP)) {
            return fitting(lowRank(factors, weight), factors, weight);
        }
        if (factors.has(PatchPart.HADAMARD_1_A)) {
            return fitting(hadamard(factors, weight), factors, weight);
        }
        if (factors.has(PatchPart.KRONECKER_1) || factors.has(PatchPart.KRONECKER_1_A)) {
            return fitting(kronecker(factors, weight), factors, weight);
        }
        if (factors.has(PatchPart.ON_INPUT)) {
            return scaled(factors, weight);
        }
        return factors.has(PatchPart.DIFFERENCE)
                ? fitting(factors.read(PatchPart.DIFFERENCE, weight.getManager()), factors, weight)
                : weight.zerosLike();
    }

    private static NDArray fitting(NDArray change, Factors factors, NDArray weight) throws StudioException {
        Shape shape = weight.getShape();
        if (change.size() != shape.size() || change.getShape().get(0) != shape.get(0)) {
            throw factors.misfit(weight);
        }
        return change.reshape(shape);
    }

    /** Up times down, with the core of a convolution between them where there is one. */
    private static NDArray lowRank(Factors factors, NDArray weight) throws StudioException {
        NDArray down = factors.read(PatchPart.DOWN, weight.getManager()); // [rank, in] or [rank, in, height, width]
        NDArray up = factors.read(PatchPart.UP, weight.getManager()); // [out, rank] or [out, rank, 1, 1]
        long rank = down.getShape().get(0);
        long out = up.getShape().get(0);
        double scale = factors.scale(rank);
        if (factors.has(PatchPart.CORE)) {
            NDArray core = factors.read(PatchPart.CORE, weight.getManager()); // [rank, rank, height, width]
            return tucker(core, rows(factors, up, weight), rows(factors, down, weight))
                    .mul(scale);
        }
        if (up.size() != out * rank) {
            throw factors.misfit(weight);
        }
        return up.reshape(out, rank).matMul(rows(factors, down, weight)).mul(scale);
    }

    /** Two low-rank products, multiplied number by number. */
    private static NDArray hadamard(Factors factors, NDArray weight) throws StudioException {
        NDArray b = factors.read(PatchPart.HADAMARD_1_B, weight.getManager()); // [rank, in ...]
        double scale = factors.scale(b.getShape().get(0));
        NDArray first =
                product(factors, PatchPart.HADAMARD_1_CORE, PatchPart.HADAMARD_1_A, PatchPart.HADAMARD_1_B, weight);
        NDArray second =
                product(factors, PatchPart.HADAMARD_2_CORE, PatchPart.HADAMARD_2_A, PatchPart.HADAMARD_2_B, weight);
        if (!first.getShape().equals(second.getShape())) {
            throw factors.misfit(weight);
        }
        return first.mul(second).mul(scale);
    }

    /** A product of two factors; with a core the left one lies on its side, [rank, out]. */
    private static NDArray product(Factors factors, PatchPart core, PatchPart a, PatchPart b, NDArray weight)
            throws StudioException {
        NDArray left = factors.read(a, weight.getManager());
        NDArray right = rows(factors, factors.read(b, weight.getManager()), weight); // [rank, in ...]
        if (factors.has(core)) {
            return tucker(
                    factors.read(core, weight.getManager()),
                    rows(factors, left, weight).transpose(),
                    right);
        }
        NDArray table = rows(factors, left, weight); // [out, rank]
        if (table.getShape().get(1) != right.getShape().get(0)) {
            throw factors.misfit(weight);
        }
        return table.matMul(right);
    }

    /** Every number of a small table times the whole of another. */
    private static NDArray kronecker(Factors factors, NDArray weight) throws StudioException {
        boolean firstWhole = factors.has(PatchPart.KRONECKER_1);
        boolean secondWhole = factors.has(PatchPart.KRONECKER_2);
        NDArray first = firstWhole
                ? factors.read(PatchPart.KRONECKER_1, weight.getManager())
                : product(factors, PatchPart.CORE, PatchPart.KRONECKER_1_A, PatchPart.KRONECKER_1_B, weight);
        NDArray second = secondWhole
                ? factors.read(PatchPart.KRONECKER_2, weight.getManager())
                : product(
                        factors, PatchPart.KRONECKER_2_CORE, PatchPart.KRONECKER_2_A, PatchPart.KRONECKER_2_B, weight);
        double scale = 1; // two whole tables are not scaled
        if (!firstWhole || !secondWhole) {
            PatchPart inner = firstWhole ? PatchPart.KRONECKER_2_B : PatchPart.KRONECKER_1_B;
            scale = factors.scale(
                    factors.read(inner, weight.getManager()).getShape().get(0));
        }
        long a = first.getShape().get(0);
        long b = first.size() / a;
        long c = second.getShape().get(0);
        long places = weight.getShape().dimension() == 4
                ? weight.getShape().get(2) * weight.getShape().get(3)
                : 1;
        long d = second.size() / (c * places);
        if (a * c * b * d * places != weight.size()
                || a * c != weight.getShape().get(0)) {
            throw factors.misfit(weight);
        }
        NDArray left = first.reshape(a, 1, b, 1, 1);
        NDArray right = second.reshape(1, c, 1, d, places);
        return left.mul(right).reshape(a * c, b * d * places).mul(scale);
    }

    /** A factor for each input or each output (IA3); what it adds. */
    private static NDArray scaled(Factors factors, NDArray weight) throws StudioException {
        NDArray numbers = factors.read(PatchPart.FACTORS, weight.getManager());
        Shape shape = weight.getShape();
        boolean input = factors.number(PatchPart.ON_INPUT) != 0;
        long[] across = new long[shape.dimension()];
        java.util.Arrays.fill(across, 1);
        across[input ? 1 : 0] = shape.get(input ? 1 : 0);
        if (numbers.size() != across[input ? 1 : 0]) {
            throw factors.misfit(weight);
        }
        return weight.mul(numbers.reshape(new Shape(across)));
    }

    /** [rows, all the rest]. */
    private static NDArray rows(Factors factors, NDArray tensor, NDArray weight) throws StudioException {
        if (tensor.getShape().dimension() < 2 || tensor.size() == 0) {
            throw factors.misfit(weight);
        }
        long rows = tensor.getShape().get(0);
        return tensor.reshape(rows, tensor.size() / rows);
    }

    /**
     * A convolution from its core and two tables.
     *
     * @param core [left rank, right rank, height, width]
     * @param left [out, left rank]
     * @param right [right rank, in]
     * @return [out, in * height * width]
     */
    private static NDArray tucker(NDArray core, NDArray left, NDArray right) {
        long[] sizes = core.getShape().getShape();
        long places = core.size() / (sizes[0] * sizes[1]);
        long out = left.getShape().get(0);
        NDArray outer = left.matMul(core.reshape(sizes[0], sizes[1] * places)); // [out, right rank * places]
        NDArray turned = outer.reshape(out, sizes[1], places).transpose(0, 2, 1); // [out, places, right rank]
        NDArray inner = turned.matMul(right); // [out, places, in]
        return inner.transpose(0, 2, 1).reshape(out, right.getShape().get(1) * places);
    }

    /**
     * A weight with its patch.
     *
     * @param weight left unchanged
     * @param strength 0 leaves the weight, 1 is as trained
     * @return owned by the manager of {@code weight}
     */
    static NDArray apply(Factors factors, NDArray weight, double strength) throws StudioException {
        try (var scope = new TensorScope(weight.getManager())) {
            NDArray change = of(factors, weight);
            if (factors.has(PatchPart.MAGNITUDE) || factors.has(PatchPart.OUTPUT_MAGNITUDE)) {
                NDArray whole = Magnitudes.restored(factors, weight.add(change));
                change = whole.sub(weight);
            }
            return scope.keep(weight.add(change.mul(strength)));
        }
    }
}
