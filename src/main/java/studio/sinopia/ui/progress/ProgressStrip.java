package studio.sinopia.ui.progress;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.sinopia.ui.fx.Hint;
import studio.sinopia.ui.fx.KeyNames;
import studio.sinopia.ui.fx.Keys;
import studio.sinopia.ui.fx.Words;

/** What is going on, how far it is, and the way to stop it. */
public final class ProgressStrip extends HBox {

    /**
     * @param status what else is worth knowing, at the right end
     * @param switches what opens the panels above, behind it
     * @param keys of commands, for tooltips
     */
    public ProgressStrip(
            GenerationViewModel generation, ObservableValue<String> status, List<Node> switches, KeyNames keys) {
        setId("progress-strip");
        getStyleClass().add("progress-strip");
        setAlignment(Pos.CENTER_LEFT);
        var dot = new Region();
        dot.getStyleClass().add("status-dot");
        generation
                .runningProperty()
                .addListener((property, old, now) ->
                        dot.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("running"), now));
        var phase = new Label();
        phase.setId("phase");
        phase.textProperty().bind(generation.phaseProperty());
        phase.setMinWidth(Region.USE_PREF_SIZE);
        var bar = new ProgressBar();
        bar.setId("progress");
        bar.getStyleClass().add("small");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(Words.of("progress"));
        bar.progressProperty().bind(generation.progressProperty());
        bar.visibleProperty().bind(generation.runningProperty());
        HBox.setHgrow(bar, Priority.ALWAYS);
        var remaining = new Label();
        remaining.setId("remaining");
        remaining.getStyleClass().add("muted");
        remaining
                .textProperty()
                .bind(Bindings.createStringBinding(
                        () -> remaining(
                                generation.remainingProperty().get(),
                                generation.waitingProperty().get()),
                        generation.remainingProperty(),
                        generation.waitingProperty()));
        var cancel = new Button(Words.of("progress.cancel"), new FontIcon(Feather.X));
        cancel.setId("cancel");
        cancel.getStyleClass().addAll("flat", "small");
        Hint.on(cancel, keys.behind(Words.of("progress.cancel.help"), Keys.CANCEL));
        cancel.setOnAction(event -> generation.cancel());
        cancel.visibleProperty().bind(generation.runningProperty());
        cancel.managedProperty().bind(generation.runningProperty());
        var about = new Label();
        about.setId("status");
        about.getStyleClass().add("muted");
        about.textProperty().bind(status);
        var panels = new HBox();
        panels.setAlignment(Pos.CENTER_RIGHT);
        panels.getStyleClass().add("drawer-switches");
        panels.getChildren().addAll(switches);
        getChildren().addAll(dot, phase, bar, remaining, cancel, about, panels);
    }

    private static String remaining(String time, int waiting) {
        String queue = waiting == 0 ? "" : waiting == 1 ? Words.of("progress.one") : Words.of("progress.more", waiting);
        return time.isEmpty() || queue.isEmpty() ? time + queue : time + " · " + queue;
    }
}
