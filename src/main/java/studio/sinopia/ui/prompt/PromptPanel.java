package studio.sinopia.ui.prompt;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.sinopia.condition.Parameter;
import studio.sinopia.recipe.Sampling;
import studio.sinopia.ui.ModelOffer;
import studio.sinopia.ui.canvas.DrawingViewModel;
import studio.sinopia.ui.fx.Choice;
import studio.sinopia.ui.fx.Field;
import studio.sinopia.ui.fx.ParameterSlider;
import studio.sinopia.ui.fx.Words;

/** What is asked for, from top to bottom: words, size, how to sample, seed; and the button that asks. */
public final class PromptPanel extends VBox {

    private final SettingsViewModel settings;

    /** @param foot what stands below the settings and never scrolls away */
    public PromptPanel(
            SettingsViewModel settings,
            DrawingViewModel drawing,
            ExtendViewModel extend,
            PresetsViewModel presets,
            Node foot) {
        this.settings = settings;
        setId("prompt-panel");
        getStyleClass().add("side-panel");
        ModelOffer model = settings.model();
        var fields = new VBox(
                new Field(
                        Words.of("prompt"), words("prompt", Words.of("prompt.example"), 4, settings.promptProperty())),
                new Field(
                        Words.of("negative"),
                        words("negative-prompt", Words.of("negative.example"), 2, settings.negativeProperty())),
                new Field(Words.of("size"), new SizePicker(drawing, model.size())),
                steps(),
                guidance(),
                new SeedField(settings),
                sampling(model),
                new HiresFields(settings.hires(), drawing).fields(),
                ExtendFields.of(extend),
                AdvancedFields.of(settings.advanced()),
                new PresetsMenu(presets));
        fields.getStyleClass().add("settings");
        var scroll = new ScrollPane(fields);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("bare-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(scroll, foot);
    }

    private HBox sampling(ModelOffer model) {
        var sampler = new Field(
                Words.of("sampler"),
                new Choice<>(
                        "sampler",
                        Words.of("sampler.help"),
                        model.samplers(),
                        name -> name,
                        settings.samplerProperty()));
        var schedule = new Field(
                Words.of("schedule"),
                new Choice<>(
                        "schedule",
                        Words.of("schedule.help"),
                        schedules(model),
                        name -> name.equals(Sampling.AUTOMATIC) ? Words.of("schedule.automatic") : name,
                        settings.scheduleProperty()));
        var row = new HBox(sampler, schedule);
        row.getStyleClass().add("field-row");
        HBox.setHgrow(sampler, Priority.ALWAYS);
        HBox.setHgrow(schedule, Priority.ALWAYS);
        return row;
    }

    private static List<String> schedules(ModelOffer model) {
        var schedules = new ArrayList<String>();
        schedules.add(Sampling.AUTOMATIC);
        schedules.addAll(model.schedules());
        return schedules;
    }

    private Node steps() {
        var slider = new ParameterSlider(
                new Parameter(
                        "steps",
                        Words.of("steps"),
                        1,
                        SettingsViewModel.MOST_STEPS,
                        1,
                        settings.model().sampling().steps()),
                Words.of("steps.help"));
        slider.valueProperty().bindBidirectional(settings.stepsProperty());
        return slider;
    }

    private Node guidance() {
        var slider = new ParameterSlider(
                new Parameter(
                        "cfg-scale",
                        Words.of("cfg"),
                        SettingsViewModel.LEAST_GUIDANCE,
                        SettingsViewModel.MOST_GUIDANCE,
                        0.1,
                        settings.model().guidance()),
                Words.of("cfg.help"));
        slider.valueProperty().bindBidirectional(settings.guidanceProperty());
        return slider;
    }

    private static TextArea words(String id, String example, int rows, StringProperty text) {
        var area = new TextArea();
        area.setId(id);
        area.setPromptText(example);
        area.setWrapText(true);
        area.setPrefRowCount(rows);
        area.textProperty().bindBidirectional(text);
        area.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> { // Tab leaves the field, as everywhere else in the window
                    if (event.getCode() == KeyCode.TAB && !event.isControlDown() && !event.isAltDown()) {
                        if (event.isShiftDown()) {
                            area.requestFocusTraversal(javafx.scene.TraversalDirection.PREVIOUS);
                        } else {
                            area.requestFocusTraversal(javafx.scene.TraversalDirection.NEXT);
                        }
                        event.consume();
                    }
                });
        return area;
    }
}
