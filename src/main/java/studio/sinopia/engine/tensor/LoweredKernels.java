package studio.sinopia.engine.tensor;

import ai.djl.engine.EngineException;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The kernels that compute in BF16 (the resource {@code lowered.torchscript} beside this class), compiled when first asked for:
 * they need oneDNN, which not every libtorch has. A BF16 tensor cannot be a DJL array, so 32-bit tensors go in and come out, and
 * weights are kept, repacked for oneDNN, in lists that only these kernels read.
 */
final class LoweredKernels implements AutoCloseable {

    private static final String SOURCE = "lowered.torchscript";

    private final PtNDManager manager;
    private final Set<String> names;
    private final String source;
    private @Nullable PtSymbolBlock module;

    LoweredKernels(PtNDManager manager) {
        this.manager = manager;
        this.source = Kernels.source(SOURCE);
        this.names = Kernels.names(source);
    }

    /** Whether there is a BF16 kernel of that name; where there is none, the ordinary one serves. */
    boolean has(String kernel) {
        return names.contains(kernel);
    }

    /** @throws EngineException if this libtorch lacks what they call */
    PtSymbolBlock module() {
        if (module == null) {
            module = Kernels.compile(manager, "Lowered", source);
        }
        return module;
    }

    @Override
    public void close() {
        if (module != null) {
            module.close();
        }
    }
}
