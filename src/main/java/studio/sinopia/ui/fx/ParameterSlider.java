package studio.sinopia.ui.fx;

import java.util.Locale;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import studio.sinopia.condition.Parameter;

/** A number with its name, a slider, a field to type it into, and a way back to the default. */
public final class ParameterSlider extends VBox {

    private final Parameter parameter;
    private final DoubleProperty value;
    private final TextField field = new TextField();
    private final Slider slider;
    private boolean showing;

    /**
     * @param parameter name (used for ids), title, range, step and default
     * @param help what the number does, for the tooltip
     */
    public ParameterSlider(Parameter parameter, String help) {
        this.parameter = parameter;
        this.value = new SimpleDoubleProperty(this, "value", parameter.standard());
        this.slider = new Slider(parameter.minimum(), parameter.maximum(), parameter.standard());
        getStyleClass().add("parameter");
        slider.setId(parameter.name());
        slider.setAccessibleText(parameter.title());
        slider.setBlockIncrement(parameter.step());
        field.setId(parameter.name() + "-field");
        field.setAccessibleText(parameter.title());
        field.getStyleClass().add("parameter-field");
        var label = new Label(parameter.title());
        label.setLabelFor(field);
        Hint.on(label, help);
        Hint.on(slider, help);
        var reset = new IconButton(
                parameter.name() + "-reset", Feather.ROTATE_CCW, Words.of("slider.reset", text(parameter.standard())));
        reset.getStyleClass().add("parameter-reset");
        reset.setFocusTraversable(false);
        reset.visibleProperty().bind(value.isNotEqualTo(parameter.standard(), 1e-9));
        reset.setOnAction(event -> value.set(parameter.standard()));
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var line = new HBox(label, space, reset, field);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(line, slider);
        follow();
    }

    public DoubleProperty valueProperty() {
        return value;
    }

    /** The slider alone, to hear when a drag ends. */
    public Slider slider() {
        return slider;
    }

    private void follow() {
        value.addListener((property, old, now) -> {
            showing = true; // a number between the steps of the slider stays what it is
            slider.setValue(now.doubleValue());
            showing = false;
            field.setText(text(now.doubleValue()));
        });
        slider.valueProperty().addListener((property, old, now) -> {
            if (!showing) {
                value.set(snapped(now.doubleValue()));
            }
        });
        field.setText(text(value.get()));
        field.setOnAction(event -> read());
        field.focusedProperty().addListener((property, old, focused) -> {
            if (!focused) {
                read();
            }
        });
    }

    /** Takes what was typed if it is a number, pulled into the range; else the field shows the old value again. */
    private void read() {
        if (field.getText().equals(text(value.get()))) {
            return; // nothing was typed
        }
        try {
            double typed = Double.parseDouble(field.getText().strip().replace(',', '.'));
            if (Double.isFinite(typed)) {
                value.set(snapped(typed));
            }
        } catch (NumberFormatException notANumber) {
            field.setText(text(value.get()));
        }
        field.setText(text(value.get()));
    }

    private double snapped(double wanted) {
        double steps = Math.round((wanted - parameter.minimum()) / parameter.step());
        double rounded = Math.round((parameter.minimum() + steps * parameter.step()) * 1e6) / 1e6;
        return Math.clamp(rounded, parameter.minimum(), parameter.maximum());
    }

    private String text(double number) {
        if (parameter.step() % 1 == 0) {
            return Long.toString(Math.round(number));
        }
        return String.format(Locale.ROOT, parameter.step() < 0.1 ? "%.2f" : "%.1f", number);
    }
}
