package studio.sinopia.engine.steer;

/** What to paint, told to the conditional row. */
public record Prompt(String words, WordReader reader) implements ConditionMoment {

    @Override
    public Rank rank() {
        return Rank.FILTER;
    }

    @Override
    public Conditions condition(Conditions conditions) {
        return conditions.with(Conditions.Role.PROMPT, reader.read(words));
    }
}
