package studio.sinopia.engine.checkpoint;

import studio.sinopia.core.StudioException;
import studio.sinopia.engine.weights.ModelConfig;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A T2I-Adapter in one file with diffusers' names. Its entrance tells how it folds the picture: SDXL's adapters fold 16 x 16
 * pixels into a cell, all others 8 x 8.
 */
final class AdapterLayout {

    private static final int FOLDED = 8;
    private static final int FOLDED_XL = 16;
    private static final int COLOURS = 3;

    private AdapterLayout() {}

    static ModelConfig read(Tensors tensors) throws StudioException {
        boolean light = !tensors.has("adapter.conv_in.weight");
        String entry = light ? "adapter.body.0.in_conv.weight" : "adapter.conv_in.weight";
        int unshuffled = tensors.size(entry, 1);
        int folded = unshuffled % (FOLDED_XL * FOLDED_XL) == 0 ? FOLDED_XL : FOLDED;
        int colours = unshuffled / (folded * folded);
        if ((colours != 1 && colours != COLOURS) || colours * folded * folded != unshuffled) {
            throw tensors.misfit(entry);
        }
        ObjectNode config = JsonMapper.shared().createObjectNode();
        config.put("_class_name", "T2IAdapter");
        config.put("adapter_type", light ? "light_adapter" : folded == FOLDED_XL ? "full_adapter_xl" : "full_adapter");
        config.put("in_channels", colours);
        config.put("downscale_factor", folded);
        config.put("num_res_blocks", tensors.count("adapter.body.0.resnets."));
        var channels = config.putArray("channels");
        int blocks = tensors.count("adapter.body.") - (light ? 1 : 0); // the light kind repeats its last width
        for (int i = 0; i < blocks; i++) {
            String block = "adapter.body." + i + (light ? ".out_conv.weight" : ".resnets.0.block2.weight");
            channels.add(tensors.size(block, 0));
        }
        return ModelConfig.parse(tensors.file().toString(), config.toString());
    }
}
