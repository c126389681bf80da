package studio.sinopia.engine.unet;

/**
 * A named place inside the network, for example {@code down.1.attention.0} or {@code mid.resnet.1}.
 *
 * @param side encoder, middle or decoder
 * @param block number of the block on its side, 0 for the middle
 * @param part what stands there
 * @param layer number among the same parts of the block
 */
public record TapPoint(Side side, int block, Part part, int layer) {

    /** Encoder, middle, decoder. */
    public enum Side {
        DOWN,
        MID,
        UP
    }

    /** Residual block, spatial transformer, down- or upsampling, or the convolution at the entrance. */
    public enum Part {
        RESNET,
        ATTENTION,
        SAMPLER,
        ENTRY
    }

    @Override
    public String toString() {
        String place = side == Side.MID ? "mid" : side.name().toLowerCase(java.util.Locale.ROOT) + "." + block;
        return place + "." + part.name().toLowerCase(java.util.Locale.ROOT) + "." + layer;
    }
}
