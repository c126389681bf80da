package studio.sinopia.ui.prompt;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;

/** Fields that are seldom needed. Folded, their title says what of them is not as usual, so that nothing acts unseen. */
final class FoldedFields extends TitledPane {

    /** @param summary what is not as usual; empty if all is */
    FoldedFields(String id, String title, ObservableValue<String> summary, Node... fields) {
        setId(id);
        getStyleClass().add("folded");
        var content = new VBox(fields);
        content.getStyleClass().add("folded-fields");
        setContent(content);
        setExpanded(false);
        setAnimated(false);
        textProperty().bind(summary.map(words -> words.isEmpty() ? title : title + "  ·  " + words));
    }
}
