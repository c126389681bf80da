package studio.sinopia.engine.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import java.util.ArrayList;
import java.util.List;

/** Frees every tensor made on this thread since it opened, except those handed out by {@link #keep}. */
public final class TensorScope implements AutoCloseable {

    private final NDManager owner;
    private final NDScope scope = new NDScope();
    private final List<NDArray> kept = new ArrayList<>();

    /** @param owner frees what {@link #keep} lets out, unless someone does so earlier */
    public TensorScope(NDManager owner) {
        this.owner = owner;
    }

    /** Lets {@code tensor} outlive this scope; the owner frees it, or the scope around this one if there is one. */
    public NDArray keep(NDArray tensor) {
        NDScope.unregister(tensor);
        tensor.attach(owner);
        kept.add(tensor);
        return tensor;
    }

    @Override
    public void close() {
        scope.close();
        kept.forEach(NDScope::register); // now the enclosing scope, if there is one, watches them
    }
}
