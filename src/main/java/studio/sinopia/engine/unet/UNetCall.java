package studio.sinopia.engine.unet;

import ai.djl.ndarray.NDArray;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One question to the U-Net. Rows are independent of each other: a prompt and an empty prompt, several pictures.
 *
 * @param sample scaled model input, [rows, channels, height, width]; left unchanged
 * @param timesteps the network's clock, one for each row, 0 … 999, fractions allowed
 * @param context the words, made by the same network's {@code context}, as many rows
 * @param added what SDXL needs beside the words
 * @param residuals what ControlNets add
 * @param features what T2I-Adapters add, one for each level, or none
 * @param guidance the guidance scale, for networks distilled to know it
 * @param taps who listens
 */
public record UNetCall(
        NDArray sample,
        List<Double> timesteps,
        TextContext context,
        Optional<AddedConditions> added,
        Optional<Residuals> residuals,
        List<NDArray> features,
        OptionalDouble guidance,
        UNetTaps taps) {

    public UNetCall {
        long rows = sample.getShape().get(0);
        if (timesteps.size() != rows || context.rows() != rows) {
            throw new IllegalArgumentException("Rows differ: sample %d, timesteps %d, context %d"
                    .formatted(rows, timesteps.size(), context.rows()));
        }
        timesteps = List.copyOf(timesteps);
        features = List.copyOf(features);
    }

    /** The plain question: all rows at one timestep, no extras. */
    public static UNetCall of(NDArray sample, double timestep, TextContext context) {
        List<Double> timesteps =
                Collections.nCopies(Math.toIntExact(sample.getShape().get(0)), timestep);
        return new UNetCall(
                sample,
                timesteps,
                context,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                OptionalDouble.empty(),
                UNetTaps.NONE);
    }

    public UNetCall with(AddedConditions conditions) {
        return new UNetCall(sample, timesteps, context, Optional.of(conditions), residuals, features, guidance, taps);
    }

    public UNetCall with(Residuals additions) {
        return new UNetCall(sample, timesteps, context, added, Optional.of(additions), features, guidance, taps);
    }

    public UNetCall with(UNetTaps listeners) {
        return new UNetCall(sample, timesteps, context, added, residuals, features, guidance, listeners);
    }

    /** With the features of T2I-Adapters. */
    public UNetCall withFeatures(List<NDArray> additions) {
        return new UNetCall(sample, timesteps, context, added, residuals, additions, guidance, taps);
    }

    /** With the guidance scale that a distilled network wants to know. */
    public UNetCall withGuidance(double scale) {
        return new UNetCall(sample, timesteps, context, added, residuals, features, OptionalDouble.of(scale), taps);
    }

    /** The same question with other words; contexts belong to the network that made them. */
    public UNetCall with(TextContext words) {
        return new UNetCall(sample, timesteps, words, added, residuals, features, guidance, taps);
    }

    /** The same question without residuals, features and listeners. */
    public UNetCall plain() {
        return new UNetCall(sample, timesteps, context, added, Optional.empty(), List.of(), guidance, UNetTaps.NONE);
    }
}
