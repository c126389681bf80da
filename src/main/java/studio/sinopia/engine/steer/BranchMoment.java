package studio.sinopia.engine.steer;

/** Moment branches: adds rows to the batch of the network. */
public interface BranchMoment extends SteeringMethod {

    void branches(BranchList branches, StepPoint point);
}
