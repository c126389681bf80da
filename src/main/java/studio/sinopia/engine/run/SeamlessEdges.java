package studio.sinopia.engine.run;

import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.tensor.Edges;
import studio.sinopia.recipe.Extras;
import studio.sinopia.recipe.Precision;
import studio.sinopia.recipe.Recipe;

/** Which edges of its picture a recipe wants to meet, and with what that does not go. */
final class SeamlessEdges {

    private SeamlessEdges() {}

    static Edges of(Recipe recipe) throws StudioException {
        Extras extras = recipe.extras();
        Edges edges = Edges.of(Extra.SEAMLESS_X.in(extras, 0) > 0, Extra.SEAMLESS_Y.in(extras, 0) > 0);
        if (edges == Edges.OPEN) {
            return edges;
        }
        for (Extra tiles : new Extra[] {Extra.TILE, Extra.VAE_TILE}) {
            if (tiles.in(extras, 0) > 0) {
                throw new StudioException(new Problem(
                        "A picture painted in tiles has no edges that could meet.",
                        tiles.key(),
                        "Leave out the tiles, or the seamless edges."));
            }
        }
        if (recipe.precision() == Precision.BF16) {
            throw new StudioException(new Problem(
                    "Pictures whose edges meet are painted in 32 bits.", "precision", "Choose fp32 or auto."));
        }
        return edges;
    }
}
