package studio.sinopia.engine.run;

import java.util.ArrayList;
import java.util.List;
import studio.sinopia.engine.text.Phrase;
import studio.sinopia.engine.text.PromptPart;

/**
 * What a part of a prompt says in a walk.
 *
 * @param different everything that it ever says, each once
 * @param steps for each step the number of what it says then
 */
record TimedPhrases(List<List<Phrase>> different, List<Integer> steps) {

    TimedPhrases {
        different = List.copyOf(different);
        steps = List.copyOf(steps);
    }

    static TimedPhrases of(PromptPart part, Walk walk) {
        List<List<Phrase>> different = new ArrayList<>();
        List<Integer> steps = new ArrayList<>();
        for (int step = 0; step < walk.steps(); step++) {
            List<Phrase> said = part.at(walk.time(step));
            if (!different.contains(said)) {
                different.add(said);
            }
            steps.add(different.indexOf(said));
        }
        return new TimedPhrases(different, steps);
    }
}
