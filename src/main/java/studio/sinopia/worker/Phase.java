package studio.sinopia.worker;

import studio.sinopia.engine.run.RunEvent;

/** How far a run has come, in the order in which it comes there. */
enum Phase {
    STARTING("before it began"),
    LOADING("while loading"),
    SAMPLING("while sampling"),
    DECODING("while decoding");

    private final String words;

    Phase(String words) {
        this.words = words;
    }

    /** When, as part of a sentence. */
    String words() {
        return words;
    }

    /** Where a run stands that stood here before {@code event}. */
    Phase after(RunEvent event) {
        return switch (event) {
            case RunEvent.Queued queued -> this;
            case RunEvent.Loading loading -> LOADING;
            case RunEvent.Stepped stepped -> SAMPLING;
            case RunEvent.Decoding decoding -> DECODING;
            case RunEvent.Finished finished -> this;
            case RunEvent.Failed failed -> this;
            case RunEvent.Cancelled cancelled -> this;
        };
    }

    Phase later(Phase other) {
        return compareTo(other) < 0 ? other : this;
    }
}
