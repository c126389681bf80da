package studio.sinopia.engine.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // scopes free what is made inside them
class KernelsTest {

    @Test
    void attentionOverEqualKeysIsTheMeanOfTheValues() {
        try (Torch torch = Torch.open();
                var scope = new TensorScope(torch.manager())) {
            NDArray q = torch.manager().ones(new Shape(1, 1, 2, 4)); // [batch, heads, tokens, width]
            NDArray v =
                    torch.manager().arange(12).reshape(1, 1, 3, 4).toType(ai.djl.ndarray.types.DataType.FLOAT32, false);
            NDArray k = torch.manager().ones(new Shape(1, 1, 3, 4));
            NDArray out = torch.kernels().call("attention", q, k, v);
            assertEquals(4f, out.getFloat(0, 0, 0, 0), 1e-5);
            assertEquals(7f, out.getFloat(0, 0, 1, 3), 1e-5);
        }
    }
}
