package studio.sinopia.engine.timing;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.tensor.NoiseStream;
import studio.sinopia.engine.tensor.TensorScope;
import studio.sinopia.engine.tensor.Torch;
import studio.sinopia.engine.unet.AddedConditions;
import studio.sinopia.engine.unet.TextContext;
import studio.sinopia.engine.unet.UNet2DConditionModel;
import studio.sinopia.engine.unet.UNetCall;
import studio.sinopia.engine.unet.UNetConfig;
import studio.sinopia.engine.unet.UNetCost;
import studio.sinopia.engine.weights.ModelConfig;
import studio.sinopia.engine.weights.ModelPart;
import studio.sinopia.engine.weights.RandomWeights;

/** One U-Net and one question to it, to be asked again and again. */
public final class UNetTiming implements AutoCloseable {

    private static final double TIMESTEP = 500;
    private static final int TIME_IDS = 6;

    private final UNet2DConditionModel unet;
    private final NDManager manager;
    private final TextContext context;
    private final UNetCall call;
    private final double operations;

    private UNetTiming(Torch torch, UNet2DConditionModel unet, int rows, int latentSide, int words) {
        this.unet = unet;
        this.manager = torch.manager().newSubManager();
        UNetConfig config = unet.config();
        NDArray text = noise("text", rows, words, config.textWidth());
        this.context = unet.context(text);
        UNetCall plain =
                UNetCall.of(noise("sample", rows, config.inChannels(), latentSide, latentSide), TIMESTEP, context);
        this.call = config.added().isPresent() ? plain.with(added(config.added().get(), rows)) : plain;
        this.operations = UNetCost.operations(config, rows, latentSide, latentSide, words);
    }

    /**
     * A network of random weights.
     *
     * @param config a U-Net's {@code config.json}
     * @param rows how many rows in a batch
     * @param latentSide rows and columns of the latent
     * @param words tokens of the prompt
     */
    public static UNetTiming random(Torch torch, ModelConfig config, int rows, int latentSide, int words)
            throws StudioException {
        try (NDManager weights = torch.manager().newSubManager()) {
            var unet = UNet2DConditionModel.build(torch, UNetConfig.read(config), new RandomWeights(weights));
            return new UNetTiming(torch, unet, rows, latentSide, words);
        }
    }

    /** A network from a model folder. */
    public static UNetTiming stored(Torch torch, ModelPart part, int rows, int latentSide, int words)
            throws StudioException {
        return new UNetTiming(torch, UNet2DConditionModel.load(torch, part), rows, latentSide, words);
    }

    private NDArray noise(String purpose, long... shape) {
        return new NoiseStream(1, 0, 0, purpose).normal(manager, new Shape(shape));
    }

    private AddedConditions added(UNetConfig.Added added, int rows) {
        int pooled = added.width() - TIME_IDS * added.idSines();
        return new AddedConditions(noise("pooled", rows, pooled), manager.ones(new Shape(rows, TIME_IDS)));
    }

    /** Asks once and waits for the answer; seconds. */
    public double step() {
        try (var scope = new TensorScope(manager)) {
            long start = System.nanoTime();
            float first = unet.predict(call).getFloat(0, 0, 0, 0);
            double seconds = (System.nanoTime() - start) * 1e-9;
            if (Float.isNaN(first)) {
                throw new IllegalStateException("The network predicts NaN");
            }
            return seconds;
        }
    }

    /** Channels of the latent that the network denoises. */
    public int latentChannels() {
        return unet.config().outChannels();
    }

    /** Multiplications and additions of one step. */
    public double operations() {
        return operations;
    }

    @Override
    public void close() {
        context.close();
        manager.close();
        unet.close();
    }
}
