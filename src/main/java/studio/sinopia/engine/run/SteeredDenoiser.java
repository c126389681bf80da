package studio.sinopia.engine.run;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.sinopia.core.Cancellation;
import studio.sinopia.engine.sample.Denoiser;
import studio.sinopia.engine.sample.NoiseSchedule;
import studio.sinopia.engine.sample.NoiseSource;
import studio.sinopia.engine.sample.SamplerStep;
import studio.sinopia.engine.steer.BranchList;
import studio.sinopia.engine.steer.CanvasWindow;
import studio.sinopia.engine.steer.Conditions;
import studio.sinopia.engine.steer.NetworkInput;
import studio.sinopia.engine.steer.Predictions;
import studio.sinopia.engine.steer.Steering;
import studio.sinopia.engine.steer.StepPoint;
import studio.sinopia.engine.unet.AddedConditions;
import studio.sinopia.engine.unet.TextContext;
import studio.sinopia.engine.unet.UNet;
import studio.sinopia.engine.unet.UNetCall;
import studio.sinopia.recipe.ToldSizes;

/**
 * D(x, sigma) of one run: for every window the rows of the batch go through the U-Net, their predictions are combined, and the
 * estimates are merged and edited. Looks at the cancellation before every call of the network.
 */
public final class SteeredDenoiser implements Denoiser, AutoCloseable {

    private final UNet unet;
    private final NoiseSchedule schedule;
    private final Steering steering;
    private final Cancellation cancellation;
    private final RunConditions told;
    private final Conditions conditions;
    private final Map<Hearing, Rows> rows = new HashMap<>();
    private @Nullable StepPoint point;
    private @Nullable NDArray lastClean;

    /**
     * What the rows of a step hear.
     *
     * @param tellings for each row the number of its telling
     */
    private record Hearing(List<BranchList.Branch> branches, List<Integer> tellings) {}

    /** The words of one set of rows, for the length of the run. */
    private record Rows(NDArray text, TextContext context, Optional<AddedConditions> added) {}

    /**
     * Prepares the words of every set of rows that the run will have, in the open scope.
     *
     * @param told what the network hears beside the words
     */
    public SteeredDenoiser(
            UNet unet,
            NoiseSchedule schedule,
            Steering steering,
            Conditions conditions,
            RunConditions told,
            Cancellation cancellation) {
        this.unet = unet;
        this.schedule = schedule;
        this.steering = steering;
        this.told = told;
        this.conditions = conditions;
        this.cancellation = cancellation;
        NoiseSource noNoise = (step, purpose, like) -> like;
        for (int i = 0; i < schedule.steps(); i++) {
            var step = new SamplerStep(schedule, i, noNoise);
            BranchList branches = steering.branches(new StepPoint(step, step.sigma(), 0, 1));
            int number = i;
            rows.computeIfAbsent(hearing(branches, i), heard -> rows(branches, number));
        }
    }

    private Hearing hearing(BranchList branches, int step) {
        return new Hearing(
                branches.rows(),
                branches.rows().stream()
                        .map(branch -> conditions.get(branch).number(step))
                        .toList());
    }

    private Rows rows(BranchList branches, int step) {
        List<Conditions.Telling> heard = branches.rows().stream()
                .map(branch -> conditions.get(branch).at(step))
                .toList();
        var texts = new NDList();
        heard.forEach(telling -> texts.add(telling.text()));
        NDArray text = NDArrays.concat(texts, 0); // [rows, words, width]
        steering.prepare(branches, text);
        return new Rows(
                text,
                unet.context(text),
                unet.needsAddedConditions() ? Optional.of(added(heard, told.sizes())) : Optional.empty());
    }

    private static AddedConditions added(List<Conditions.Telling> told, ToldSizes sizes) {
        var pooled = new NDList();
        told.forEach(telling -> pooled.add(telling.pooled()
                .orElseThrow(() -> new IllegalStateException("The network needs pooled text and got none"))));
        float[] ids = new float[told.size() * 6];
        for (int i = 0; i < told.size(); i++) {
            float[] row = {
                sizes.original().height(), sizes.original().width(),
                sizes.cropTop(), sizes.cropLeft(),
                sizes.target().height(), sizes.target().width()
            };
            System.arraycopy(row, 0, ids, i * 6, 6);
        }
        NDArray vectors = NDArrays.concat(pooled, 0); // [rows, width]
        return new AddedConditions(vectors, vectors.getManager().create(ids, new Shape(told.size(), 6)));
    }

    /** Says where the walk stands, before the sampler asks. */
    void stand(StepPoint newPoint) {
        point = newPoint;
        lastClean = null;
    }

    /** The estimate at the beginning of the step, freed with the step. */
    NDArray lastClean() {
        if (lastClean == null) {
            throw new IllegalStateException("The sampler has not asked in this step");
        }
        return lastClean;
    }

    @Override
    public NDArray denoise(NDArray x, double sigma) {
        if (point == null) {
            throw new IllegalStateException("The walk has not begun");
        }
        StepPoint at = point.at(sigma);
        int height = Math.toIntExact(x.getShape().get(2));
        int width = Math.toIntExact(x.getShape().get(3));
        List<CanvasWindow> windows = steering.windows(width, height, at);
        NDArray clean = windows.size() == 1 && windows.getFirst().isWhole()
                ? ask(x, windows.getFirst(), at)
                : merge(x, windows, at);
        NDArray edited = steering.clean(clean, x, at);
        if (lastClean == null) {
            lastClean = edited;
        }
        return edited;
    }

    /** The mean of the windows' estimates wherever they overlap. */
    private NDArray merge(NDArray x, List<CanvasWindow> windows, StepPoint at) {
        NDArray sum = x.zerosLike();
        NDArray count = x.zerosLike();
        for (CanvasWindow window : windows) {
            NDIndex index = window.index();
            NDArray clean = ask(x.get(index), window, at);
            sum.set(index, sum.get(index).add(clean));
            count.set(index, count.get(index).add(1));
        }
        return sum.div(count);
    }

    private NDArray ask(NDArray x, CanvasWindow window, StepPoint at) {
        BranchList branches = steering.branches(at);
        Rows words = rows.get(hearing(branches, at.step()));
        if (words == null) {
            throw new IllegalStateException("The rows of this step were not announced before the run");
        }
        NDArray scaled = x.mul(schedule.inputScale(at.sigma()));
        NDArray sample = branches.size() == 1 ? scaled : scaled.repeat(0, branches.size());
        var input = new NetworkInput(sample, words.text(), words.added(), branches, window);
        UNetCall call = UNetCall.of(seen(sample, window), at.timestep(), words.context())
                .with(steering.taps(branches, window, at));
        if (words.added().isPresent()) {
            call = call.with(words.added().get());
        }
        if (told.guidance().isPresent()) {
            call = call.withGuidance(told.guidance().getAsDouble() - 1); // such networks count from no guidance = 0
        }
        cancellation.throwIfRequested();
        var residuals = steering.residuals(input, at);
        if (residuals.isPresent()) {
            call = call.with(residuals.get());
        }
        call = call.withFeatures(steering.features(input, at));
        cancellation.throwIfRequested();
        UNetCall question = call;
        NDArray outputs = steering.predict(question, input, at)
                .orElseGet(() -> unet.predict(question)); // [rows, channels, height, width]
        NDArray guided = steering.combine(new Predictions(branches, outputs), at);
        return schedule.noise().prediction().clean(x, guided, at.sigma());
    }

    /** With the channels that an inpainting network sees behind those of the latent; adapters do not see them. */
    private NDArray seen(NDArray sample, CanvasWindow window) {
        if (told.channels().isEmpty()) {
            return sample;
        }
        NDArray more = window.cut(told.channels().get());
        return NDArrays.concat(
                new NDList(sample, more.repeat(0, sample.getShape().get(0))), 1);
    }

    @Override
    public void close() {
        rows.values().forEach(set -> set.context().close());
    }
}
