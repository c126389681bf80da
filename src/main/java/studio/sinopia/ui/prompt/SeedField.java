package studio.sinopia.ui.prompt;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import studio.sinopia.recipe.SeedPolicy;
import studio.sinopia.ui.fx.Choice;
import studio.sinopia.ui.fx.Hint;
import studio.sinopia.ui.fx.IconButton;
import studio.sinopia.ui.fx.Words;

/** The seed: typed, random for each run, or that of the last run. */
final class SeedField extends VBox {

    private final SettingsViewModel settings;
    private final TextField field = new TextField();

    SeedField(SettingsViewModel settings) {
        this.settings = settings;
        getStyleClass().add("seed");
        var title = new Label(Words.of("seed"));
        title.setLabelFor(field);
        Hint.on(title, Words.of("seed.help"));
        field.setId("seed");
        field.setAccessibleText(Words.of("seed.spoken"));
        field.setOnAction(event -> read());
        field.focusedProperty().addListener((property, old, focused) -> {
            if (!focused) {
                read();
            }
        });
        HBox.setHgrow(field, Priority.ALWAYS);
        var random = new IconButton("seed-random", Feather.SHUFFLE, Words.of("seed.random"));
        random.setOnAction(event -> settings.seedProperty().set(SettingsViewModel.RANDOM_SEED));
        var reuse = new IconButton("seed-reuse", Feather.REPEAT, Words.of("seed.reuse"));
        reuse.setOnAction(event -> settings.reuseSeed());
        reuse.disableProperty().bind(settings.lastSeedProperty().map(java.util.Optional::isEmpty));
        var line = new HBox(field, policy(), random, reuse);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("seed-line");
        var last = new Label();
        last.setId("last-seed");
        last.getStyleClass().add("hint-line");
        last.textProperty()
                .bind(settings.lastSeedProperty()
                        .map(seed -> seed.map(number -> Words.of("seed.last", number))
                                .orElse("")));
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var heading = new HBox(title, space, last);
        heading.getStyleClass().add("seed-heading");
        getChildren().addAll(heading, line);
        settings.seedProperty().addListener((property, old, now) -> field.setText(now.toString()));
        field.setText(Long.toString(settings.seedProperty().get()));
    }

    /** What becomes of the seed from one time to the next. */
    private Choice<SeedPolicy> policy() {
        var policy = new Choice<>(
                "seed-policy",
                Words.of("seed.policy.help"),
                List.of(SeedPolicy.values()),
                each -> Words.term(each.title()),
                settings.seedsProperty());
        policy.setAccessibleText(Words.of("seed.policy"));
        policy.setPrefWidth(Region.USE_COMPUTED_SIZE);
        policy.setMinWidth(Region.USE_PREF_SIZE);
        return policy;
    }

    /** Takes what was typed if it is a seed; else the field shows the old one again. */
    private void read() {
        try {
            long typed = Long.parseLong(field.getText().strip().replace('−', '-'));
            settings.seedProperty().set(Math.max(SettingsViewModel.RANDOM_SEED, typed));
        } catch (NumberFormatException notANumber) {
            field.setText(Long.toString(settings.seedProperty().get()));
        }
        field.setText(Long.toString(settings.seedProperty().get()));
    }
}
