package studio.sinopia.engine.steer;

import studio.sinopia.core.StudioException;
import studio.sinopia.engine.patch.PatchTarget;
import studio.sinopia.engine.weights.Weights;

/** Moment patch: changes weights on their way into a network that is loaded for this run. */
public interface PatchMoment extends SteeringMethod {

    /** @return weights that answer with patched tensors; the file behind {@code weights} is untouched */
    Weights patch(Weights weights, PatchTarget target) throws StudioException;
}
