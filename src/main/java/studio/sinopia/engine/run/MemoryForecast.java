package studio.sinopia.engine.run;

/**
 * What memory a run will take, estimated from the configuration of its models.
 *
 * @param weightBytes all networks of the run, as they are kept while running
 * @param samplingBytes on top of the weights, at the widest moment of a step
 * @param decodingBytes on top of the weights, at the widest moment of decoding
 * @param availableBytes what the machine can give, models already loaded counted as available
 */
public record MemoryForecast(long weightBytes, long samplingBytes, long decodingBytes, long availableBytes) {

    /** Weights and the larger of sampling and decoding. */
    public long peakBytes() {
        return weightBytes + Math.max(samplingBytes, decodingBytes);
    }

    public boolean fits() {
        return peakBytes() <= availableBytes;
    }
}
