package studio.sinopia.recipe;

/**
 * A file that is added to a model: a LoRA or one of its relatives, which changes weights, or an embedding, which is a word of the
 * prompt by the file's name.
 *
 * @param file its path
 * @param weight how much of it for the U-Net: 1 as trained, 0 nothing, negative away from it
 * @param textWeight how much of it for the text encoders
 */
public record WeightPatch(String file, double weight, double textWeight) {

    /** The same for all networks. */
    public WeightPatch(String file, double weight) {
        this(file, weight, weight);
    }
}
