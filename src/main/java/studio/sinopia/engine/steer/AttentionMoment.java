package studio.sinopia.engine.steer;

import studio.sinopia.engine.unet.UNetTaps;

/** Moment attention and feature: listens and steps in inside the network. */
public interface AttentionMoment extends SteeringMethod {

    /** @return who listens during this call of the network */
    UNetTaps taps(BranchList branches, CanvasWindow window, StepPoint point);
}
