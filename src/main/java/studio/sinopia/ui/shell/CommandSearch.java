package studio.sinopia.ui.shell;

import java.util.Locale;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.sinopia.core.Problem;
import studio.sinopia.ui.fx.Keys;
import studio.sinopia.ui.fx.Words;

/** Finds commands by their names, runs them, and gives them other keys. */
final class CommandSearch extends VBox {

    private static final String HELP = Words.of("commands.help");

    private final KeyBindings bindings;
    private final TextField field = new TextField();
    private final ObservableList<Command> found = FXCollections.observableArrayList();
    private final ListView<Command> list = new ListView<>(found);
    private final Label hint = new Label(HELP);
    private Optional<Command> changing = Optional.empty();
    private Optional<Node> before = Optional.empty();

    CommandSearch(KeyBindings bindings) {
        this.bindings = bindings;
        setId("command-search");
        getStyleClass().addAll("notice", "command-search");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        field.setId("command-field");
        field.setPromptText(Words.of("commands.prompt"));
        field.setAccessibleText(Words.of("commands.search"));
        field.textProperty().addListener((property, old, now) -> narrow());
        list.setId("command-list");
        list.setAccessibleText(Words.of("commands.list"));
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new CommandCell());
        list.setOnMouseClicked(event -> run());
        hint.setId("command-hint");
        hint.setWrapText(true);
        hint.getStyleClass().add("hint-line");
        getChildren().addAll(field, list, hint);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        setVisible(false);
        managedProperty().bind(visibleProperty());
    }

    /** Shows it with all commands, over what had the keyboard before. */
    void open() {
        open("");
    }

    void open(String words) {
        before = Optional.ofNullable(getScene()).map(scene -> scene.getFocusOwner());
        changing = Optional.empty();
        hint.setText(HELP);
        field.setText(words);
        field.end();
        narrow();
        setVisible(true);
        field.requestFocus();
    }

    void close() {
        setVisible(false);
        before.ifPresent(Node::requestFocus);
    }

    /** Whether the next keys become those of a command. */
    boolean isChanging() {
        return isVisible() && changing.isPresent();
    }

    private void narrow() {
        String[] words = field.getText().strip().toLowerCase(Locale.ROOT).split("\\s+");
        found.setAll(bindings.commands().stream()
                .filter(command -> java.util.Arrays.stream(words)
                        .allMatch(
                                word -> command.title().toLowerCase(Locale.ROOT).contains(word)))
                .toList());
        list.getSelectionModel().selectFirst();
    }

    private void pressed(KeyEvent event) {
        if (changing.isPresent()) {
            change(event);
            event.consume();
            return;
        }
        int step =
                switch (event.getCode()) {
                    case DOWN -> 1;
                    case UP -> -1;
                    case PAGE_DOWN -> 8;
                    case PAGE_UP -> -8;
                    default -> 0;
                };
        if (step != 0) {
            int last = found.size() - 1;
            int next = Math.clamp(list.getSelectionModel().getSelectedIndex() + (long) step, 0, Math.max(0, last));
            list.getSelectionModel().select(next);
            list.scrollTo(Math.max(0, next - 3));
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            run();
            event.consume();
        } else if (event.getCode() == KeyCode.F2) {
            changing = selected();
            changing.ifPresent(command -> hint.setText(Words.of("commands.change", command.title())));
            event.consume();
        } else if (event.getCode() == KeyCode.F3) {
            selected().ifPresent(bindings::reset);
            list.refresh();
            event.consume();
        }
    }

    private void change(KeyEvent event) {
        if (event.getCode().isModifierKey()) {
            return;
        }
        Optional<Command> command = changing;
        changing = Optional.empty();
        if (event.getCode() == KeyCode.ESCAPE) {
            hint.setText(HELP);
            return;
        }
        var wanted = new KeyCodeCombination(
                event.getCode(),
                event.isShiftDown() ? KeyCombination.ModifierValue.DOWN : KeyCombination.ModifierValue.UP,
                KeyCombination.ModifierValue.UP,
                event.isAltDown() ? KeyCombination.ModifierValue.DOWN : KeyCombination.ModifierValue.UP,
                KeyCombination.ModifierValue.UP,
                event.isShortcutDown() ? KeyCombination.ModifierValue.DOWN : KeyCombination.ModifierValue.UP);
        Optional<Problem> problem = command.flatMap(each -> bindings.bind(each, wanted));
        hint.setText(problem.map(each -> each.what() + " " + each.remedy()).orElse(HELP));
        list.refresh();
    }

    private void run() {
        Optional<Command> command = selected();
        close();
        command.filter(each -> !each.action().getAsBoolean()).ifPresent(each -> {
            open(each.title());
            hint.setText(Words.of("commands.nothing"));
        });
    }

    private Optional<Command> selected() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    private final class CommandCell extends ListCell<Command> {
        private final Label title = new Label();
        private final Label keys = new Label();
        private final HBox line;

        CommandCell() {
            var space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            keys.getStyleClass().add("muted");
            keys.setMinWidth(Region.USE_PREF_SIZE);
            line = new HBox(title, space, keys);
            line.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(@Nullable Command command, boolean empty) {
            super.updateItem(command, empty);
            if (empty || command == null) {
                setGraphic(null);
                setId(null);
            } else {
                title.setText(command.title());
                keys.setText(bindings.keys(command).map(Keys::text).orElse(""));
                setGraphic(line);
                setId("command-" + command.id());
                setAccessibleText(command.title() + " " + keys.getText());
            }
        }
    }
}
