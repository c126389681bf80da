package studio.sinopia.ui.stack;

import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import studio.sinopia.condition.Parameter;
import studio.sinopia.document.Influence;
import studio.sinopia.document.LayoutBox;
import studio.sinopia.ui.canvas.BoxViewModel;
import studio.sinopia.ui.canvas.DrawingViewModel;
import studio.sinopia.ui.fx.Hint;
import studio.sinopia.ui.fx.ParameterSlider;
import studio.sinopia.ui.fx.WindowSlider;
import studio.sinopia.ui.fx.Words;

/** The boxes of the layer in hand as a list: the phrase of each, and weight and steps of the one in hand. */
final class BoxTable extends VBox {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final BoxViewModel boxes;
    private final VBox rows = new VBox();
    private final Label empty = new Label(Words.of("box.none"));
    private final ParameterSlider weight = new ParameterSlider(
            new Parameter("box-weight", Words.of("box.weight"), 0, Influence.STRONGEST, 0.05, 1),
            Words.of("box.weight.help"));
    private final WindowSlider window =
            new WindowSlider("box-window", 0, 1, (start, end) -> change("window", box -> box.within(start, end)));
    private boolean showing;

    BoxTable(DrawingViewModel drawing, BoxViewModel boxes) {
        this.boxes = boxes;
        setId("box-table");
        getStyleClass().add("box-table");
        empty.setWrapText(true);
        empty.getStyleClass().add("hint-line");
        var scope = new Label(Words.of("box.scope"));
        scope.getStyleClass().add("hint-line");
        scope.setWrapText(true);
        rows.getStyleClass().add("box-rows");
        getChildren().addAll(empty, rows, weight, window, scope);
        weight.valueProperty()
                .addListener((property, old, now) -> change("weight", box -> box.weighing(now.doubleValue())));
        drawing.activeProperty().addListener((property, old, now) -> show());
        boxes.chosenProperty().addListener((property, old, now) -> show());
        show();
    }

    private void change(String what, java.util.function.UnaryOperator<LayoutBox> change) {
        if (!showing) {
            boxes.chosenProperty().get().ifPresent(index -> boxes.change(index, what, change));
        }
    }

    private void show() {
        showing = true;
        List<LayoutBox> all = boxes.boxes();
        while (rows.getChildren().size() < all.size()) {
            rows.getChildren().add(new Row(rows.getChildren().size()));
        }
        rows.getChildren().remove(all.size(), rows.getChildren().size());
        Optional<Integer> chosen = boxes.chosenProperty().get();
        for (int i = 0; i < all.size(); i++) {
            ((Row) rows.getChildren().get(i)).show(all.get(i), chosen.equals(Optional.of(i)));
        }
        empty.setVisible(all.isEmpty());
        empty.setManaged(all.isEmpty());
        Optional<LayoutBox> hand = chosen.filter(index -> index < all.size()).map(all::get);
        for (var node : List.of(weight, window)) {
            node.setVisible(hand.isPresent());
            node.setManaged(hand.isPresent());
        }
        hand.ifPresent(box -> {
            weight.valueProperty().set(box.weight());
            window.show(box.start(), box.end());
        });
        showing = false;
    }

    private final class Row extends HBox {
        private final Rectangle chip = new Rectangle(14, 14);
        private final TextField phrase = new TextField();

        Row(int index) {
            getStyleClass().add("box-row");
            setAlignment(Pos.CENTER_LEFT);
            chip.getStyleClass().add("segment-chip");
            chip.setArcWidth(5);
            chip.setArcHeight(5);
            phrase.setId("box-phrase-" + index);
            phrase.setPromptText(Words.of("box.example"));
            phrase.setAccessibleText(Words.of("box.phrase", index + 1));
            Hint.on(phrase, Words.of("box.phrase.help"));
            HBox.setHgrow(phrase, Priority.ALWAYS);
            phrase.focusedProperty().addListener((property, old, focused) -> {
                if (focused) {
                    boxes.choose(index);
                }
            });
            phrase.textProperty().addListener((property, old, now) -> {
                if (!showing) {
                    boxes.change(index, "phrase", box -> box.saying(now));
                }
            });
            getChildren().addAll(chip, phrase);
        }

        void show(LayoutBox box, boolean chosen) {
            chip.setFill(Color.web(box.colour().hex()));
            if (!phrase.getText().equals(box.phrase())) {
                phrase.setText(box.phrase());
            }
            pseudoClassStateChanged(CHOSEN, chosen);
        }
    }
}
