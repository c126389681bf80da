package studio.sinopia.ui.progress;

import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.sinopia.recipe.Request;
import studio.sinopia.ui.fx.Hint;
import studio.sinopia.ui.fx.Words;

/** The one big button, and what is missing while it is off. */
public final class GenerateBar extends VBox {

    /**
     * @param count how many pictures are asked for at once
     * @param missing why no picture can be asked for now; empty if it can
     * @param keys that do the same, in words
     */
    public GenerateBar(
            GenerationViewModel generation,
            IntegerProperty count,
            ObservableValue<Optional<String>> missing,
            ObservableValue<String> keys) {
        getStyleClass().add("generate-bar");
        var button = new Button(Words.of("generate.button"), new FontIcon(Feather.FEATHER));
        button.setId("generate");
        button.getStyleClass().addAll("accent", "generate");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(event -> generation.generate());
        button.disableProperty().bind(missing.map(Optional::isPresent));
        Hint.on(button, keys.map(now -> Words.of("generate.help") + "   " + now));
        var reason = new Label();
        reason.setId("generate-reason");
        reason.getStyleClass().add("hint-line");
        reason.setWrapText(true);
        reason.textProperty()
                .bind(missing.flatMap(what -> keys.map(now -> what.orElse(Words.of("generate.keys", now)))));
        button.accessibleTextProperty()
                .bind(missing.map(
                        what -> what.map(why -> Words.of("generate.off", why)).orElse(Words.of("generate.button"))));
        HBox.setHgrow(button, Priority.ALWAYS);
        var line = new HBox(button, pictures(count));
        line.getStyleClass().add("generate-line");
        getChildren().addAll(line, reason);
    }

    /** How many at once; typing and the wheel-like buttons stay within the range. */
    private static Spinner<Integer> pictures(IntegerProperty count) {
        var spinner = new Spinner<Integer>(1, Request.MOST_PICTURES, count.get());
        spinner.setId("picture-count");
        spinner.setEditable(true);
        spinner.setAccessibleText(Words.of("generate.count"));
        spinner.getEditor().setAccessibleText(Words.of("generate.count"));
        spinner.getStyleClass().add("picture-count");
        Hint.on(spinner, Words.of("generate.count.help"));
        spinner.getValueFactory().valueProperty().addListener((property, old, now) -> count.set(now));
        count.addListener((property, old, now) -> spinner.getValueFactory().setValue(now.intValue()));
        spinner.focusedProperty().addListener((property, old, focused) -> {
            if (!focused) {
                spinner.getEditor().setText(String.valueOf(count.get()));
            }
        });
        return spinner;
    }
}
