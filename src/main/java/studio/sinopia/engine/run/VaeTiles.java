package studio.sinopia.engine.run;

import studio.sinopia.core.Size;
import studio.sinopia.recipe.Recipe;

/**
 * In which tiles the autoencoder works. By itself it does so where a whole picture would not fit into the machine; what happens to
 * be free does not count, because the same recipe must give the same picture tomorrow.
 */
final class VaeTiles {

    private static final int STANDARD_SIDE = 512;
    private static final double SHARE = 0.5; // of the machine's memory that decoding may take beside the weights

    private VaeTiles() {}

    /**
     * @param largest size of the finished picture
     * @return side in pixels; 0 = the whole picture at once
     */
    static int side(Recipe recipe, ModelDescription model, Size largest) {
        int asked = (int) Extra.VAE_TILE.in(recipe.extras(), 0);
        if (asked > 0) {
            return asked;
        }
        boolean fits = MemoryEstimate.decoding(model, largest) <= SHARE * AvailableMemory.total();
        return fits ? 0 : STANDARD_SIDE;
    }

    /** The largest part of the picture that the autoencoder sees at once. */
    static Size seen(Size picture, int side) {
        return side == 0 ? picture : new Size(Math.min(side, picture.width()), Math.min(side, picture.height()));
    }
}
