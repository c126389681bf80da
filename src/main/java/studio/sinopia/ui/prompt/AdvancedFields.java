package studio.sinopia.ui.prompt;

import java.util.List;
import java.util.Locale;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import studio.sinopia.engine.sample.NoiseCatalogue;
import studio.sinopia.recipe.Precision;
import studio.sinopia.recipe.Sampling;
import studio.sinopia.recipe.Wording;
import studio.sinopia.ui.fx.Choice;
import studio.sinopia.ui.fx.Field;
import studio.sinopia.ui.fx.Words;

/** What is seldom set. */
final class AdvancedFields {

    private AdvancedFields() {}

    static FoldedFields of(AdvancedViewModel advanced) {
        return new FoldedFields(
                "advanced-fields",
                Words.of("advanced"),
                Bindings.createStringBinding(
                        advanced::summary, advanced.properties().toArray(Observable[]::new)),
                new Field(
                        Words.of("seamless"),
                        new Choice<>(
                                "seamless",
                                Words.of("seamless.help"),
                                List.of(Seamless.values()),
                                Seamless::title,
                                advanced.seamlessProperty())),
                new Field(
                        Words.of("syntax"),
                        new Choice<>(
                                "prompt-syntax",
                                Words.of("syntax.help"),
                                List.of(Wording.Syntax.values()),
                                each -> Words.of("syntax." + name(each)),
                                advanced.syntaxProperty())),
                new Field(
                        Words.of("emphasis"),
                        new Choice<>(
                                "emphasis",
                                Words.of("emphasis.help"),
                                List.of(Wording.Emphasis.values()),
                                each -> Words.of("emphasis." + name(each)),
                                advanced.emphasisProperty())),
                new Field(
                        Words.of("noise"),
                        new Choice<>(
                                "noise",
                                Words.of("noise.help"),
                                NoiseCatalogue.names(),
                                name -> name.equals(Sampling.OWN_NOISE)
                                        ? Words.of("noise.own")
                                        : Words.of("noise.elsewhere", name),
                                advanced.noiseProperty())),
                new Field(
                        Words.of("precision"),
                        new Choice<>(
                                "precision",
                                Words.of("precision.help"),
                                List.of(Precision.values()),
                                each -> Words.of("precision." + name(each)),
                                advanced.precisionProperty())));
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
