package studio.sinopia.ui.prompt;

import java.util.List;
import java.util.concurrent.Executor;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.sinopia.core.StudioException;
import studio.sinopia.document.Document;
import studio.sinopia.document.Edit;
import studio.sinopia.document.Layer;
import studio.sinopia.settings.Preset;
import studio.sinopia.settings.PresetFolder;
import studio.sinopia.ui.canvas.DrawingViewModel;
import studio.sinopia.ui.progress.NoticeViewModel;

/** The person's own presets: kept under a name, and used with other words and other drawings. */
public final class PresetsViewModel {

    private final PresetFolder folder;
    private final SettingsViewModel settings;
    private final DrawingViewModel drawing;
    private final NoticeViewModel notice;
    private final Executor files;
    private final Executor fx;
    private final ObservableList<String> names = FXCollections.observableArrayList();

    /** @param files runs work on the thread that reads and writes files */
    public PresetsViewModel(
            PresetFolder folder,
            SettingsViewModel settings,
            DrawingViewModel drawing,
            NoticeViewModel notice,
            Executor files,
            Executor fx) {
        this.folder = folder;
        this.settings = settings;
        this.drawing = drawing;
        this.notice = notice;
        this.files = files;
        this.fx = fx;
        refresh();
    }

    /** The names there are, in alphabetical order. */
    public ObservableList<String> names() {
        return FXCollections.unmodifiableObservableList(names);
    }

    /** Keeps what is set now, in place of a preset that has the name. */
    public void save(String name) {
        Document document = drawing.document();
        Preset preset = Preset.of(settings.request(document.size()), document);
        onDisk(() -> folder.save(name.strip(), preset));
        refresh();
    }

    /** Sets what a preset says; words, seed, size and what is drawn stay. */
    public void apply(String name) {
        onDisk(() -> {
            Preset preset = folder.load(name);
            fx.execute(() -> apply(preset));
        });
    }

    private void apply(Preset preset) {
        settings.adopt(preset.request());
        drawing.endGesture();
        List<Layer> layers = drawing.document().layers();
        List<Layer> applied = layers.stream().map(preset::applied).toList();
        if (!applied.equals(layers)) {
            drawing.apply(new Edit.Rearrange(applied, "applying a preset"));
        }
        drawing.endGesture();
    }

    public void delete(String name) {
        onDisk(() -> folder.delete(name));
        refresh();
    }

    private void refresh() {
        onDisk(() -> {
            List<String> there = folder.names();
            fx.execute(() -> names.setAll(there));
        });
    }

    private void onDisk(Chore chore) {
        files.execute(() -> {
            try {
                chore.run();
            } catch (StudioException failure) {
                fx.execute(() -> notice.show(failure.problem()));
            }
        });
    }

    private interface Chore {
        void run() throws StudioException;
    }
}
