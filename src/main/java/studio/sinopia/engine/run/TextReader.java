package studio.sinopia.engine.run;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import java.util.List;
import java.util.Optional;
import studio.sinopia.engine.steer.Conditions;
import studio.sinopia.engine.text.Phrase;
import studio.sinopia.engine.text.TextStates;
import studio.sinopia.recipe.Wording;

/**
 * Turns phrases into what the network is told: by all text encoders of the loaded model.
 *
 * @param towers one or two
 * @param sideBySide whether the network reads inner states of all towers and a pooled vector, as SDXL does
 * @param lastLayers 1 = the layer that the network was trained with, 2 = one layer earlier …
 */
record TextReader(List<TextTower> towers, boolean sideBySide, int lastLayers, Wording.Emphasis emphasis) {

    /** How many chunks some words fill. */
    int chunks(List<Phrase> phrases) {
        return towers.stream().mapToInt(tower -> tower.chunks(phrases)).max().orElseThrow();
    }

    /** @param least how many chunks there are at least */
    Conditions.Telling read(List<Phrase> phrases, int least) {
        List<Conditions.Telling> told = towers.stream()
                .map(tower -> tower.tell(phrases, least, emphasis, states -> layer(tower, states)))
                .toList();
        if (!sideBySide) {
            return new Conditions.Telling(told.getFirst().text(), Optional.empty());
        }
        var texts = new NDList();
        told.forEach(each -> texts.add(each.text()));
        NDArray text = NDArrays.concat(texts, 2); // [1, words, width + width2]
        return new Conditions.Telling(text, told.getLast().pooled());
    }

    private NDArray layer(TextTower tower, TextStates states) {
        List<NDArray> hidden = states.hidden(); // one more than layers
        if (sideBySide) {
            return hidden.get(hidden.size() - 1 - lastLayers); // SDXL was trained with the last but one, without norm
        }
        return lastLayers == 1 ? states.last() : tower.encoder().finish(hidden.get(hidden.size() - lastLayers));
    }

    /** Nothing at all: zeros in the place of words. */
    Conditions.Telling silence(int chunks) {
        Conditions.Telling told = read(List.of(), chunks);
        return new Conditions.Telling(told.text().zerosLike(), told.pooled().map(NDArray::zerosLike));
    }
}
