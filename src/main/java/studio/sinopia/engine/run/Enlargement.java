package studio.sinopia.engine.run;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import studio.sinopia.condition.FitMode;
import studio.sinopia.condition.Fitting;
import studio.sinopia.condition.Lanczos;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.engine.tensor.Kernels;
import studio.sinopia.engine.vae.Autoencoder;
import studio.sinopia.engine.vae.Pictures;
import studio.sinopia.recipe.HiresPass;

/** Enlarges what the first pass made for the second. */
record Enlargement(HiresPass pass, Autoencoder autoencoder, Kernels kernels) {

    /**
     * @param latent [1, channels, height, width]
     * @return of the size of the second pass
     */
    NDArray of(NDArray latent) {
        Size cells = new Size(
                pass.size().width() / autoencoder.reduction(), pass.size().height() / autoencoder.reduction());
        return switch (pass.upscaler()) {
            case LATENT -> kernels.call("resize_linear", latent, cells.height(), cells.width());
            case LATENT_BICUBIC -> kernels.call("resize_cubic", latent, cells.height(), cells.width());
            case LATENT_NEAREST -> kernels.call("resize_nearest", latent, cells.height(), cells.width());
            case LANCZOS -> encode(Lanczos.of(decode(latent), pass.size()), latent.getManager());
            case LINEAR -> encode(Fitting.picture(decode(latent), pass.size(), FitMode.STRETCH), latent.getManager());
        };
    }

    private Raster decode(NDArray latent) {
        return Pictures.raster(autoencoder.decode(latent), 0);
    }

    private NDArray encode(Raster picture, NDManager manager) {
        return autoencoder.encode(Pictures.picture(manager, picture));
    }
}
