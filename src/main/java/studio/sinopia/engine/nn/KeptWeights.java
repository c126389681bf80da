package studio.sinopia.engine.nn;

import ai.djl.Device;
import java.util.List;
import java.util.regex.Pattern;
import studio.sinopia.engine.tensor.Arithmetic;
import studio.sinopia.engine.tensor.Convolutions;
import studio.sinopia.engine.tensor.Winograd;
import studio.sinopia.engine.weights.TensorEntry;

/**
 * What a tensor of a file takes in memory once {@link Parameters} has prepared it: 32 bits for each number, and more for the
 * 3x3 kernels of residual blocks and upsamplers, where {@link Winograd} transforms them; 16 bits where the network computes in BF16.
 */
public final class KeptWeights {

    private static final Pattern CONVOLVED_EITHER_WAY =
            Pattern.compile("(.*\\.)?(resnets\\.\\d+\\.conv[12]|upsamplers\\.0\\.conv)\\.weight");

    private static final Pattern LOWERED = Pattern.compile(
            "(.*\\.)?(resnets\\.\\d+\\.(conv[12]|conv_shortcut)|(up|down)samplers\\.0\\.conv|proj_in|proj_out"
                    + "|attn[12]\\.to_(q|k|v|out\\.0)|ff\\.net\\.(0\\.proj|2)|controlnet_(down_blocks\\.\\d+|mid_block))\\.(weight|bias)");

    private KeptWeights() {}

    /** In bytes. */
    public static long bytes(
            TensorEntry entry, Winograd.Use use, Device device, Convolutions convolutions, Arithmetic arithmetic) {
        if (arithmetic == Arithmetic.BFLOAT16 && LOWERED.matcher(entry.name()).matches()) {
            return Short.BYTES * (isDoubling(entry) ? entry.count() / 9 * 16 : entry.count());
        }
        return Float.BYTES * numbers(entry, use, device, convolutions);
    }

    /** A 3x3 kernel that is kept as four of 2x2, see {@link Parameters.Layer#doubling}. */
    private static boolean isDoubling(TensorEntry entry) {
        return entry.shape().size() == 4 && entry.name().endsWith("upsamplers.0.conv.weight");
    }

    private static long numbers(TensorEntry entry, Winograd.Use use, Device device, Convolutions convolutions) {
        List<Long> shape = entry.shape(); // [out, in, 3, 3] for such kernels
        if (shape.size() != 4 || !CONVOLVED_EITHER_WAY.matcher(entry.name()).matches()) {
            return entry.count();
        }
        long out = shape.get(0);
        long in = shape.get(1);
        return use.gains(out, in, device, convolutions) ? use.places(out, in) * out * in : entry.count();
    }
}
