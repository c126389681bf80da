package studio.sinopia.engine.checkpoint;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.sinopia.engine.weights.TensorEntry;

/**
 * The names that T2I-Adapters had before diffusers (Mou et al. 2023): the full kind counts its residual blocks through, two for each
 * level ({@code body.3.block1}), the light kind level by level ({@code body.1.body.3.block1}).
 */
final class OriginalAdapter {

    private static final int BLOCKS_OF_A_LEVEL = 2;
    private static final Pattern FULL = Pattern.compile("body\\.(\\d{1,3})\\.(block1|block2|in_conv)\\.(.+)");
    private static final Pattern LIGHT = Pattern.compile("body\\.(\\d{1,3})\\.body\\.(\\d{1,3})\\.(.+)");

    private OriginalAdapter() {}

    static boolean is(Tensors tensors) {
        return tensors.has("body.0.block1.weight") || tensors.has("body.0.body.0.block1.weight");
    }

    /** The same tensors by the names of diffusers. */
    static Map<String, TensorEntry> renamed(Tensors tensors) {
        Map<String, TensorEntry> renamed = new TreeMap<>();
        boolean full = tensors.has("conv_in.weight");
        tensors.entries().forEach(entry -> renamed.put("adapter." + renamed(entry.name(), full), entry));
        return renamed;
    }

    private static String renamed(String name, boolean isFull) {
        Matcher light = LIGHT.matcher(name);
        if (light.matches()) {
            return "body.%s.resnets.%s.%s".formatted(light.group(1), light.group(2), light.group(3));
        }
        Matcher full = FULL.matcher(name);
        if (!isFull || !full.matches()) {
            return name; // the entrance, and the ends of a light level
        }
        int block = Integer.parseInt(full.group(1));
        int level = block / BLOCKS_OF_A_LEVEL;
        return full.group(2).equals("in_conv")
                ? "body.%d.in_conv.%s".formatted(level, full.group(3))
                : "body.%d.resnets.%d.%s.%s".formatted(level, block % BLOCKS_OF_A_LEVEL, full.group(2), full.group(3));
    }
}
