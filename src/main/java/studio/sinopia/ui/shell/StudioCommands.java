package studio.sinopia.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.document.Layer;
import studio.sinopia.document.LayerId;
import studio.sinopia.document.pose.BodyPose;
import studio.sinopia.settings.Language;
import studio.sinopia.ui.canvas.DrawingCanvas;
import studio.sinopia.ui.canvas.DrawingViewModel;
import studio.sinopia.ui.canvas.LayerKinds;
import studio.sinopia.ui.canvas.Tool;
import studio.sinopia.ui.canvas.ViewMode;
import studio.sinopia.ui.fx.Keys;
import studio.sinopia.ui.fx.Words;

/** All that the window can do, in the order in which it is offered. */
final class StudioCommands {

    private final StudioView view;
    private final StudioViewModel studio;
    private final StudioView.Files files;

    StudioCommands(StudioView view, StudioView.Files files) {
        this.view = view;
        this.studio = view.studio();
        this.files = files;
    }

    List<Command> all() {
        List<Command> all = new ArrayList<>();
        all.add(Command.of("generate", Words.of("command.generate"), Keys.GENERATE, () -> {
            if (view.ready()) {
                studio.generation().generate();
            }
        }));
        all.add(Command.of("generate-first", Words.of("command.generate-first"), Keys.GENERATE_FIRST, () -> {
            if (view.ready()) {
                studio.generation().generateFirst();
            }
        }));
        all.add(new Command("cancel", Words.of("command.cancel"), Optional.of(Keys.CANCEL), true, view::cancel));
        all.add(Command.of(
                "cancel-all", Words.of("command.cancel-all"), Keys.CANCEL_ALL, studio.generation()::cancelAll));
        all.add(Command.of(
                "queue",
                Words.of("command.queue"),
                Keys.QUEUE,
                () -> view.drawer().flip(StudioView.QUEUE)));
        all.add(Command.of(
                "gallery",
                Words.of("command.gallery"),
                Keys.GALLERY,
                () -> view.drawer().flip(StudioView.GALLERY)));
        all.add(Command.of("plot", Words.of("command.plot"), Keys.PLOT, () -> {
            boolean open = studio.plot().openProperty().get();
            studio.plot().openProperty().set(!open);
        }));
        all.add(Command.of("live", Words.of("command.live"), Keys.LIVE, () -> {
            boolean on = studio.live().onProperty().get();
            studio.live().onProperty().set(!on);
        }));
        all.add(Command.of(
                "search",
                Words.of("command.search"),
                Keys.SEARCH,
                () -> view.search().open()));
        all.add(Command.of(
                "search-settings",
                Words.of("command.search-settings"),
                Keys.SEARCH_SETTINGS,
                () -> view.search().open(Words.of("setting.beginning"))));
        addFiles(all);
        addViews(all);
        addLayers(all);
        addEditing(all);
        for (Tool tool : Tool.values()) {
            all.add(Command.of(tool.command(), Words.of("command.tool", tool.title(), tool.key()), () -> {
                studio.tools().pick(tool);
                view.canvas().requestFocus();
            }));
        }
        all.addAll(SettingCommands.all(view));
        return all;
    }

    private void addFiles(List<Command> all) {
        all.add(Command.of("open", Words.of("command.open"), Keys.OPEN, files::openPicture));
        all.add(Command.of("save", Words.of("command.save"), Keys.SAVE, files::saveProject));
        all.add(Command.of("save-as", Words.of("command.save-as"), Keys.SAVE_AS, files::saveProjectAs));
        all.add(Command.of("save-picture", Words.of("command.save-picture"), Keys.SAVE_PICTURE, files::save));
        all.add(Command.of("recall", Words.of("command.recall"), studio::recall));
        all.add(Command.of("open-palette", Words.of("command.open-palette"), files::openPalette));
    }

    private void addViews(List<Command> all) {
        DrawingCanvas canvas = view.canvas();
        all.add(Command.of("zoom-fit", Words.of("command.zoom-fit"), Keys.ZOOM_FIT, canvas::zoomToFit));
        all.add(Command.of("zoom-actual", Words.of("command.zoom-actual"), Keys.ZOOM_ACTUAL, () -> canvas.zoomTo(1)));
        all.add(Command.of("next-view", Words.of("command.next-view"), Keys.NEXT_VIEW, () -> {
            List<ViewMode> modes = List.of(ViewMode.values());
            int now = modes.indexOf(canvas.modeProperty().get());
            canvas.modeProperty().set(modes.get((now + 1) % modes.size()));
        }));
        for (ViewMode mode : ViewMode.values()) {
            all.add(Command.of(
                    "view-" + mode.name().toLowerCase(Locale.ROOT),
                    Words.of("command.view", mode.title()),
                    () -> canvas.modeProperty().set(mode)));
        }
        all.add(Command.of("theme", Words.of("command.theme"), view::otherTheme));
        for (Language language : Language.values()) {
            String id = "language-" + language.name().toLowerCase(Locale.ROOT);
            all.add(Command.of(id, Words.of("command." + id), () -> studio.speak(language)));
        }
        all.add(Command.of("focus-canvas", Words.of("command.focus-canvas"), canvas::requestFocus));
        all.add(Command.of("focus-status", Words.of("command.focus-status"), () -> view.go("#phase")));
        all.add(Command.of("focus-prompt", Words.of("command.focus-prompt"), () -> view.go("#prompt")));
        all.add(Command.of("focus-layers", Words.of("command.focus-layers"), () -> view.go("#add-layer")));
        all.add(Command.of("focus-results", Words.of("command.focus-results"), () -> view.go("#results .result-tile")));
    }

    private void addLayers(List<Command> all) {
        DrawingViewModel drawing = studio.drawing();
        all.add(Command.of(
                "merge-down", Words.of("command.merge-down"), Keys.MERGE_DOWN, () -> layer(drawing::mergeDown)));
        all.add(Command.of(
                "merge-visible", Words.of("command.merge-visible"), Keys.MERGE_VISIBLE, drawing::mergeVisible));
        all.add(Command.of(
                "layer-up", Words.of("command.layer-up"), Keys.LAYER_UP, () -> layer(id -> drawing.moveLayer(id, 1))));
        all.add(Command.of(
                "layer-down",
                Words.of("command.layer-down"),
                Keys.LAYER_DOWN,
                () -> layer(id -> drawing.moveLayer(id, -1))));
        all.add(Command.of(
                "duplicate", Words.of("command.duplicate"), Keys.DUPLICATE, () -> layer(drawing::duplicate)));
        all.add(Command.of("clear-layer", Words.of("command.clear-layer"), () -> layer(drawing::clearLayer)));
        all.add(Command.of("remove-layer", Words.of("command.remove-layer"), () -> layer(drawing::removeLayer)));
        all.add(Command.of("turn-all", Words.of("command.turn-all"), drawing::turnAll));
        for (ConditionKind kind : LayerKinds.DRAWN) {
            all.add(Command.of("add-" + kind.key(), Words.of("command.add", LayerKinds.title(kind)), () -> {
                drawing.addLayer(kind);
                view.canvas().requestFocus();
            }));
        }
        all.add(Command.of(
                "add-person",
                Words.of("command.add-person"),
                studio.instruments().people()::add));
        for (BodyPose pose : BodyPose.ALL) {
            all.add(Command.of(
                    "pose-" + pose.title().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-"),
                    Words.of("command.pose", Words.term(pose.title())),
                    () -> studio.instruments().people().take(pose)));
        }
    }

    private void addEditing(List<Command> all) {
        var pasteboard = new Pasteboard(studio);
        all.add(new Command("copy", Words.of("command.copy"), Optional.of(Keys.COPY), false, pasteboard::copy));
        all.add(new Command("paste", Words.of("command.paste"), Optional.of(Keys.PASTE), false, pasteboard::paste));
        all.add(new Command("undo", Words.of("undo"), Optional.of(Keys.UNDO), false, () -> {
            studio.instruments().cancel();
            studio.drawing().undo();
            return true;
        }));
        for (var keys : List.of(Keys.REDO, Keys.REDO_TOO)) {
            all.add(new Command(
                    keys.equals(Keys.REDO) ? "redo" : "redo-too", Words.of("redo"), Optional.of(keys), false, () -> {
                        studio.instruments().cancel();
                        studio.drawing().redo();
                        return true;
                    }));
        }
    }

    private void layer(Consumer<LayerId> action) {
        studio.drawing().active().map(Layer::id).ifPresent(action);
    }
}
