package studio.sinopia.ui.progress;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.MouseDragEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.sinopia.engine.run.RunId;
import studio.sinopia.session.QueueEntry;
import studio.sinopia.ui.fx.IconButton;
import studio.sinopia.ui.fx.Words;

/** One run in the queue, with what can be done with it. It can be dragged to another place. */
final class QueueCell extends ListCell<QueueRow> {

    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("target");
    private static final PseudoClass TROUBLE = PseudoClass.getPseudoClass("trouble");

    private final QueueViewModel queue;
    private final FontIcon sign = new FontIcon();
    private final Label title = new Label();
    private final Label about = new Label();
    private final Label status = new Label();
    private final ProgressBar progress = new ProgressBar();
    private final IconButton front = new IconButton("queue-front", Feather.CHEVRONS_UP, Words.of("queue.front"));
    private final IconButton up = new IconButton("queue-up", Feather.CHEVRON_UP, Words.of("queue.up"));
    private final IconButton down = new IconButton("queue-down", Feather.CHEVRON_DOWN, Words.of("queue.down"));
    private final IconButton retry = new IconButton("queue-retry", Feather.ROTATE_CW, Words.of("queue.retry"));
    private final IconButton lighter = new IconButton("queue-lighter", Feather.MINIMIZE_2, Words.of("queue.lighter"));
    private final IconButton cancel = new IconButton("queue-cancel", Feather.X, Words.of("queue.cancel"));
    private final HBox line;
    private Optional<RunId> dragged = Optional.empty();

    QueueCell(QueueViewModel queue, GenerationViewModel generation) {
        this.queue = queue;
        getStyleClass().add("queue-cell");
        var field = new StackPane(sign);
        field.getStyleClass().add("layer-sign");
        title.getStyleClass().add("layer-title");
        about.getStyleClass().add("layer-summary");
        status.getStyleClass().add("queue-status");
        status.setMaxWidth(420);
        var words = new VBox(title, about);
        words.getStyleClass().add("queue-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        progress.getStyleClass().add("small");
        progress.progressProperty().bind(generation.progressProperty());
        progress.managedProperty().bind(progress.visibleProperty());
        line = new HBox(field, words, progress, status, front, up, down, retry, lighter, cancel);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("queue-line");
        line.setMinWidth(0);
        line.setPrefWidth(1);
        act(front, queue::toFront);
        act(up, run -> queue.move(run, -1));
        act(down, run -> queue.move(run, 1));
        act(retry, queue::retry);
        act(lighter, queue::retryLighter);
        act(cancel, queue::cancel);
        setOnDragDetected(this::drag);
        setOnMouseDragEntered(
                event -> pseudoClassStateChanged(TARGET, over(event).isPresent()));
        setOnMouseDragExited(event -> pseudoClassStateChanged(TARGET, false));
        setOnMouseDragReleased(this::drop);
    }

    private interface Command {
        void on(RunId run);
    }

    private void act(IconButton button, Command command) {
        button.managedProperty().bind(button.visibleProperty());
        button.setOnAction(event -> {
            QueueRow row = getItem();
            if (row != null) {
                command.on(row.run());
            }
        });
    }

    @Override
    protected void updateItem(@Nullable QueueRow row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        QueueEntry.State state = row.entry().state();
        boolean waits = state == QueueEntry.State.WAITING;
        boolean ended = !row.entry().isOpen();
        sign.setIconCode(sign(state));
        title.setText(row.title());
        about.setText(row.about());
        status.setText(row.status());
        status.setMinWidth(ended || row.isRefused() ? 0 : Region.USE_PREF_SIZE);
        progress.setVisible(state == QueueEntry.State.WORKING);
        front.setVisible(waits);
        up.setVisible(waits);
        down.setVisible(waits);
        retry.setVisible(ended);
        lighter.setVisible(ended);
        cancel.setVisible(!ended);
        pseudoClassStateChanged(TROUBLE, state == QueueEntry.State.FAILED || row.isRefused());
        setAccessibleText(row.spoken());
        setGraphic(line);
    }

    private static Ikon sign(QueueEntry.State state) {
        return switch (state) {
            case WAITING -> Feather.CLOCK;
            case WORKING -> Feather.FEATHER;
            case FAILED -> Feather.ALERT_CIRCLE;
            case CANCELLED -> Feather.SLASH;
        };
    }

    private void drag(MouseEvent event) {
        dragged = Optional.ofNullable(getItem())
                .filter(row -> row.entry().state() == QueueEntry.State.WAITING)
                .map(QueueRow::run);
        if (dragged.isPresent()) {
            startFullDrag();
            event.consume();
        }
    }

    /** The run that is being dragged over this one, if it can be dropped here. */
    private Optional<RunId> over(MouseDragEvent event) {
        QueueRow row = getItem();
        boolean waits = row != null && row.entry().state() == QueueEntry.State.WAITING;
        return waits && event.getGestureSource() instanceof QueueCell source ? source.dragged : Optional.empty();
    }

    private void drop(MouseDragEvent event) {
        pseudoClassStateChanged(TARGET, false);
        QueueRow row = getItem();
        if (row != null) {
            over(event).ifPresent(run -> queue.moveTo(run, row.run()));
        }
    }
}
