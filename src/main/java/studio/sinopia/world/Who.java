package studio.sinopia.world;

/** Age and looks of a person. */
enum Who {
    BOY(0.36, 0.13),
    GIRL(0.36, 0.13),
    MAN(0.48, 0.11),
    WOMAN(0.47, 0.11);

    private final double tall;
    private final double head;

    Who(double tall, double head) {
        this.tall = tall;
        this.head = head;
    }

    /** Standing height in scene units. */
    double tall() {
        return tall;
    }

    /** Radius of the head as a fraction of the standing height. */
    double head() {
        return head;
    }

    boolean wearsDress() {
        return this == GIRL || this == WOMAN;
    }

    /** What such a person is called. */
    Wording wording() {
        return switch (this) {
            case BOY -> child(new Words("boy", "boys"));
            case GIRL -> child(new Words("girl", "girls"));
            case MAN -> adult(new Words("man", "men"));
            case WOMAN -> adult(new Words("woman", "women"));
        };
    }

    private static Wording child(Words noun) {
        return Wording.of(noun, noun, noun, new Words("child", "children"), Words.of("kid"));
    }

    private static Wording adult(Words noun) {
        return Wording.of(noun, noun, noun, new Words("person", "people"));
    }
}
