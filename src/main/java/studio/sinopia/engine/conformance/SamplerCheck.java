package studio.sinopia.engine.conformance;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.sample.Denoiser;
import studio.sinopia.engine.sample.History;
import studio.sinopia.engine.sample.NoiseSchedule;
import studio.sinopia.engine.sample.NoiseSource;
import studio.sinopia.engine.sample.Prediction;
import studio.sinopia.engine.sample.Sampler;
import studio.sinopia.engine.sample.SamplerCatalogue;
import studio.sinopia.engine.sample.SamplerStep;
import studio.sinopia.engine.sample.ScheduleCatalogue;
import studio.sinopia.engine.sample.TrainedNoise;
import studio.sinopia.engine.tensor.TensorScope;
import studio.sinopia.engine.tensor.Torch;
import studio.sinopia.engine.weights.ModelConfig;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Samplers against the reference's: {@code cases.json} names its schedulers with their configurations; recorded are {@code
 * CASE.STEPS.final}, {@code .timesteps} and {@code .sigmas} for the made-up network {@code tanh(input) * cos(t / 300) + 0.1 *
 * input}. Cases whose sampler this program does not have stay uncovered.
 */
public final class SamplerCheck implements Check {

    private static final String CASES = "cases.json";
    private static final double TOLERANCE = 1e-4;
    /** The made-up network amplifies: some walks end among hundreds, where a float has not four decimals. */
    private static final double RELATIVE_TOLERANCE = 1e-5;
    /** Timesteps reach 999, and the reference computes them from sigmas of 32 bits. */
    private static final double TIMESTEP_TOLERANCE = 1e-2;

    /** A walk of the reference in this program's terms. */
    private record Walk(String name, Sampler sampler, NoiseSchedule schedule) {}

    @Override
    public void run(Torch torch, Recorded recorded) throws StudioException {
        Path file = recorded.folder().resolve(CASES);
        if (!Files.isRegularFile(file)) {
            return;
        }
        JsonNode cases = RecordedJson.read(file);
        for (String key : recorded.names()) {
            String[] name = key.split("\\.");
            if (name.length == 3 && name[2].equals("final")) {
                Optional<Walk> walk = walk(name[0], cases.path(name[0]), Integer.parseInt(name[1]));
                if (walk.isPresent()) {
                    compare(walk.get(), torch.manager(), recorded);
                }
            }
        }
    }

    private static void compare(Walk walk, NDManager manager, Recorded recorded) {
        NoiseSchedule schedule = walk.schedule();
        try (NDManager own = manager.newSubManager();
                var scope = new TensorScope(own)) {
            NDArray init = recorded.input("init", own); // [1, 4, 8, 8]
            NDArray feed = recorded.input("noise", own); // [draws, 1, 4, 8, 8]
            List<Double> asked = new ArrayList<>();
            NDArray end = end(walk, init.mul(schedule.initialScale()), (step, purpose, like) -> feed.get(step), asked);
            NDArray network = end.mul(schedule.inputScale(schedule.sigma(schedule.steps())));
            String key = walk.name() + ".final";
            recorded.compare(key, scope.keep(network), tolerance(largest(recorded.numbers(key))));
            compare(walk.name() + ".timesteps", asked, TIMESTEP_TOLERANCE, recorded, own);
            compareSigmas(walk.name() + ".sigmas", told(schedule), recorded, own);
        }
    }

    /** The reference's sigmas; of a flow they are shares of noise. */
    private static List<Double> told(NoiseSchedule schedule) {
        return schedule.noise().prediction() == Prediction.FLOW
                ? schedule.sigmas().stream().map(sigma -> sigma / (1 + sigma)).toList()
                : schedule.sigmas();
    }

    /** Of samplers that ask twice a step the reference lists every point but the first, and the end, twice. */
    private static void compareSigmas(String key, List<Double> list, Recorded recorded, NDManager own) {
        int size = recorded.has(key) ? Math.toIntExact(recorded.shape(key).size()) : list.size();
        List<Double> told = size == list.size()
                ? list
                : IntStream.range(0, size)
                        .mapToObj(i -> list.get(Math.min((i + 1) / 2, list.size() - 1)))
                        .toList();
        double largest = list.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        compare(key, told, tolerance(largest), recorded, own);
    }

    private static double tolerance(double largest) {
        return Math.max(TOLERANCE, RELATIVE_TOLERANCE * largest);
    }

    private static double largest(float[] numbers) {
        double largest = 0;
        for (float number : numbers) {
            largest = Math.max(largest, Math.abs(number));
        }
        return largest;
    }

    private static void compare(String key, List<Double> list, double tolerance, Recorded recorded, NDManager own) {
        if (!recorded.has(key)) {
            return;
        }
        float[] numbers = new float[list.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = list.get(i).floatValue();
        }
        recorded.compare(key, own.create(numbers, new Shape(numbers.length)), tolerance);
    }

    /** @param asked receives the timesteps at which the network was asked */
    private static NDArray end(Walk walk, NDArray start, NoiseSource noise, List<Double> asked) {
        NoiseSchedule schedule = walk.schedule();
        Denoiser denoiser = (x, sigma) -> {
            double timestep = schedule.timestep(sigma);
            asked.add(timestep);
            NDArray input = x.mul(schedule.inputScale(sigma));
            NDArray output = input.tanh().mul(Math.cos(timestep / 300)).add(input.mul(0.1));
            return schedule.noise().prediction().clean(x, output, sigma);
        };
        NDArray x = start;
        try (var history = new History(start.getManager())) {
            for (int i = 0; i < schedule.steps(); i++) {
                x = walk.sampler().step(denoiser, x, new SamplerStep(schedule, i, noise), history);
            }
        }
        return x;
    }

    private static Optional<Walk> walk(String name, JsonNode scheduler, int steps) throws StudioException {
        if (!(scheduler.path("config") instanceof ObjectNode given)) {
            return Optional.empty();
        }
        ObjectNode config = given.deepCopy();
        config.put("_class_name", scheduler.path("cls").asString(""));
        Optional<String> sampler = ReferenceScheduler.sampler(config);
        if (sampler.isEmpty()) {
            return Optional.empty();
        }
        TrainedNoise noise = TrainedNoise.read(ModelConfig.parse(name, config.toString()));
        SamplerCatalogue.Entry entry = SamplerCatalogue.parse(sampler.get());
        NoiseSchedule schedule = ScheduleCatalogue.AUTOMATIC.schedule(steps, noise, entry.convention());
        return Optional.of(new Walk(name + "." + steps, entry.sampler(), schedule));
    }
}
