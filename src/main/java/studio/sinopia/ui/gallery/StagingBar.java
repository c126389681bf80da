package studio.sinopia.ui.gallery;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.sinopia.ui.fx.Hint;
import studio.sinopia.ui.fx.IconButton;
import studio.sinopia.ui.fx.Words;

/** A bar over the canvas while a new picture is shown on which nobody has decided. */
public final class StagingBar extends HBox {

    /** @param covered whether the canvas shows another picture than the chosen one, such as a preview */
    public StagingBar(StagingViewModel staging, ObservableValue<Boolean> covered) {
        setId("staging");
        getStyleClass().addAll("floating-bar", "staging");
        setAlignment(Pos.CENTER);
        var before = new IconButton("staging-previous", Feather.CHEVRON_LEFT, Words.of("staging.before"));
        before.setOnAction(event -> staging.move(-1));
        var position = new Label();
        position.setId("staging-position");
        position.textProperty().bind(staging.positionProperty());
        var next = new IconButton("staging-next", Feather.CHEVRON_RIGHT, Words.of("staging.next"));
        next.setOnAction(event -> staging.move(1));
        before.disableProperty().bind(Bindings.size(staging.fresh()).lessThan(2));
        next.disableProperty().bind(Bindings.size(staging.fresh()).lessThan(2));
        var accept =
                button("staging-accept", Words.of("staging.accept"), Feather.CHECK, Words.of("staging.accept.help"));
        accept.setOnAction(event -> staging.accept());
        var discard = button(
                "staging-discard", Words.of("staging.discard"), Feather.TRASH_2, Words.of("staging.discard.help"));
        discard.setOnAction(event -> staging.discard());
        var keep = new IconButton("staging-keep", Feather.X, Words.of("staging.keep"));
        keep.setOnAction(event -> staging.clear());
        getChildren().addAll(before, position, next, accept, discard, keep);
        visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !staging.positionProperty().get().isEmpty() && !covered.getValue(),
                        staging.positionProperty(),
                        covered));
        managedProperty().bind(visibleProperty());
    }

    private static Button button(String id, String text, Ikon sign, String help) {
        var button = new Button(text, new FontIcon(sign));
        button.setId(id);
        button.getStyleClass().addAll("flat", "small");
        Hint.on(button, help);
        return button;
    }
}
