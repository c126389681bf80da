package studio.sinopia.world;

/** How a scene is drawn. */
public enum Style {
    /** Plain colours with clean edges, no outlines. */
    FLAT(0),
    /** Dark wobbly outlines and the grain of wax on paper. */
    CRAYON(0.0045),
    /** Soft, bleeding edges and blotchy washes on rough paper. */
    WATERCOLOUR(0.0035),
    /** Pieces of cut paper with pale rims that throw shadows on one another. */
    PAPER(0.002),
    /** Chalk on a dark board. */
    CHALK(0.004),
    /** Small squares of few colours. */
    PIXEL(0);

    private final double wobble;

    Style(double wobble) {
        this.wobble = wobble;
    }

    /** How far the hand strays from a line, as a fraction of the picture's height. */
    double wobble() {
        return wobble;
    }
}
