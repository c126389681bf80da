package studio.sinopia.ui.stack;

import studio.sinopia.document.Influence;
import studio.sinopia.ui.fx.Words;

/** Settings of a layer that go well together. */
enum ControlPreset {
    STANDARD(Words.of("preset.standard"), Words.of("preset.standard.help"), 1, 0, 1, Influence.Priority.BALANCED),
    LOOSE(Words.of("preset.loose"), Words.of("preset.loose.help"), 0.65, 0, 0.65, Influence.Priority.BALANCED),
    COMPOSITION(
            Words.of("preset.composition"),
            Words.of("preset.composition.help"),
            0.9,
            0,
            0.35,
            Influence.Priority.BALANCED),
    DETAIL(Words.of("preset.detail"), Words.of("preset.detail.help"), 0.8, 0.4, 1, Influence.Priority.BALANCED),
    WORDS(Words.of("preset.words"), Words.of("preset.words.help"), 1, 0, 1, Influence.Priority.PROMPT),
    STRICT(Words.of("preset.strict"), Words.of("preset.strict.help"), 1.3, 0, 1, Influence.Priority.LAYER);

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
