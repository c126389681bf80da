package studio.sinopia.ui.progress;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.sinopia.engine.run.RunId;
import studio.sinopia.session.QueueEntry;
import studio.sinopia.ui.fx.Hint;
import studio.sinopia.ui.fx.Words;

/**
 * What waits, works and did not succeed, to be rearranged by dragging or by keys: Alt with Up, Down, Home and End moves a
 * run, Delete cancels it, R tries it again, L lighter.
 */
public final class QueuePanel extends VBox {

    private final QueueViewModel queue;
    private final ListView<QueueRow> list;

    public QueuePanel(QueueViewModel queue, GenerationViewModel generation) {
        this.queue = queue;
        this.list = new ListView<>(queue.rows());
        setId("queue-panel");
        getStyleClass().addAll("section", "drawer-panel");
        list.setId("queue-list");
        list.getStyleClass().add("queue-list");
        list.setAccessibleText(Words.of("queue"));
        list.setCellFactory(view -> new QueueCell(queue, generation));
        list.setPlaceholder(hint(Words.of("queue.empty")));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::keys);
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(header(), list);
    }

    private HBox header() {
        var title = new Label(Words.of("queue"));
        title.getStyleClass().add("section-title");
        var summary = new Label();
        summary.setId("queue-summary");
        summary.getStyleClass().add("muted");
        summary.textProperty().bind(queue.summaryProperty());
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var clear = new Button(Words.of("queue.clear"), new FontIcon(Feather.TRASH_2));
        clear.setId("queue-clear");
        clear.getStyleClass().addAll("flat", "small");
        Hint.on(clear, Words.of("queue.clear.help"));
        clear.setOnAction(event -> queue.clearEnded());
        clear.disableProperty().bind(queue.clearableProperty().not());
        var pause = new Button();
        pause.setId("queue-pause");
        pause.getStyleClass().addAll("flat", "small");
        pause.textProperty()
                .bind(Bindings.when(queue.pausedProperty())
                        .then(Words.of("queue.resume"))
                        .otherwise(Words.of("queue.pause")));
        pause.graphicProperty()
                .bind(queue.pausedProperty().map(paused -> new FontIcon(paused ? Feather.PLAY : Feather.PAUSE)));
        Hint.on(pause, Words.of("queue.pause.help"));
        pause.setOnAction(event -> queue.pauseOrResume());
        var header = new HBox(title, summary, space, clear, pause);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().addAll("section-header", "drawer-header");
        return header;
    }

    private static Label hint(String text) {
        var hint = new Label(text);
        hint.getStyleClass().add("hint-line");
        return hint;
    }

    private void keys(KeyEvent event) {
        QueueRow row = list.getSelectionModel().getSelectedItem();
        if (row != null && act(event, row)) {
            event.consume();
            queue.rows().stream()
                    .filter(now -> now.run().equals(row.run()))
                    .findFirst()
                    .ifPresent(list.getSelectionModel()::select);
        }
    }

    private boolean act(KeyEvent event, QueueRow row) {
        RunId run = row.run();
        boolean waits = row.entry().state() == QueueEntry.State.WAITING;
        KeyCode code = event.getCode();
        if (event.isAltDown() && waits) {
            switch (code) {
                case UP -> queue.move(run, -1);
                case DOWN -> queue.move(run, 1);
                case HOME -> queue.toFront(run);
                case END -> queue.toBack(run);
                default -> {
                    return false;
                }
            }
            return true;
        }
        if (row.entry().isOpen() && (code == KeyCode.DELETE || code == KeyCode.BACK_SPACE)) {
            queue.cancel(run);
        } else if (!row.entry().isOpen() && code == KeyCode.R) {
            queue.retry(run);
        } else if (!row.entry().isOpen() && code == KeyCode.L) {
            queue.retryLighter(run);
        } else {
            return false;
        }
        return true;
    }
}
