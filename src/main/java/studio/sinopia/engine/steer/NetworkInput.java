package studio.sinopia.engine.steer;

import ai.djl.ndarray.NDArray;
import java.util.Optional;
import studio.sinopia.engine.unet.AddedConditions;

/**
 * What the network is about to be asked.
 *
 * @param sample scaled input, [rows, channels, height, width]
 * @param text words of each row, [rows, words, width]; the same tensor as long as the rows hear the same
 * @param added what SDXL needs beside the words
 * @param branches what the rows are
 * @param window which part of the canvas the sample is
 */
public record NetworkInput(
        NDArray sample, NDArray text, Optional<AddedConditions> added, BranchList branches, CanvasWindow window) {}
