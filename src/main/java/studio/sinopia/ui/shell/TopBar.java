package studio.sinopia.ui.shell;

import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.sinopia.document.Edit;
import studio.sinopia.document.History;
import studio.sinopia.ui.ModelOffer;
import studio.sinopia.ui.canvas.DrawingCanvas;
import studio.sinopia.ui.canvas.DrawingViewModel;
import studio.sinopia.ui.canvas.ViewMode;
import studio.sinopia.ui.fx.Hint;
import studio.sinopia.ui.fx.IconButton;
import studio.sinopia.ui.fx.KeyNames;
import studio.sinopia.ui.fx.Keys;
import studio.sinopia.ui.fx.Words;

/** Project and model on the left, the views in the middle, undo and theme on the right. */
final class TopBar extends StackPane {

    private static final double GAP = 8;

    private final HBox left;
    private final HBox middle;

    TopBar(
            ModelOffer model,
            DrawingViewModel drawing,
            DrawingCanvas canvas,
            ObjectProperty<Theme> theme,
            ProjectViewModel project,
            LiveViewModel live,
            StudioView.Files files,
            KeyNames keys) {
        getStyleClass().add("top-bar");
        left = new HBox(mark(), new ProjectMenu(project, files, keys), model(model));
        left.getStyleClass().add("bar-side");
        left.setAlignment(Pos.CENTER_LEFT);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var right = new HBox(open(files::openPicture, keys), undo(drawing, keys), redo(drawing, keys), theme(theme));
        right.getStyleClass().add("bar-side");
        right.setAlignment(Pos.CENTER_RIGHT);
        var sides = new HBox(left, space, right);
        middle = views(canvas, live, keys);
        middle.setMaxWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(sides, middle);
    }

    /** In a narrow window the views give way to what stands on the left. */
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        double least = left.getBoundsInParent().getMaxX() + left.getParent().getLayoutX() + GAP;
        if (middle.getLayoutX() < least) {
            middle.setLayoutX(least);
        }
    }

    private static ImageView mark() {
        var mark = new ImageView(AppIcon.image(64));
        mark.setFitWidth(24);
        mark.setFitHeight(24);
        return mark;
    }

    private static Label model(ModelOffer model) {
        var chip = new Label(model.title(), new FontIcon(Feather.BOX));
        chip.setId("model");
        chip.getStyleClass().add("model-chip");
        Hint.on(
                chip,
                Words.of("model.about", model.location().isEmpty() ? Words.of("model.shipped") : model.location()));
        return chip;
    }

    private static Node live(LiveViewModel live, KeyNames keys) {
        var button = new ToggleButton(Words.of("live"), new FontIcon(Feather.ZAP));
        button.setId("live");
        button.getStyleClass().add("view-button");
        Hint.on(button, keys.behind(Words.of("live.help"), Keys.LIVE));
        button.selectedProperty().bindBidirectional(live.onProperty());
        var state = new Label();
        state.setId("live-state");
        state.getStyleClass().add("muted");
        state.textProperty().bind(live.stateProperty());
        state.visibleProperty().bind(live.onProperty());
        state.managedProperty().bind(live.onProperty());
        var box = new HBox(button);
        box.getStyleClass().add("view-switch");
        box.setAlignment(Pos.CENTER);
        box.setMaxHeight(Region.USE_PREF_SIZE);
        var both = new HBox(box, state);
        both.setAlignment(Pos.CENTER);
        both.getStyleClass().add("bar-side");
        return both;
    }

    private static HBox views(DrawingCanvas canvas, LiveViewModel live, KeyNames keys) {
        var group = new ToggleGroup();
        var views = new HBox();
        views.setAlignment(Pos.CENTER);
        views.getStyleClass().add("view-switch");
        for (ViewMode mode : ViewMode.values()) {
            var button = new ToggleButton(mode.title(), new FontIcon(sign(mode)));
            button.setId(
                    "view-" + mode.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
            button.setToggleGroup(group);
            button.getStyleClass().add("view-button");
            Hint.on(button, keys.behind(help(mode), Keys.NEXT_VIEW).map(text -> Words.of("view.next", text)));
            button.setSelected(canvas.modeProperty().get() == mode);
            button.setOnAction(event -> {
                canvas.modeProperty().set(mode);
                button.setSelected(true);
            });
            canvas.modeProperty().addListener((property, old, now) -> button.setSelected(now == mode));
            views.getChildren().add(button);
        }
        var share = new Slider(0, 1, canvas.overlayProperty().get());
        share.setId("overlay-share");
        share.setAccessibleText(Words.of("overlay.share"));
        Hint.on(share, Words.of("overlay.help"));
        share.valueProperty().bindBidirectional(canvas.overlayProperty());
        share.visibleProperty().bind(canvas.modeProperty().isEqualTo(ViewMode.OVERLAY));
        share.managedProperty().bind(share.visibleProperty());
        var bar = new HBox(views, live(live, keys), share);
        bar.setAlignment(Pos.CENTER);
        bar.getStyleClass().add("view-bar");
        bar.setPickOnBounds(false);
        return bar;
    }

    private static Ikon sign(ViewMode mode) {
        return switch (mode) {
            case DRAWING -> Feather.EDIT_2;
            case SIDE_BY_SIDE -> Feather.COLUMNS;
            case OVERLAY -> Feather.LAYERS;
        };
    }

    private static String help(ViewMode mode) {
        return switch (mode) {
            case DRAWING -> Words.of("view.drawing.help");
            case SIDE_BY_SIDE -> Words.of("view.side.help");
            case OVERLAY -> Words.of("view.overlay.help");
        };
    }

    private static IconButton open(Runnable opener, KeyNames keys) {
        var open = new IconButton("open-picture", Feather.FOLDER, Words.of("open.picture"), keys.insteadOf(Keys.OPEN));
        open.setOnAction(event -> opener.run());
        return open;
    }

    private static IconButton undo(DrawingViewModel drawing, KeyNames keys) {
        var undo = new IconButton(
                "undo", Feather.CORNER_UP_LEFT, named("undo", drawing, History::undone), keys.insteadOf(Keys.UNDO));
        undo.setOnAction(event -> drawing.undo());
        undo.disableProperty().bind(drawing.undoableProperty().not());
        return undo;
    }

    private static IconButton redo(DrawingViewModel drawing, KeyNames keys) {
        var redo = new IconButton(
                "redo", Feather.CORNER_UP_RIGHT, named("redo", drawing, History::redone), keys.insteadOf(Keys.REDO));
        redo.setOnAction(event -> drawing.redo());
        redo.disableProperty().bind(drawing.redoableProperty().not());
        return redo;
    }

    /** Says what would be undone or redone. */
    private static ObservableValue<String> named(
            String verb, DrawingViewModel drawing, Function<History, Optional<Edit>> edit) {
        return drawing.historyProperty()
                .map(history -> edit.apply(history)
                        .map(what -> Words.of(verb + ".what", Words.term(what.title())))
                        .orElse(Words.of(verb)));
    }

    private static IconButton theme(ObjectProperty<Theme> theme) {
        var button = new IconButton("theme", Feather.SUN, Words.of("theme"));
        button.setOnAction(event -> theme.set(theme.get().other()));
        button.graphicProperty().bind(theme.map(now -> new FontIcon(now == Theme.DARK ? Feather.SUN : Feather.MOON)));
        return button;
    }
}
