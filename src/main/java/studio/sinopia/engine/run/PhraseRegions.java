package studio.sinopia.engine.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import studio.sinopia.control.Control;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.steer.RegionalWords;
import studio.sinopia.recipe.Recipe;

/** Finds the words of placed phrases in the prompt. */
final class PhraseRegions {

    private PhraseRegions() {}

    /**
     * @param said what the prompt says, of which the first part counts
     * @throws StudioException if a phrase never stands in it
     */
    static List<RegionalWords.Region> of(Recipe recipe, TimedPhrases said, TextTower tower) throws StudioException {
        List<RegionalWords.Region> regions = new ArrayList<>();
        for (Control control : recipe.controls()) {
            if (control instanceof Control.Placement placement && placement.strength() > 0) {
                int[] phrase = tower.tokenizer().words(placement.phrase());
                List<List<Integer>> places = said.different().stream()
                        .map(told -> find(tower.ids(told), phrase))
                        .toList();
                if (places.stream().allMatch(List::isEmpty)) {
                    throw new StudioException(new Problem(
                            "The prompt does not say '" + placement.phrase() + "'.",
                            "box",
                            "Use words for the box that stand in the prompt."));
                }
                regions.add(new RegionalWords.Region(
                        step -> places.get(said.steps().get(step)),
                        placement.box(),
                        placement.strength(),
                        placement.window()));
            }
        }
        return regions;
    }

    /** Numbers of the tokens of a phrase, or none. */
    private static List<Integer> find(int[] prompt, int[] phrase) {
        for (int start = 0; phrase.length > 0 && start + phrase.length <= prompt.length; start++) {
            if (Arrays.equals(prompt, start, start + phrase.length, phrase, 0, phrase.length)) {
                return IntStream.range(start, start + phrase.length).boxed().toList();
            }
        }
        return List.of();
    }
}
