package studio.sinopia.engine.run;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Optional;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.engine.vae.Autoencoder;
import studio.sinopia.engine.vae.Pictures;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.StartPicture;

/**
 * What an inpainting network (Rombach et al. 2022) sees behind the noisy latent: the mask, 1 where to paint anew, and the latent of
 * the picture whose masked places are grey. Without a mask everything is to be painted anew.
 */
public final class SeenMask {

    private static final int HALF = 128;

    private SeenMask() {}

    /** @return [1, 1 + channels, height, width] */
    public static NDArray channels(Recipe recipe, Autoencoder autoencoder, NDManager manager) {
        Size size = recipe.size();
        Optional<Raster> mask = recipe.start().flatMap(StartPicture::mask);
        NDArray anew = mask.isPresent()
                ? anew(mask.get(), manager)
                : manager.ones(new Shape(1, 1, size.height(), size.width()));
        NDArray left = mask.isPresent()
                ? Pictures.picture(manager, recipe.start().get().picture())
                        .mul(anew.mul(-1).add(1))
                : manager.zeros(new Shape(1, 3, size.height(), size.width()));
        int reduction = autoencoder.reduction();
        NDArray coarse =
                anew.get(":, :, ::{}, ::{}", reduction, reduction); // as the reference does it: each cell's first pixel
        return NDArrays.concat(new NDList(coarse, autoencoder.encode(left)), 1);
    }

    /** Where the mask is rather white than black, [1, 1, height, width]. */
    private static NDArray anew(Raster mask, NDManager manager) {
        int[] pixels = mask.pixels();
        float[] anew = new float[pixels.length];
        for (int i = 0; i < anew.length; i++) {
            anew[i] = Raster.grey(pixels[i]) >= HALF ? 1 : 0;
        }
        return manager.create(anew, new Shape(1, 1, mask.height(), mask.width()));
    }
}
