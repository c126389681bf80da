package studio.sinopia.engine.steer;

import studio.sinopia.engine.patch.PatchFile;
import studio.sinopia.engine.patch.PatchTarget;
import studio.sinopia.engine.patch.PatchedWeights;
import studio.sinopia.engine.weights.Weights;

/**
 * Changes the weights that a file names: a LoRA or one of its relatives. Closes the file with the run's steering.
 *
 * @param unetWeight how much for the U-Net: 0 leaves it as it is, 1 is as trained
 * @param textWeight how much for the text encoders
 */
public record FilePatch(PatchFile file, double unetWeight, double textWeight) implements PatchMoment {

    @Override
    public Rank rank() {
        return Rank.FILTER;
    }

    @Override
    public Weights patch(Weights weights, PatchTarget target) {
        return new PatchedWeights(weights, file, target, target == PatchTarget.UNET ? unetWeight : textWeight);
    }

    @Override
    public void close() {
        file.close();
    }
}
