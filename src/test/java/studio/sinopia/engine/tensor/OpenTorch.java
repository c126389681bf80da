package studio.sinopia.engine.tensor;

import ai.djl.ndarray.NDManager;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** libtorch for the length of one test, with a scope that frees what the test makes. To be registered by a field. */
public final class OpenTorch implements AfterEachCallback {

    private final Torch torch = Torch.open();
    private final TensorScope scope = new TensorScope(torch.manager());

    public Torch torch() {
        return torch;
    }

    public NDManager manager() {
        return torch.manager();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        scope.close();
        torch.close();
    }
}
