package studio.sinopia.engine.sample;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.List;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Spelling;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.tensor.CpuNoise;
import studio.sinopia.engine.tensor.GpuNoise;
import studio.sinopia.engine.tensor.NoiseStream;
import studio.sinopia.engine.tensor.NormalNumbers;

/** Where noise comes from, by the names that users of other programs know: the same seed gives the same noise as there. */
public enum NoiseCatalogue {
    /** This program's own: one method's draw never moves another's. */
    OWN("own"),
    /** The own noise, but samplers that follow an SDE take theirs from one Brownian path, whatever the number of steps. */
    BROWNIAN("Brownian"),
    /** As PyTorch draws on a CPU, in the order in which it is asked for. */
    CPU("CPU"),
    /** As PyTorch draws on a CUDA device, in the order in which it is asked for. */
    GPU("GPU");

    private final String title;

    NoiseCatalogue(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** Names in the order in which to offer them. */
    public static List<String> names() {
        return Arrays.stream(values()).map(NoiseCatalogue::title).toList();
    }

    /** Finds a source by name, ignoring case, or says which there are. */
    public static NoiseCatalogue parse(String name) throws StudioException {
        return Arrays.stream(values())
                .filter(entry -> Spelling.same(entry.title, name))
                .findFirst()
                .orElseThrow(() -> new StudioException(
                        new Problem("There is no noise '" + name + "'.", "noise", Spelling.remedy(name, names()))));
    }

    /**
     * All noise of one picture, from its beginning.
     *
     * @param image number of the picture in its run, which other programs' noise does not hear
     */
    public NoiseSource source(long seed, int image) {
        return switch (this) {
            case OWN -> named(seed, image);
            case BROWNIAN -> alongPath(named(seed, image), new BrownianPath(seed, image));
            case CPU -> inOrder(new CpuNoise(seed));
            case GPU -> inOrder(new GpuNoise(seed));
        };
    }

    private static NoiseSource named(long seed, int image) {
        return (step, purpose, like) ->
                new NoiseStream(seed, image, step, purpose).normal(like.getManager(), like.getShape());
    }

    private static NoiseSource alongPath(NoiseSource other, BrownianPath path) {
        return new NoiseSource() {
            @Override
            public NDArray draw(int step, String purpose, NDArray like) {
                return other.draw(step, purpose, like);
            }

            @Override
            public NDArray onTheWay(int step, String purpose, double from, double to, NDArray like) {
                return path.between(from, to, like);
            }
        };
    }

    private static NoiseSource inOrder(NormalNumbers numbers) {
        return (step, purpose, like) ->
                like.getManager().create(numbers.normal(Math.toIntExact(like.size())), like.getShape());
    }
}
