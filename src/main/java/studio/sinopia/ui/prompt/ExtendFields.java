package studio.sinopia.ui.prompt;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.sinopia.ui.fx.Field;
import studio.sinopia.ui.fx.Hint;
import studio.sinopia.ui.fx.Words;

/** Lets the canvas grow by so many pixels on each side. */
final class ExtendFields {

    private static final int GRID = 8;
    private static final int STEP = 64;
    private static final int COLUMNS = 2;

    private ExtendFields() {}

    static FoldedFields of(ExtendViewModel extend) {
        var sides = new GridPane();
        sides.getStyleClass().add("sides");
        for (ExtendViewModel.Side side : ExtendViewModel.Side.values()) {
            var pixels = new Field(side.title(), pixels(extend, side));
            int place = sides.getChildren().size();
            sides.add(pixels, place % COLUMNS, place / COLUMNS);
            GridPane.setHgrow(pixels, Priority.ALWAYS);
        }
        ObservableValue<Optional<String>> refusal = extend.refusalProperty();
        ObservableValue<String> grown = extend.sizeProperty();
        var size = new Label();
        size.setId("extend-size");
        size.setWrapText(true);
        size.getStyleClass().add("hint-line");
        size.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> refusal.getValue().orElseGet(() -> Words.of("extend.size", grown.getValue())),
                        refusal,
                        grown));
        var button = new Button(Words.of("extend.now"), new FontIcon(Feather.MAXIMIZE_2));
        button.setId("extend");
        button.getStyleClass().add("small");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER);
        Hint.on(button, Words.of("extend.now.help"));
        button.disableProperty().bind(refusal.map(Optional::isPresent));
        button.setOnAction(event -> extend.extend());
        return new FoldedFields("extend-fields", Words.of("extend"), new SimpleStringProperty(""), sides, size, button);
    }

    private static Spinner<Integer> pixels(ExtendViewModel extend, ExtendViewModel.Side side) {
        var values = new SpinnerValueFactory.IntegerSpinnerValueFactory(0, SizePicker.LARGEST, 0, STEP);
        var wanted = extend.pixelsProperty(side);
        values.setValue(wanted.get());
        values.valueProperty().addListener((property, old, now) -> {
            int onGrid = now / GRID * GRID; // what networks can paint
            values.setValue(onGrid);
            wanted.set(onGrid);
        });
        var spinner = new Spinner<>(values);
        spinner.setId("extend-" + side.name().toLowerCase(java.util.Locale.ROOT));
        spinner.setEditable(true);
        spinner.setAccessibleText(Words.of("extend.spoken", side.title()));
        return spinner;
    }
}
