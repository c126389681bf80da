package studio.sinopia.engine.run;

import java.util.HashSet;
import java.util.Set;
import studio.sinopia.control.Control;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import studio.sinopia.recipe.Recipe;

/** Forecasts memory from configurations. The factors were measured; they err on the large side. */
final class MemoryEstimate {

    /** Feature maps of the size of the U-Net's first level that are alive at once, skips and scratch included. */
    private static final long MAPS_OF_A_STEP = 64;
    /** Feature maps of full size that are alive at once while decoding, scratch included. */
    private static final long MAPS_OF_DECODING = 6;
    /** The most that the steps leave behind for the next ones, see the environment of the worker. */
    private static final long KEPT_BYTES = 256L << 20;
    /** What Java, libtorch, its threads and its caches take in any case. */
    private static final long BASE_BYTES = 256L << 20;

    private MemoryEstimate() {}

    /** @param decoded the largest part of the picture that the autoencoder sees at once */
    static MemoryForecast of(Recipe recipe, ModelDescription model, Size latent, Size decoded, long loadedBytes)
            throws StudioException {
        long weights = 0;
        for (var part : model.weightBytes().entrySet()) {
            if (!part.getKey().startsWith("controlnet/")) {
                weights += part.getValue();
            }
        }
        long controls = 0;
        long looking = 0; // while an image encoder looks at a reference picture, before the first step
        Set<String> networks = new HashSet<>();
        Set<String> files = new HashSet<>();
        for (Control control : recipe.controls()) {
            if (control instanceof Control.Structure structure) {
                if (structure.network().isEmpty()) {
                    networks.add(model.controlName(structure.map().kind().key()));
                } else if (files.add(structure.network().get())) {
                    weights += ControlNetworks.bytes(structure, model);
                }
                controls++;
            }
            if (control instanceof Control.Reference reference) {
                if (files.add(reference.adapter())) {
                    weights += ReferencePictures.adapterBytes(reference);
                }
                looking = Math.max(looking, ReferencePictures.encoderBytes(reference));
            }
        }
        for (String network : networks) {
            weights += model.weightBytes().getOrDefault(network, 0L);
        }
        long rows = 1;
        rows += recipe.guidance() == 1 ? 0 : 1;
        rows += Extra.PERTURBED_ATTENTION.in(recipe.extras(), 0) > 0 ? 1 : 0;
        long map = rows * latent.area() * model.unet().levels().getFirst().channels() * Float.BYTES;
        long sampling = BASE_BYTES + map * MAPS_OF_A_STEP + controls * map * MAPS_OF_A_STEP / 4;
        long decoding = decoding(model, decoded) + Math.min(KEPT_BYTES, map * MAPS_OF_A_STEP);
        return new MemoryForecast(
                weights, Math.max(sampling, BASE_BYTES + looking), decoding, AvailableMemory.bytes() + loadedBytes);
    }

    /** What decoding a picture of a size takes on top of the weights. */
    static long decoding(ModelDescription model, Size picture) {
        return BASE_BYTES + picture.area() * model.pictureChannels() * Float.BYTES * MAPS_OF_DECODING;
    }
}
