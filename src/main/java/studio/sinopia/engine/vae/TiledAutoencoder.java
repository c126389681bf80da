package studio.sinopia.engine.vae;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.Optional;
import java.util.function.UnaryOperator;
import studio.sinopia.engine.tensor.TensorScope;

/**
 * An autoencoder that works on tiles, so that its memory does not grow with the picture. Tiles overlap by a quarter; a tile's outer
 * part, which its edge disturbs, counts nothing, and towards its middle it fades in while its neighbour fades out. A network of
 * convolutions alone gives what it gives on the whole; one that looks at means over all it sees (group norms, attention) gives
 * nearly that, without seams.
 */
public final class TiledAutoencoder implements Autoencoder {

    private static final int OVERLAP_SHARE = 4;
    private static final double UNCOUNTED = 0.25; // of the overlap, on either side

    private final Autoencoder whole;
    private final int side;
    private final int overlap;

    /** @param pixels side of a tile, at least four times the reduction */
    public TiledAutoencoder(Autoencoder whole, int pixels) {
        this.whole = whole;
        this.side = Math.max(OVERLAP_SHARE, pixels / whole.reduction());
        this.overlap = side / OVERLAP_SHARE;
    }

    @Override
    public LatentSpace space() {
        return whole.space();
    }

    @Override
    public int reduction() {
        return whole.reduction();
    }

    @Override
    public NDArray decodeOwn(NDArray latent) {
        int r = reduction();
        return merged(latent, 1, r, 3, whole::decodeOwn);
    }

    @Override
    public Moments moments(NDArray picture) {
        NDArray mean = merged(
                picture,
                reduction(),
                1,
                space().channels(),
                tile -> whole.moments(tile).mean());
        return new Moments(mean, Optional.empty());
    }

    /**
     * @param in units of the input for one cell
     * @param out units of the output for one cell
     */
    private NDArray merged(NDArray input, int in, int out, int channels, UnaryOperator<NDArray> network) {
        NDManager manager = input.getManager();
        Shape shape = input.getShape();
        int height = Math.toIntExact(shape.get(2)) / in;
        int width = Math.toIntExact(shape.get(3)) / in;
        NDArray sum = manager.zeros(new Shape(shape.get(0), channels, (long) height * out, (long) width * out));
        NDArray weights = manager.zeros(new Shape(1, 1, (long) height * out, (long) width * out));
        for (int y : starts(height)) {
            for (int x : starts(width)) {
                try (var scope = new TensorScope(manager)) {
                    int bottom = Math.min(height, y + side);
                    int right = Math.min(width, x + side);
                    NDArray tile = network.apply(input.get(index(x * in, y * in, right * in, bottom * in)));
                    NDArray fade = fade(manager, y, bottom, height, out)
                            .reshape(1, 1, -1, 1)
                            .mul(fade(manager, x, right, width, out).reshape(1, 1, 1, -1));
                    NDIndex place = index(x * out, y * out, right * out, bottom * out);
                    sum.set(place, sum.get(place).add(tile.mul(fade)));
                    weights.set(place, weights.get(place).add(fade));
                }
            }
        }
        return sum.div(weights);
    }

    private static NDIndex index(int left, int top, int right, int bottom) {
        return new NDIndex(":, :, {}:{}, {}:{}", top, bottom, left, right);
    }

    /** As few tiles as overlap enough, spread evenly. */
    private int[] starts(int length) {
        if (length <= side) {
            return new int[] {0};
        }
        int count = 1 + (int) Math.ceil((double) (length - side) / (side - overlap));
        int[] starts = new int[count];
        for (int i = 0; i < count; i++) {
            starts[i] = Math.round((float) i * (length - side) / (count - 1));
        }
        return starts;
    }

    /** How much each row or column of a tile counts: all where no other tile reaches, little at the edge. */
    private NDArray fade(NDManager manager, int start, int end, int length, int units) {
        float[] fade = new float[(end - start) * units];
        double uncounted = UNCOUNTED * overlap * units;
        double rise = overlap * units - 2 * uncounted;
        for (int i = 0; i < fade.length; i++) {
            double before = start == 0 ? Double.MAX_VALUE : i + 0.5;
            double after = end == length ? Double.MAX_VALUE : fade.length - i - 0.5;
            fade[i] = (float) Math.clamp((Math.min(before, after) - uncounted) / rise, 0, 1);
        }
        return manager.create(fade);
    }

    @Override
    public void close() {
        whole.close();
    }
}
