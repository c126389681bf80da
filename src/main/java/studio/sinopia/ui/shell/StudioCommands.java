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
import studio.sinopia.ui.canvas.DrawingCanvas;
import studio.sinopia.ui.canvas.DrawingViewModel;
import studio.sinopia.ui.canvas.LayerKinds;
import studio.sinopia.ui.canvas.Tool;
import studio.sinopia.ui.canvas.ViewMode;
import studio.sinopia.ui.fx.Keys;

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
        all.add(Command.of("generate", "Generate", Keys.GENERATE, () -> {
            if (view.ready()) {
                studio.generation().generate();
            }
        }));
        all.add(Command.of("generate-first", "Generate at the front of the queue", Keys.GENERATE_FIRST, () -> {
            if (view.ready()) {
                studio.generation().generateFirst();
            }
        }));
        all.add(new Command("cancel", "Cancel what is under way", Optional.of(Keys.CANCEL), true, view::cancel));
        all.add(Command.of("cancel-all", "Cancel all runs", Keys.CANCEL_ALL, studio.generation()::cancelAll));
        all.add(Command.of(
                "queue",
                "Show or hide the queue",
                Keys.QUEUE,
                () -> view.drawer().flip(StudioView.QUEUE)));
        all.add(Command.of(
                "gallery",
                "Show or hide the gallery",
                Keys.GALLERY,
                () -> view.drawer().flip(StudioView.GALLERY)));
        all.add(Command.of("plot", "Show or hide the plot", Keys.PLOT, () -> {
            boolean open = studio.plot().openProperty().get();
            studio.plot().openProperty().set(!open);
        }));
        all.add(Command.of("live", "Live painting on or off", Keys.LIVE, () -> {
            boolean on = studio.live().onProperty().get();
            studio.live().onProperty().set(!on);
        }));
        all.add(Command.of(
                "search", "Search commands", Keys.SEARCH, () -> view.search().open()));
        addFiles(all);
        addViews(all);
        addLayers(all);
        addEditing(all);
        for (Tool tool : Tool.values()) {
            all.add(Command.of(tool.command(), "Tool: " + tool.title() + " (" + tool.key() + " on the canvas)", () -> {
                studio.tools().pick(tool);
                view.canvas().requestFocus();
            }));
        }
        return all;
    }

    private void addFiles(List<Command> all) {
        all.add(Command.of("open", "Open a project, a picture or a pose", Keys.OPEN, files::openPicture));
        all.add(Command.of("save", "Save the project", Keys.SAVE, files::saveProject));
        all.add(Command.of("save-as", "Save the project as", Keys.SAVE_AS, files::saveProjectAs));
        all.add(Command.of("save-picture", "Save the picture", Keys.SAVE_PICTURE, files::save));
        all.add(Command.of("recall", "Reuse the settings of the picture", studio::recall));
        all.add(Command.of("open-palette", "Open a list of segment classes", files::openPalette));
    }

    private void addViews(List<Command> all) {
        DrawingCanvas canvas = view.canvas();
        all.add(Command.of("zoom-fit", "Zoom to fit", Keys.ZOOM_FIT, canvas::zoomToFit));
        all.add(Command.of("zoom-actual", "Zoom to 100 %", Keys.ZOOM_ACTUAL, () -> canvas.zoomTo(1)));
        all.add(Command.of("next-view", "Next view", Keys.NEXT_VIEW, () -> {
            List<ViewMode> modes = List.of(ViewMode.values());
            int now = modes.indexOf(canvas.modeProperty().get());
            canvas.modeProperty().set(modes.get((now + 1) % modes.size()));
        }));
        for (ViewMode mode : ViewMode.values()) {
            all.add(Command.of(
                    "view-" + mode.name().toLowerCase(Locale.ROOT),
                    "View: " + mode.title(),
                    () -> canvas.modeProperty().set(mode)));
        }
        all.add(Command.of("theme", "Dark or light", view::otherTheme));
        all.add(Command.of("focus-canvas", "Go to the canvas", canvas::requestFocus));
        all.add(Command.of("focus-prompt", "Go to the prompt", () -> view.go("#prompt")));
        all.add(Command.of("focus-layers", "Go to the layers", () -> view.go("#add-layer")));
        all.add(Command.of("focus-results", "Go to the results", () -> view.go("#results .result-tile")));
    }

    private void addLayers(List<Command> all) {
        DrawingViewModel drawing = studio.drawing();
        all.add(Command.of("merge-down", "Merge the layer down", Keys.MERGE_DOWN, () -> layer(drawing::mergeDown)));
        all.add(Command.of("merge-visible", "Merge visible layers", Keys.MERGE_VISIBLE, drawing::mergeVisible));
        all.add(Command.of(
                "layer-up", "Move the layer up", Keys.LAYER_UP, () -> layer(id -> drawing.moveLayer(id, 1))));
        all.add(Command.of(
                "layer-down", "Move the layer down", Keys.LAYER_DOWN, () -> layer(id -> drawing.moveLayer(id, -1))));
        all.add(Command.of("duplicate", "Duplicate the layer", Keys.DUPLICATE, () -> layer(drawing::duplicate)));
        all.add(Command.of("clear-layer", "Clear the layer", () -> layer(drawing::clearLayer)));
        all.add(Command.of("remove-layer", "Remove the layer", () -> layer(drawing::removeLayer)));
        all.add(Command.of("turn-all", "Show or hide all layers", drawing::turnAll));
        for (ConditionKind kind : LayerKinds.DRAWN) {
            all.add(Command.of("add-" + kind.key(), "Add a layer: " + LayerKinds.title(kind), () -> {
                drawing.addLayer(kind);
                view.canvas().requestFocus();
            }));
        }
        all.add(Command.of("add-person", "Add a person", studio.instruments().people()::add));
        for (BodyPose pose : BodyPose.ALL) {
            all.add(Command.of(
                    "pose-" + pose.title().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-"),
                    "Pose: " + pose.title(),
                    () -> studio.instruments().people().take(pose)));
        }
    }

    private void addEditing(List<Command> all) {
        var pasteboard = new Pasteboard(studio);
        all.add(new Command("copy", "Copy the layer", Optional.of(Keys.COPY), false, pasteboard::copy));
        all.add(new Command(
                "paste", "Paste a picture, a file or people", Optional.of(Keys.PASTE), false, pasteboard::paste));
        all.add(new Command("undo", "Undo", Optional.of(Keys.UNDO), false, () -> {
            studio.instruments().cancel();
            studio.drawing().undo();
            return true;
        }));
        for (var keys : List.of(Keys.REDO, Keys.REDO_TOO)) {
            all.add(new Command(keys.equals(Keys.REDO) ? "redo" : "redo-too", "Redo", Optional.of(keys), false, () -> {
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
