package studio.sinopia.ui.prompt;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import studio.sinopia.core.Size;
import studio.sinopia.recipe.HiresPass;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.Upscaler;

/** A second pass at a larger size. Ranges are those that users of other tools know. */
public final class HiresViewModel {

    static final double MOST = 4;
    static final double USUAL = 2;
    static final double LEAST_STRENGTH = 0.01;

    private final BooleanProperty on = new SimpleBooleanProperty(this, "on", false);
    private final DoubleProperty factor = new SimpleDoubleProperty(this, "factor", USUAL);
    private final IntegerProperty steps = new SimpleIntegerProperty(this, "steps", 0);
    private final DoubleProperty strength = new SimpleDoubleProperty(this, "strength", HiresPass.STANDARD_STRENGTH);
    private final ObjectProperty<Upscaler> upscaler = new SimpleObjectProperty<>(this, "upscaler", Upscaler.LATENT);

    public BooleanProperty onProperty() {
        return on;
    }

    /** How many times as large, 1 … 4. */
    public DoubleProperty factorProperty() {
        return factor;
    }

    /** 0 means as many as in the first pass. */
    public IntegerProperty stepsProperty() {
        return steps;
    }

    /** Denoising strength, above 0, at most 1. */
    public DoubleProperty strengthProperty() {
        return strength;
    }

    public ObjectProperty<Upscaler> upscalerProperty() {
        return upscaler;
    }

    List<Property<?>> properties() {
        return List.of(on, factor, steps, strength, upscaler);
    }

    /** Sets what a recipe says. */
    void recall(Recipe recipe) {
        on.set(recipe.hires().isPresent());
        recipe.hires().ifPresent(pass -> {
            double times = (double) pass.size().width() / recipe.size().width();
            factor.set(Math.clamp(times, 1, MOST));
            steps.set(Math.min(pass.steps(), SettingsViewModel.MOST_STEPS));
            strength.set(Math.max(pass.strength(), LEAST_STRENGTH));
            upscaler.set(pass.upscaler());
        });
    }

    /** The pass over a picture of this size, if one is wished. */
    public Optional<HiresPass> pass(Size first) {
        return on.get()
                ? Optional.of(new HiresPass(
                        HiresPass.enlarged(first, factor.get()), steps.get(), strength.get(), upscaler.get()))
                : Optional.empty();
    }

    /** What is wished, in a few words. */
    String summary() {
        return on.get() ? String.format(Locale.ROOT, "%.2f", factor.get()).replaceAll("\\.?0+$", "") + " ×" : "";
    }
}
