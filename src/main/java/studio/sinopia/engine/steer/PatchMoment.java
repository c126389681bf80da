package studio.sinopia.engine.steer;

import studio.sinopia.core.StudioException;
import studio.sinopia.engine.weights.Weights;

/** Moment patch: changes weights on their way into a network that is loaded for this run. */
public interface PatchMoment extends SteeringMethod {

    /** The networks whose weights can be patched. */
    enum Network {
        UNET,
        TEXT_ENCODER,
        TEXT_ENCODER_2
    }

    /** @return weights that answer with patched tensors; the file behind {@code weights} is untouched */
    Weights patch(Weights weights, Network network) throws StudioException;
}
