package studio.sinopia.ui.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import studio.sinopia.recipe.Precision;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.Sampling;
import studio.sinopia.recipe.Wording;
import studio.sinopia.ui.fx.Words;

/** What is seldom set: how numbers are computed, prompts read and noise drawn, and which edges meet. */
public final class AdvancedViewModel {

    private final ObjectProperty<Precision> precision = new SimpleObjectProperty<>(this, "precision", Precision.AUTO);
    private final ObjectProperty<Wording.Syntax> syntax =
            new SimpleObjectProperty<>(this, "syntax", Wording.STANDARD.syntax());
    private final ObjectProperty<Wording.Emphasis> emphasis =
            new SimpleObjectProperty<>(this, "emphasis", Wording.STANDARD.emphasis());
    private final StringProperty noise = new SimpleStringProperty(this, "noise", Sampling.OWN_NOISE);
    private final ObjectProperty<Seamless> seamless = new SimpleObjectProperty<>(this, "seamless", Seamless.NONE);

    public ObjectProperty<Precision> precisionProperty() {
        return precision;
    }

    public ObjectProperty<Wording.Syntax> syntaxProperty() {
        return syntax;
    }

    public ObjectProperty<Wording.Emphasis> emphasisProperty() {
        return emphasis;
    }

    /** Name of the noise source. */
    public StringProperty noiseProperty() {
        return noise;
    }

    public ObjectProperty<Seamless> seamlessProperty() {
        return seamless;
    }

    List<Property<?>> properties() {
        return List.of(precision, syntax, emphasis, noise, seamless);
    }

    /** Sets what a recipe says. */
    void recall(Recipe recipe) {
        precision.set(recipe.precision());
        syntax.set(recipe.wording().syntax());
        emphasis.set(recipe.wording().emphasis());
        noise.set(recipe.sampling().noise());
        seamless.set(Seamless.of(recipe.extras()));
    }

    /** The recipe with what is set here. */
    Recipe applied(Recipe recipe) {
        Sampling sampling = recipe.sampling();
        return recipe.withPrecision(precision.get())
                .withWording(new Wording(syntax.get(), emphasis.get()))
                .withSampling(new Sampling(sampling.sampler(), sampling.schedule(), sampling.steps(), noise.get()))
                .withExtras(seamless.get().in(recipe.extras()));
    }

    /** What is not as usual, in a few words; empty if all is. */
    String summary() {
        List<String> words = new ArrayList<>();
        if (seamless.get() != Seamless.NONE) {
            words.add(Words.of("advanced.seamless"));
        }
        if (syntax.get() != Wording.STANDARD.syntax()) {
            words.add(Words.of("syntax." + syntax.get().name().toLowerCase(Locale.ROOT)));
        }
        if (emphasis.get() != Wording.STANDARD.emphasis()) {
            words.add(Words.of("emphasis"));
        }
        if (!noise.get().equals(Sampling.OWN_NOISE)) {
            words.add(Words.of("advanced.noise", noise.get()));
        }
        if (precision.get() != Precision.AUTO) {
            words.add(precision.get().name());
        }
        return String.join(", ", words);
    }
}
