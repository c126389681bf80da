package studio.sinopia.engine.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.IValue;
import java.util.List;

/** Tensors wrapped once so that a kernel can be called with all of them at no cost, as the weights of a layer are. */
public final class TensorList implements AutoCloseable {

    private final IValue value;
    private long bytes;

    /** The list shares the tensors; it keeps their memory until it is closed, whoever else lets go of them. */
    public TensorList(List<NDArray> tensors) {
        value = IValue.listFrom(tensors.toArray(PtNDArray[]::new));
        bytes = tensors.stream()
                .mapToLong(tensor -> tensor.size() * tensor.getDataType().getNumOfBytes())
                .sum();
    }

    /** A list to be filled by {@link Kernels#keep} and {@link Kernels#keepLowered}. */
    public static TensorList empty() {
        return new TensorList(List.of());
    }

    void grow(long more) {
        bytes += more;
    }

    IValue value() {
        return value;
    }

    /** What the tensors take in memory. */
    public long bytes() {
        return bytes;
    }

    @Override
    public void close() {
        value.close();
    }
}
