package studio.sinopia.engine.tensor;

/** How the 3x3 convolutions of a model are kept. */
public enum Convolutions {
    /** Transformed where that gains, see {@link Winograd}: takes up to 4 times the memory. */
    FAST,
    /** As they are. */
    SMALL
}
