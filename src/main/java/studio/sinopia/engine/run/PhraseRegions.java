package studio.sinopia.engine.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import studio.sinopia.control.Control;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.steer.RegionalWords;
import studio.sinopia.engine.text.Tokenizer;
import studio.sinopia.recipe.Recipe;

/** Finds the words of placed phrases in the prompt. */
final class PhraseRegions {

    private PhraseRegions() {}

    /** @throws StudioException if a phrase does not stand in the part of the prompt that the network reads */
    static List<RegionalWords.Region> of(Recipe recipe, Tokenizer tokenizer) throws StudioException {
        List<RegionalWords.Region> regions = new ArrayList<>();
        int[] prompt = tokenizer.padded(recipe.prompt());
        for (Control control : recipe.controls()) {
            if (control instanceof Control.Placement placement && placement.strength() > 0) {
                int[] phrase = tokenizer.words(placement.phrase());
                int start = find(prompt, phrase);
                if (start < 0) {
                    throw new StudioException(new Problem(
                            "The prompt does not say '" + placement.phrase() + "'.",
                            "box",
                            "Use words for the box that stand in the prompt, near its beginning if it is long."));
                }
                regions.add(new RegionalWords.Region(
                        IntStream.range(start, start + phrase.length).boxed().toList(),
                        placement.box(),
                        placement.strength(),
                        placement.window()));
            }
        }
        return regions;
    }

    private static int find(int[] prompt, int[] phrase) {
        for (int start = 0; phrase.length > 0 && start + phrase.length <= prompt.length; start++) {
            if (Arrays.equals(prompt, start, start + phrase.length, phrase, 0, phrase.length)) {
                return start;
            }
        }
        return -1;
    }
}
