package studio.sinopia.engine.vae;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import studio.sinopia.engine.conformance.FormulaWeights;
import studio.sinopia.engine.tensor.NoiseStream;
import studio.sinopia.engine.tensor.OpenTorch;
import studio.sinopia.engine.weights.ModelConfig;
import studio.sinopia.engine.weights.ModelPart;

class TiledAutoencoderTest {

    private static final Path SHIPPED = Path.of("assets/models/storybook/vae");
    private static final String WITH_GROUP_NORMS = """
            {"block_out_channels": [16, 32, 32], "latent_channels": 4, "layers_per_block": 1, "norm_num_groups": 8,
             "down_block_types": ["DownEncoderBlock2D", "DownEncoderBlock2D", "DownEncoderBlock2D"],
             "up_block_types": ["UpDecoderBlock2D", "UpDecoderBlock2D", "UpDecoderBlock2D"]}""";

    @RegisterExtension
    final OpenTorch opened = new OpenTorch();

    private final NDManager manager = opened.manager();

    @Test
    void tilesOfTheShippedAutoencoderGiveTheWholePictureToALevel() throws Exception {
        try (Autoencoder whole = Autoencoders.load(opened.torch(), ModelPart.open(SHIPPED))) {
            var tiled = new TiledAutoencoder(whole, 320);
            NDArray picture = smooth(3, 576, 448);
            NDArray latent = whole.encode(picture);
            assertTrue(largest(latent, tiled.encode(picture)) < 0.02 * largest(latent, latent.zerosLike()));
            assertEquals(0, largest(whole.decode(latent), tiled.decode(latent)), 2 / 127.5);
        }
    }

    @Test
    void whereMeansOverAllThatIsSeenCountNoStepIsSteeperThanWithoutTiles() throws Exception {
        ModelConfig config = ModelConfig.parse("vae", WITH_GROUP_NORMS);
        var weights = new FormulaWeights(
                manager,
                Set.of("encoder.mid_block.attentions.0.query.weight", "decoder.mid_block.attentions.0.query.weight"));
        try (Autoencoder whole = AutoencoderKL.build(opened.torch(), config, weights)) {
            NDArray latent = new NoiseStream(4, 0, 0, "even").normal(manager, new Shape(1, 4, 64, 64));
            NDArray wanted = whole.decodeOwn(latent);
            NDArray decoded = new TiledAutoencoder(whole, 128).decodeOwn(latent);
            double spread = Math.sqrt(wanted.square().mean().getFloat());
            assertTrue(wanted.sub(decoded).abs().mean().getFloat() < 0.08 * spread);
            double own = steepest(wanted);
            double tiled = steepest(decoded);
            assertTrue(tiled < 1.1 * own, "a step of " + tiled + " where the picture's own are " + own);
        }
    }

    @Test
    void whatFitsIntoOneTileIsTheSameToTheBit() throws Exception {
        try (Autoencoder whole = Autoencoders.load(opened.torch(), ModelPart.open(SHIPPED))) {
            NDArray latent = smooth(12, 8, 8);
            assertEquals(0, largest(whole.decode(latent), new TiledAutoencoder(whole, 512).decode(latent)));
        }
    }

    /** Noise without fine detail, about 1 large. */
    private NDArray smooth(int channels, long height, long width) {
        NDArray coarse = new NoiseStream(3, 0, 0, "smooth").normal(manager, new Shape(1, channels, 6, 6));
        return opened.torch()
                .kernels()
                .call("resize_linear", coarse, (int) height, (int) width)
                .clip(-1, 1);
    }

    private static double largest(NDArray a, NDArray b) {
        return a.sub(b).abs().max().getFloat();
    }

    /** The largest difference between pixels side by side. */
    private static double steepest(NDArray picture) {
        return largest(picture.get(":, :, :, 1:"), picture.get(":, :, :, :-1"));
    }
}
