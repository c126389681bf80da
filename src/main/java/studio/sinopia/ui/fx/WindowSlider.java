package studio.sinopia.ui.fx;

import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.RangeSlider;

/** One slider with two ends for a part of the steps, in fractions. The two ends never meet. */
public final class WindowSlider extends VBox {

    private static final double LEAST = 0.05;

    /** Hears a new window, and whether an end is still being dragged. */
    @FunctionalInterface
    public interface Listener {
        void changed(double start, double end);
    }

    private final RangeSlider slider;
    private final Label text = new Label();
    private boolean setting;

    /** @param id of the slider */
    public WindowSlider(String id, double start, double end, Listener listener) {
        slider = new RangeSlider(0, 1, start, end);
        slider.setId(id);
        slider.setBlockIncrement(LEAST);
        slider.setAccessibleText(Words.of("window.spoken"));
        slider.skinProperty().addListener((property, old, now) -> { // each of the two knobs can be reached by itself
            slider.lookupAll(".low-thumb").forEach(knob -> knob.setAccessibleText(Words.of("window.start")));
            slider.lookupAll(".high-thumb").forEach(knob -> knob.setAccessibleText(Words.of("window.end")));
        });
        getStyleClass().add("parameter");
        var title = new Label(Words.of("window"));
        String help = Words.of("window.help");
        Hint.on(title, help);
        Hint.on(slider, help);
        text.getStyleClass().add("parameter-text");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var line = new HBox(title, space, text);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(line, slider);
        ChangeListener<Number> changed = (property, old, now) -> {
            describe();
            if (!setting) {
                double low = Math.clamp(round(slider.getLowValue()), 0, 1 - LEAST);
                listener.changed(low, Math.clamp(round(slider.getHighValue()), low + LEAST, 1));
            }
        };
        slider.lowValueProperty().addListener(changed);
        slider.highValueProperty().addListener(changed);
        describe();
    }

    /** Shows a window without telling the listener. */
    public void show(double start, double end) {
        if (!slider.isLowValueChanging() && !slider.isHighValueChanging()) {
            setting = true;
            slider.setHighValue(1); // so that neither end is held back by the other
            slider.setLowValue(start);
            slider.setHighValue(end);
            setting = false;
        }
    }

    private void describe() {
        text.setText("%d – %d %%"
                .formatted(Math.round(slider.getLowValue() * 100), Math.round(slider.getHighValue() * 100)));
    }

    private static double round(double fraction) {
        return Math.round(fraction * 100) / 100.0;
    }
}
