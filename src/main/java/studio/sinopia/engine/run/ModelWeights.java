package studio.sinopia.engine.run;

import ai.djl.Device;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.nn.KeptWeights;
import studio.sinopia.engine.tensor.Arithmetic;
import studio.sinopia.engine.tensor.Convolutions;
import studio.sinopia.engine.tensor.Winograd;
import studio.sinopia.engine.weights.Pipeline;
import studio.sinopia.engine.weights.TensorEntry;

/**
 * What the weights of a model take in memory, and how its convolutions are kept. That follows from the model and the size of the
 * machine, never from what happens to be free: another way of computing rounds otherwise, and the same recipe must give the same
 * picture tomorrow.
 *
 * @param bytes of each part, controls included, by name of the part
 */
record ModelWeights(Convolutions convolutions, Map<String, Long> bytes) {

    /** Share of the machine that a model without its controls may fill for the sake of speed. */
    private static final double SHARE = 0.5;

    ModelWeights {
        bytes = Map.copyOf(bytes);
    }

    /**
     * Reads headers only.
     *
     * @param arithmetic numbers in which the network and its controls compute
     * @param machineBytes memory of the machine, used or not
     */
    static ModelWeights read(Pipeline pipeline, Arithmetic arithmetic, long machineBytes) throws StudioException {
        Map<String, List<TensorEntry>> parts = new LinkedHashMap<>();
        for (String part : List.of(ModelDescription.UNET, ModelDescription.VAE, ModelDescription.TEXT_ENCODER)) {
            parts.put(part, pipeline.part(part).entries());
        }
        if (pipeline.has(ModelDescription.TEXT_ENCODER_2)) {
            parts.put(
                    ModelDescription.TEXT_ENCODER_2,
                    pipeline.part(ModelDescription.TEXT_ENCODER_2).entries());
        }
        long fast = bytes(parts, Convolutions.FAST, arithmetic).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        for (String part : pipeline.controls().values()) {
            parts.put(part, pipeline.part(part).entries());
        }
        Convolutions kept = fast <= SHARE * machineBytes ? Convolutions.FAST : Convolutions.SMALL;
        return new ModelWeights(kept, bytes(parts, kept, arithmetic));
    }

    private static Map<String, Long> bytes(
            Map<String, List<TensorEntry>> parts, Convolutions convolutions, Arithmetic arithmetic) {
        Map<String, Long> bytes = new LinkedHashMap<>();
        parts.forEach((part, entries) -> bytes.put(
                part,
                entries.stream()
                        .mapToLong(entry -> KeptWeights.bytes(
                                entry, use(part), Device.cpu(), convolutions, arithmetic(part, arithmetic)))
                        .sum()));
        return bytes;
    }

    /** Words and pictures are read and written in 32 bits always. */
    private static Arithmetic arithmetic(String part, Arithmetic ofNetwork) {
        boolean lowered = part.equals(ModelDescription.UNET) || part.startsWith("controlnet/");
        return lowered ? ofNetwork : Arithmetic.FLOAT32;
    }

    private static Winograd.Use use(String part) {
        return part.equals(ModelDescription.VAE) ? Winograd.Use.ON_PICTURES : Winograd.Use.ON_LATENTS;
    }
}
