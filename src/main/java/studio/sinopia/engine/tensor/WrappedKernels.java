package studio.sinopia.engine.tensor;

import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * The kernels that see the opposite edge of a picture beyond an edge (the resource {@code wrapped.torchscript} beside this class),
 * compiled when first asked for. They compute in 32 bits, with convolutions kept as they are.
 */
final class WrappedKernels implements AutoCloseable {

    private static final String SOURCE = "wrapped.torchscript";
    private static final String MEETING = "circular";
    private static final String OPEN = "constant";

    private final PtNDManager manager;
    private final Set<String> names;
    private final String source;
    private final Map<Edges, PtSymbolBlock> modules = new EnumMap<>(Edges.class);

    WrappedKernels(PtNDManager manager) {
        this.manager = manager;
        this.source = Kernels.source(SOURCE);
        this.names = Kernels.names(source);
    }

    /** Whether there is such a kernel of that name; where there is none, the ordinary one looks at no neighbour. */
    boolean has(String kernel) {
        return names.contains(kernel);
    }

    PtSymbolBlock module(Edges edges) {
        return modules.computeIfAbsent(
                edges,
                meeting -> Kernels.compile(
                        manager,
                        "Wrapped",
                        source.replace("ACROSS", meeting.meetAcross() ? MEETING : OPEN)
                                .replace("DOWN", meeting.meetDown() ? MEETING : OPEN)));
    }

    @Override
    public void close() {
        modules.values().forEach(PtSymbolBlock::close);
        modules.clear();
    }
}
