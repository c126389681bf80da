package studio.sinopia.engine.steer;

/** Moment condition: decides once for a run what the network is told in words and pictures. */
public interface ConditionMoment extends SteeringMethod {

    /** @return {@code conditions} with more or other ones; tensors belong to the run */
    Conditions condition(Conditions conditions);
}
