package studio.sinopia.ui.stack;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.ui.canvas.DrawingViewModel;
import studio.sinopia.ui.canvas.LayerKinds;
import studio.sinopia.ui.fx.Hint;
import studio.sinopia.ui.fx.IconButton;
import studio.sinopia.ui.fx.RasterImage;
import studio.sinopia.ui.fx.Words;

/** Asks what a picture shall be that was dropped or opened; what is most likely wanted stands first. */
public final class IntakeCard extends HBox {

    private static final double THUMBNAIL = 64;

    private final DrawingViewModel drawing;
    private final ImageView thumbnail = new ImageView();
    private final Label name = new Label();
    private final FlowPane choices = new FlowPane();
    private final Button recipe;
    private final Button settings;
    private final Button map;
    private final Button derive;
    private final Button trace;

    public IntakeCard(PictureIntake intake, DrawingViewModel drawing) {
        this.drawing = drawing;
        setId("intake");
        getStyleClass().addAll("notice", "intake");
        setAlignment(Pos.TOP_LEFT);
        setAccessibleRole(AccessibleRole.TEXT);
        recipe = choice("intake-recipe", Words.of("intake.recipe"), Words.of("intake.recipe.help"));
        recipe.setOnAction(event -> intake.takeUpRecipe());
        settings = choice("intake-settings", "", Words.of("intake.settings.help"));
        settings.setOnAction(event -> intake.takeUpSettings());
        map = choice("intake-map", "", Words.of("intake.map.help"));
        map.setOnAction(event -> intake.useAsMap());
        derive = choice("intake-derive", "", Words.of("intake.derive.help"));
        derive.setOnAction(event -> intake.derive());
        trace = choice("intake-trace", Words.of("intake.trace"), Words.of("intake.trace.help"));
        trace.setOnAction(event -> intake.trace());
        thumbnail.setFitWidth(THUMBNAIL);
        thumbnail.setFitHeight(THUMBNAIL);
        thumbnail.setPreserveRatio(true);
        name.setId("intake-name");
        name.getStyleClass().add("notice-what");
        choices.getStyleClass().add("intake-choices");
        var words = new VBox(name, choices);
        words.getStyleClass().add("notice-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        var close = new IconButton("intake-close", Feather.X, Words.of("intake.close"));
        close.setOnAction(event -> intake.dismiss());
        getChildren().addAll(thumbnail, words, close);
        setVisible(false);
        intake.openedProperty().addListener((property, old, now) -> show(now));
    }

    private void show(Optional<OpenedPicture> opened) {
        setVisible(opened.isPresent());
        thumbnail.setImage(
                opened.map(OpenedPicture::picture).map(RasterImage::of).orElse(null));
        opened.ifPresent(this::show);
    }

    private void show(OpenedPicture opened) {
        name.setText("%s  ·  %d × %d"
                .formatted(
                        opened.name(),
                        opened.picture().width(),
                        opened.picture().height()));
        setAccessibleText(Words.of("intake.question", opened.name()));
        ConditionKind kind = drawing.activeKind()
                .filter(each -> each.isLines() || each == ConditionKind.SEGMENTS)
                .orElse(ConditionKind.LINEART);
        map.setText(Words.of("intake.map", LayerKinds.title(kind)));
        derive.setText(Words.of("intake.derive"));
        choices.getChildren().clear();
        if (opened.recipe().isPresent()) {
            choices.getChildren().add(recipe);
        }
        opened.settings().ifPresent(found -> {
            settings.setText(Words.of("intake.settings", found.tool().title()));
            choices.getChildren().add(settings);
        });
        if (opened.looksDrawn()) {
            choices.getChildren().addAll(map, derive, trace);
        } else {
            choices.getChildren().addAll(derive, trace, map);
        }
        choices.getChildren().forEach(each -> each.getStyleClass().remove("accent"));
        choices.getChildren().getFirst().getStyleClass().add("accent");
        choices.getChildren().getFirst().requestFocus();
    }

    private static Button choice(String id, String text, String help) {
        var button = new Button(text);
        button.setId(id);
        button.getStyleClass().add("small");
        Hint.on(button, help);
        return button;
    }
}
