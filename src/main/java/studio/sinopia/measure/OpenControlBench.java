package studio.sinopia.measure;

import java.nio.file.Path;
import java.util.function.IntConsumer;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.run.DiffusionEngine;
import studio.sinopia.engine.run.Engine;

/** A {@link ControlBench} with an engine of its own, the judge that ships, and held-out scenes. Belongs to one thread. */
public final class OpenControlBench implements AutoCloseable {

    private final Engine engine;
    private final NetworkJudge judge;
    private final RoundTrip autoencoder;
    private final ControlBench bench;

    private OpenControlBench(Engine engine, NetworkJudge judge, RoundTrip autoencoder, Path runFolder, Size size) {
        this.engine = engine;
        this.judge = judge;
        this.autoencoder = autoencoder;
        this.bench =
                new ControlBench(new EnginePainter(engine, runFolder), judge, autoencoder, new HeldOutScenes(size));
    }

    /**
     * Opens everything but the model's networks, which the first painting loads.
     *
     * @param home where the program is installed
     * @param model folder of the model to measure; recipes of the order name none
     * @param runFolder existing folder for the latents of the paintings
     * @param size of the paintings, sides divisible by 8
     * @throws StudioException if the judge or the model's autoencoder is missing
     */
    public static OpenControlBench open(Path home, Path model, Path runFolder, Size size) throws StudioException {
        NetworkJudge judge = NetworkJudge.open(NetworkJudge.folder(home));
        try {
            return new OpenControlBench(new DiffusionEngine(model), judge, RoundTrip.open(model), runFolder, size);
        } catch (StudioException | RuntimeException failure) {
            judge.close();
            throw failure;
        }
    }

    /** As {@link ControlBench#run}. */
    public ControlReport run(ControlBench.Order order, IntConsumer progress, Cancellation cancellation)
            throws StudioException {
        return bench.run(order, progress, cancellation);
    }

    @Override
    public void close() {
        engine.close();
        autoencoder.close();
        judge.close();
    }
}
