package studio.sinopia.engine.checkpoint;

import java.util.List;
import java.util.Map;

/** Models whose checkpoints people have, each with the names and shapes of its tensors. */
public enum PublishedModel {
    SD15,
    SD15_INPAINTING,
    SD21,
    SDXL;

    /** The shapes of its checkpoint in one file, by original name and in the order of the file. */
    public Map<String, List<Long>> shapes() {
        return switch (this) {
            case SD15 -> PublishedTensors.sd15(4);
            case SD15_INPAINTING -> PublishedTensors.sd15(9);
            case SD21 -> PublishedTensors.sd21();
            case SDXL -> PublishedTensors.sdxl();
        };
    }
}
