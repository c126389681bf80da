package studio.sinopia.engine.run;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import studio.sinopia.core.Cancellation;
import studio.sinopia.engine.sample.History;
import studio.sinopia.engine.sample.NoiseSchedule;
import studio.sinopia.engine.sample.NoiseSource;
import studio.sinopia.engine.sample.Sampler;
import studio.sinopia.engine.sample.SamplerStep;
import studio.sinopia.engine.steer.ChooseMoment;
import studio.sinopia.engine.steer.Steering;
import studio.sinopia.engine.steer.StepPoint;
import studio.sinopia.engine.tensor.TensorScope;

/**
 * The walk from noise to a latent, moment by moment: edit the latent, let the sampler ask and step, choose, watch.
 *
 * @param sampler the rule for walking
 * @param schedule the steps that are taken
 * @param steering all methods
 * @param denoiser asks the network
 * @param noise unit noise by name
 */
public record StepLoop(
        Sampler sampler,
        NoiseSchedule schedule,
        Steering steering,
        SteeredDenoiser denoiser,
        NoiseSource noise,
        Cancellation cancellation) {

    /**
     * @param start noisy latent, [1, channels, height, width], closed on the way
     * @param run owns what stays
     * @return the clean latent in the network's space, owned by {@code run}
     */
    public NDArray walk(NDArray start, NDManager run) {
        NDArray x = start;
        try (var history = new History(run)) {
            for (int i = 0; i < schedule.steps(); i++) {
                boolean done = false;
                for (int attempt = 0; !done; attempt++) {
                    try (var scope = new TensorScope(run)) {
                        ChooseMoment.Choice choice = step(x, i, attempt, history);
                        NDArray next =
                                switch (choice) {
                                    case ChooseMoment.Choice.Accept accept -> accept.next();
                                    case ChooseMoment.Choice.Redo redo -> redo.x();
                                };
                        done = choice instanceof ChooseMoment.Choice.Accept;
                        scope.keep(next);
                        x.close();
                        x = next;
                    }
                }
            }
        }
        double last = schedule.sigma(schedule.steps());
        NDArray end = x.mul(schedule.inputScale(last)); // unchanged where the walk ends at sigma 0
        x.close();
        return end;
    }

    private ChooseMoment.Choice step(NDArray x, int index, int attempt, History history) {
        cancellation.throwIfRequested();
        NoiseSource fresh =
                attempt == 0 ? noise : (step, purpose, like) -> noise.draw(step, purpose + " again " + attempt, like);
        var step = new SamplerStep(schedule, index, fresh);
        var point = new StepPoint(step, step.sigma(), attempt, 1);
        denoiser.stand(point);
        NDArray from = steering.latent(x, point, history::clear);
        NDArray next = sampler.step(denoiser, from, step, history);
        ChooseMoment.Choice choice = steering.choose(from, next, point);
        switch (choice) {
            case ChooseMoment.Choice.Accept accept -> steering.watch(accept.next(), denoiser.lastClean(), point);
            case ChooseMoment.Choice.Redo redo -> history.clear(); // what is redone does not lie on the path any more
        }
        return choice;
    }
}
