package studio.sinopia.recipe;

/**
 * A low-rank patch (LoRA) of the weights for the length of a run.
 *
 * @param file path of the safetensors file
 * @param weight usually -2 … 2
 */
public record WeightPatch(String file, double weight) {}
