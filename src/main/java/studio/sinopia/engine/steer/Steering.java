package studio.sinopia.engine.steer;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.patch.PatchTarget;
import studio.sinopia.engine.unet.Residuals;
import studio.sinopia.engine.unet.UNetCall;
import studio.sinopia.engine.unet.UNetTaps;
import studio.sinopia.engine.weights.Weights;

/**
 * All methods of a run, asked moment by moment. Inside a moment the order is by {@link SteeringMethod.Rank}, then as given. A
 * method outside its step window, or of strength 0, is not asked, so that it leaves no trace.
 */
public final class Steering implements AutoCloseable {

    private final List<Steered> methods;

    public Steering(List<Steered> methods) {
        this.methods = methods.stream()
                .sorted(Comparator.comparing(steered -> steered.method().rank()))
                .toList();
    }

    public Weights patch(Weights weights, PatchTarget target) throws StudioException {
        Weights patched = weights;
        for (PatchMoment method : all(PatchMoment.class)) {
            patched = method.patch(patched, target);
        }
        return patched;
    }

    public Conditions conditions() {
        Conditions conditions = Conditions.NONE;
        for (ConditionMoment method : all(ConditionMoment.class)) {
            conditions = method.condition(conditions);
        }
        return conditions;
    }

    /** The edited latent. */
    public NDArray latent(NDArray x, StepPoint point, Runnable leftPath) {
        NDArray edited = x;
        for (Active<LatentMoment> active : active(LatentMoment.class, point)) {
            NDArray result = active.method().latent(edited, active.point());
            if (result != edited && !active.method().staysOnPath()) {
                leftPath.run();
            }
            edited = result;
        }
        return edited;
    }

    public BranchList branches(StepPoint point) {
        var branches = new BranchList();
        each(BranchMoment.class, point, (method, at) -> method.branches(branches, at));
        return branches;
    }

    /** Announces a set of rows to the adapters, before the first step. */
    public void prepare(BranchList branches, NDArray text) {
        all(ResidualMoment.class).forEach(method -> method.prepare(branches, text));
    }

    /** The sum of what adapters add. */
    public Optional<Residuals> residuals(NetworkInput input, StepPoint point) {
        Optional<Residuals> sum = Optional.empty();
        for (Active<ResidualMoment> active : active(ResidualMoment.class, point)) {
            Optional<Residuals> more = active.method().residuals(input, active.point());
            sum = sum.isPresent() && more.isPresent() ? Optional.of(sum.get().plus(more.get())) : sum.or(() -> more);
        }
        return sum;
    }

    /** The sum of the features of adapters, level by level; none if nobody has any. */
    public List<NDArray> features(NetworkInput input, StepPoint point) {
        List<NDArray> sum = List.of();
        for (Active<ResidualMoment> active : active(ResidualMoment.class, point)) {
            List<NDArray> more = active.method().features(input, active.point());
            List<NDArray> before = sum;
            sum = before.isEmpty() || more.isEmpty()
                    ? (before.isEmpty() ? more : before)
                    : IntStream.range(0, Math.min(before.size(), more.size()))
                            .mapToObj(i -> before.get(i).add(more.get(i)))
                            .toList();
        }
        return sum;
    }

    /** What the first adapter that computes in the network's place predicts. */
    public Optional<NDArray> predict(UNetCall call, NetworkInput input, StepPoint point) {
        for (Active<ResidualMoment> active : active(ResidualMoment.class, point)) {
            Optional<NDArray> prediction = active.method().predict(call, input, active.point());
            if (prediction.isPresent()) {
                return prediction;
            }
        }
        return Optional.empty();
    }

    public UNetTaps taps(BranchList branches, CanvasWindow window, StepPoint point) {
        List<UNetTaps> taps = new ArrayList<>();
        each(AttentionMoment.class, point, (method, at) -> taps.add(method.taps(branches, window, at)));
        return UNetTaps.all(taps);
    }

    public NDArray combine(Predictions predictions, StepPoint point) {
        NDArray guided = predictions.of(BranchList.CONDITIONAL);
        for (Active<CombineMoment> active : active(CombineMoment.class, point)) {
            guided = active.method().combine(guided, predictions, active.point());
        }
        return guided;
    }

    public NDArray clean(NDArray clean, NDArray x, StepPoint point) {
        NDArray edited = clean;
        for (Active<CleanMoment> active : active(CleanMoment.class, point)) {
            edited = active.method().clean(edited, x, active.point());
        }
        return edited;
    }

    /** The first wish to do the step again wins. */
    public ChooseMoment.Choice choose(NDArray from, NDArray next, StepPoint point) {
        NDArray chosen = next;
        for (Active<ChooseMoment> active : active(ChooseMoment.class, point)) {
            switch (active.method().choose(from, chosen, active.point(), point.attempt())) {
                case ChooseMoment.Choice.Accept accept -> chosen = accept.next();
                case ChooseMoment.Choice.Redo redo -> {
                    return redo;
                }
            }
        }
        return new ChooseMoment.Choice.Accept(chosen);
    }

    /** Windows of the last method that wants any, or the whole canvas. */
    public List<CanvasWindow> windows(int canvasWidth, int canvasHeight, StepPoint point) {
        List<CanvasWindow> windows = List.of(CanvasWindow.whole(canvasWidth, canvasHeight));
        for (Active<TileMoment> active : active(TileMoment.class, point)) {
            windows = active.method().windows(canvasWidth, canvasHeight, active.point());
        }
        return windows;
    }

    public void watch(NDArray x, NDArray clean, StepPoint point) {
        each(WatchMoment.class, point, (method, at) -> method.watch(x, clean, at));
    }

    @Override
    public void close() {
        methods.forEach(steered -> steered.method().close());
    }

    private record Active<T>(T method, StepPoint point) {}

    private <T extends SteeringMethod> List<T> all(Class<T> moment) {
        return methods.stream()
                .map(Steered::method)
                .filter(moment::isInstance)
                .map(moment::cast)
                .toList();
    }

    private <T extends SteeringMethod> List<Active<T>> active(Class<T> moment, StepPoint point) {
        List<Active<T>> active = new ArrayList<>();
        for (Steered steered : methods) {
            if (moment.isInstance(steered.method()) && steered.window().includes(point.step(), point.steps())) {
                double strength = steered.strength(point.step(), point.steps());
                if (strength != 0) {
                    active.add(new Active<>(moment.cast(steered.method()), point.withStrength(strength)));
                }
            }
        }
        return active;
    }

    private <T extends SteeringMethod> void each(Class<T> moment, StepPoint point, BiConsumer<T, StepPoint> action) {
        active(moment, point).forEach(active -> action.accept(active.method(), active.point()));
    }
}
