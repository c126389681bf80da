package studio.sinopia.engine.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.steer.ClassifierFreeGuidance;
import studio.sinopia.engine.steer.Conditions;
import studio.sinopia.engine.steer.Prompt;
import studio.sinopia.engine.steer.Script;
import studio.sinopia.engine.text.PromptParser;
import studio.sinopia.engine.text.PromptPart;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.Wording;

/**
 * Both prompts of a recipe, as they are told in one walk. Each different text is encoded once, and all fill as many chunks as the
 * longest of them, so that they can stand in one batch.
 */
final class PromptScripts {

    private final List<PromptPart> parts;
    private final List<TimedPhrases> phrases = new ArrayList<>(); // one for each part
    private final TimedPhrases negative;
    private final TextReader reader;
    private final boolean silent;
    private final int chunks;

    /** @param silent whether an empty negative prompt is told as nothing at all */
    private PromptScripts(List<PromptPart> parts, PromptPart negative, Walk walk, TextReader reader, boolean silent) {
        this.parts = parts;
        parts.forEach(part -> phrases.add(TimedPhrases.of(part, walk)));
        this.negative = TimedPhrases.of(negative, walk);
        this.reader = reader;
        this.silent = silent;
        this.chunks = Stream.concat(phrases.stream(), Stream.of(this.negative))
                .flatMap(timed -> timed.different().stream())
                .mapToInt(reader::chunks)
                .max()
                .orElse(1);
    }

    static PromptScripts of(Recipe recipe, Walk walk, TextReader reader, boolean silentWhenEmpty)
            throws StudioException {
        Wording.Syntax syntax = recipe.wording().syntax();
        return new PromptScripts(
                PromptParser.prompt(recipe.prompt(), syntax),
                PromptParser.negative(recipe.negative(), syntax),
                walk,
                reader,
                silentWhenEmpty && recipe.negative().isBlank());
    }

    /** Refuses prompts that cannot be read. */
    static void check(Recipe recipe) throws StudioException {
        PromptParser.prompt(recipe.prompt(), recipe.wording().syntax());
        PromptParser.negative(recipe.negative(), recipe.wording().syntax());
    }

    Prompt prompt() {
        List<Prompt.Part> told = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            TimedPhrases said = phrases.get(i);
            told.add(new Prompt.Part(() -> script(said), parts.get(i).weight()));
        }
        return new Prompt(told);
    }

    ClassifierFreeGuidance guidance(double scale) {
        return new ClassifierFreeGuidance(
                scale, () -> silent ? Script.always(reader.silence(chunks)) : script(negative));
    }

    /** Whether what the prompt's parts give has to be composed, which needs the row of the empty prompt. */
    boolean isComposed() {
        return parts.size() > 1;
    }

    /** What the first part says. */
    TimedPhrases first() {
        return phrases.getFirst();
    }

    private Script script(TimedPhrases said) {
        List<Conditions.Telling> tellings =
                said.different().stream().map(each -> reader.read(each, chunks)).toList();
        return new Script(tellings, said.steps());
    }
}
