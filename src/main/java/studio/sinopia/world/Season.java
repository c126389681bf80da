package studio.sinopia.world;

/** Colours of grass and leaves; winter means snow on the ground. */
public enum Season {
    SPRING(0x8cc85a, 0x6fb552),
    SUMMER(0x74b548, 0x4f9a45),
    AUTUMN(0xb9a850, 0xd98a35),
    WINTER(0xeaf0f6, 0x7fa08c);

    private final int grass;
    private final int leaves;

    Season(int grass, int leaves) {
        this.grass = grass;
        this.leaves = leaves;
    }

    /** {@code 0xRRGGBB} in daylight. */
    int grass() {
        return grass;
    }

    /** {@code 0xRRGGBB} in daylight. */
    int leaves() {
        return leaves;
    }
}
