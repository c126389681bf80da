package studio.sinopia.engine.run;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Optional;
import studio.sinopia.core.Raster;
import studio.sinopia.engine.inpaint.NeighbourFill;
import studio.sinopia.engine.sample.NoiseSource;
import studio.sinopia.engine.vae.Autoencoder;
import studio.sinopia.engine.vae.Pictures;
import studio.sinopia.recipe.MaskedContent;
import studio.sinopia.recipe.StartPicture;

/**
 * The picture to begin from, as the network sees it.
 *
 * @param picture [1, channels, height, width]
 * @param mask share of each cell that is painted anew, [1, 1, height, width]; empty where there is no mask
 * @param content what the walk begins from: the picture, with something else inside the mask if that is wished
 */
record StartLatent(NDArray picture, Optional<NDArray> mask, NDArray content) {

    /** @param noise stands inside the mask where noise is wished there */
    static StartLatent of(StartPicture start, Autoencoder autoencoder, NoiseSource noise, NDManager manager) {
        NDArray picture = autoencoder.encode(Pictures.picture(manager, start.picture()));
        if (start.mask().isEmpty()) {
            return new StartLatent(picture, Optional.empty(), picture);
        }
        Raster white = start.mask().get();
        NDArray mask = coarse(white, autoencoder.reduction(), manager);
        NDArray content =
                switch (start.inpainting().content()) {
                    case ORIGINAL -> picture;
                    case FILL ->
                        autoencoder.encode(Pictures.picture(manager, NeighbourFill.of(start.picture(), white)));
                    case NOISE ->
                        outside(picture, mask)
                                .add(noise.draw(0, MaskedContent.NOISE.title(), picture)
                                        .mul(mask));
                    case NOTHING -> outside(picture, mask);
                };
        return new StartLatent(picture, Optional.of(mask), content);
    }

    private static NDArray outside(NDArray latent, NDArray mask) {
        return latent.mul(mask.mul(-1).add(1));
    }

    /** How white each cell is, 0 … 1, [1, 1, height, width]. */
    static NDArray coarse(Raster mask, int reduction, NDManager manager) {
        int columns = mask.width() / reduction;
        int rows = mask.height() / reduction;
        int[] pixels = mask.pixels();
        float[] shares = new float[columns * rows];
        for (int i = 0; i < pixels.length; i++) {
            int x = i % mask.width() / reduction;
            int y = i / mask.width() / reduction;
            shares[y * columns + x] += Raster.grey(pixels[i]) / (255f * reduction * reduction);
        }
        return manager.create(shares, new Shape(1, 1, rows, columns));
    }
}
