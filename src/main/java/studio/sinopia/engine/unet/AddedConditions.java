package studio.sinopia.engine.unet;

import ai.djl.ndarray.NDArray;

/**
 * What SDXL is told beside the prompt.
 *
 * @param pooledText one vector a row from the second text encoder, [rows, width]
 * @param timeIds original height and width, crop top and left, target height and width, [rows, 6]
 */
public record AddedConditions(NDArray pooledText, NDArray timeIds) {}
