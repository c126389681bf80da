package studio.sinopia.ui.prompt;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import studio.sinopia.condition.Parameter;
import studio.sinopia.core.Size;
import studio.sinopia.recipe.HiresPass;
import studio.sinopia.recipe.Upscaler;
import studio.sinopia.ui.canvas.DrawingViewModel;
import studio.sinopia.ui.fx.Choice;
import studio.sinopia.ui.fx.Field;
import studio.sinopia.ui.fx.Hint;
import studio.sinopia.ui.fx.ParameterSlider;
import studio.sinopia.ui.fx.Words;

/** The second pass: whether there is one, how large, how much it changes. */
final class HiresFields {

    private final HiresViewModel hires;
    private final DrawingViewModel drawing;

    HiresFields(HiresViewModel hires, DrawingViewModel drawing) {
        this.hires = hires;
        this.drawing = drawing;
    }

    FoldedFields fields() {
        var on = new CheckBox(Words.of("hires.on"));
        on.setId("hires");
        Hint.on(on, Words.of("hires.on.help"));
        on.selectedProperty().bindBidirectional(hires.onProperty());
        var factor = slider(
                new Parameter(
                        "hires-factor", Words.of("hires.factor"), 1, HiresViewModel.MOST, 0.05, HiresViewModel.USUAL),
                Words.of("hires.factor.help"));
        factor.valueProperty().bindBidirectional(hires.factorProperty());
        var strength = slider(
                new Parameter(
                        "hires-strength",
                        Words.of("hires.strength"),
                        HiresViewModel.LEAST_STRENGTH,
                        1,
                        0.01,
                        HiresPass.STANDARD_STRENGTH),
                Words.of("hires.strength.help"));
        strength.valueProperty().bindBidirectional(hires.strengthProperty());
        var steps = slider(
                new Parameter("hires-steps", Words.of("hires.steps"), 0, SettingsViewModel.MOST_STEPS, 1, 0),
                Words.of("hires.steps.help"));
        steps.valueProperty().bindBidirectional(hires.stepsProperty());
        var upscaler = new Field(
                Words.of("hires.upscaler"),
                new Choice<>(
                        "hires-upscaler",
                        Words.of("hires.upscaler.help"),
                        List.of(Upscaler.values()),
                        Upscaler::title,
                        hires.upscalerProperty()));
        var more = new VBox(factor, size(), strength, steps, upscaler);
        more.getStyleClass().add("folded-fields");
        more.disableProperty().bind(hires.onProperty().not());
        return new FoldedFields(
                "hires-fields",
                Words.of("hires"),
                Bindings.createStringBinding(hires::summary, hires.onProperty(), hires.factorProperty()),
                on,
                more);
    }

    private Label size() {
        var size = new Label();
        size.setId("hires-size");
        size.getStyleClass().add("hint-line");
        size.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> {
                            Size first = drawing.document().size();
                            Size larger = HiresPass.enlarged(
                                    first, hires.factorProperty().get());
                            return Words.of(
                                    "hires.size", first.width(), first.height(), larger.width(), larger.height());
                        },
                        drawing.documentProperty(),
                        hires.factorProperty()));
        return size;
    }

    private static ParameterSlider slider(Parameter parameter, String help) {
        return new ParameterSlider(parameter, help);
    }
}
