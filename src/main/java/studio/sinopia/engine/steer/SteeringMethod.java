package studio.sinopia.engine.steer;

/** Something that steers a run at one or several moments; each moment is an interface that extends this one. */
public interface SteeringMethod {

    /** Order inside a moment, whatever the order in which the user asked for things. */
    enum Rank {
        FILTER,
        LAYOUT,
        GUIDANCE,
        CLEAN_EDIT,
        BLEND,
        CANDIDATES,
        WATCH
    }

    Rank rank();

    /** Frees what the method keeps for the length of a run. */
    default void close() {}
}
