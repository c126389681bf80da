package studio.sinopia.engine.tensor;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;

/**
 * libtorch, opened once for a device: the root of all tensors and the fused kernels. It belongs to the engine thread,
 * and so does every tensor made from it.
 */
public final class Torch implements AutoCloseable {

    private static final String ENGINE = "PyTorch";

    private final PtNDManager manager;
    private final Kernels kernels;

    private Torch(PtNDManager manager, Kernels kernels) {
        this.manager = manager;
        this.kernels = kernels;
    }

    /** Opens libtorch on the CPU with as many threads as there are processors. */
    public static Torch open() {
        return open(Device.cpu(), Runtime.getRuntime().availableProcessors());
    }

    /** @param threads how many threads one operation may use, at least 1; on a GPU of no meaning */
    public static Torch open(Device device, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("Needs at least 1 thread, got " + threads);
        }
        System.setProperty("OPT_OUT_TRACKING", "true"); // DJL would otherwise report its use to its makers
        System.setProperty("ai.djl.offline", "true");
        Engine engine = Engine.getEngine(ENGINE);
        JniUtils.setNumThreads(threads);
        var manager = (PtNDManager) engine.newBaseManager(device);
        return new Torch(manager, Kernels.load(manager));
    }

    /** Owner of everything that lives as long as libtorch itself. Models take a sub-manager of it. */
    public NDManager manager() {
        return manager;
    }

    public Kernels kernels() {
        return kernels;
    }

    /** The same library for a model that keeps its convolutions otherwise. It need not be closed. */
    public Torch with(Convolutions convolutions) {
        return new Torch(manager, kernels.with(convolutions));
    }

    /** The same library for a model that computes in other numbers. It need not be closed. */
    public Torch with(Arithmetic arithmetic) {
        return new Torch(manager, kernels.with(arithmetic));
    }

    /** The same library for pictures whose edges meet: in 32 bits, with convolutions as they are. It need not be closed. */
    public Torch with(Edges edges) {
        return new Torch(manager, kernels.with(edges));
    }

    public Device device() {
        return manager.getDevice();
    }

    @Override
    public void close() {
        kernels.close();
        manager.close();
    }
}
