package studio.sinopia.ui.stack;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.sinopia.ui.canvas.DrawingViewModel;
import studio.sinopia.ui.fx.Hint;
import studio.sinopia.ui.fx.IconButton;
import studio.sinopia.ui.fx.Words;

/** The picture that lies under the drawing to be traced: how bright it is shown, and the way to be rid of it. */
final class ReferenceCard extends VBox {

    ReferenceCard(DrawingViewModel drawing) {
        setId("reference");
        getStyleClass().add("layer-card");
        var sign = new StackPane(new FontIcon(Feather.IMAGE));
        sign.getStyleClass().add("layer-sign");
        var title = new Label(Words.of("trace"));
        title.getStyleClass().add("layer-title");
        var summary = new Label(Words.of("trace.about"));
        summary.getStyleClass().add("layer-summary");
        var names = new VBox(title, summary);
        names.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(names, Priority.ALWAYS);
        var remove = new IconButton("reference-remove", Feather.TRASH_2, Words.of("trace.remove"));
        remove.setOnAction(event -> drawing.trace(Optional.empty()));
        var header = new HBox(sign, names, remove);
        header.getStyleClass().add("layer-header");
        header.setAlignment(Pos.CENTER_LEFT);
        var share = new Slider(0, 1, 0.5);
        share.setId("reference-share");
        share.setAccessibleText(Words.of("trace.share"));
        Hint.on(share, Words.of("trace.share.help"));
        share.valueProperty().bindBidirectional(drawing.traceShareProperty());
        getChildren().addAll(header, share);
        visibleProperty()
                .bind(drawing.documentProperty()
                        .map(document -> document.reference().isPresent()));
        managedProperty().bind(visibleProperty());
    }
}
