package studio.sinopia.ui.stack;

import studio.sinopia.document.Influence;

/** Settings of a layer that go well together. */
enum ControlPreset {
    STANDARD("As trained", "Weight 1, all steps, balanced", 1, 0, 1, Influence.Priority.BALANCED),
    LOOSE("Loose", "A hint: lower weight, let go for the last third", 0.65, 0, 0.65, Influence.Priority.BALANCED),
    COMPOSITION("Composition only", "Only the first third of the steps", 0.9, 0, 0.35, Influence.Priority.BALANCED),
    DETAIL(
            "Detail only",
            "From the middle on: shapes are free, edges are not",
            0.8,
            0.4,
            1,
            Influence.Priority.BALANCED),
    WORDS("Words first", "The prompt wins where both disagree", 1, 0, 1, Influence.Priority.PROMPT),
    STRICT("Strict", "More than trained, and the layer wins", 1.3, 0, 1, Influence.Priority.LAYER);

    private final String title;
    private final String help;
    private final double strength;
    private final double start;
    private final double end;
    private final Influence.Priority priority;

    ControlPreset(String title, String help, double strength, double start, double end, Influence.Priority priority) {
        this.title = title;
        this.help = help;
        this.strength = strength;
        this.start = start;
        this.end = end;
        this.priority = priority;
    }

    String title() {
        return title;
    }

    String help() {
        return help;
    }

    /** What a layer becomes by it; whether it is on stays. */
    Influence of(Influence now) {
        return new Influence(now.on(), strength, start, end, priority);
    }
}
