package studio.sinopia.ui.shell;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.sinopia.core.StudioException;
import studio.sinopia.export.Project;
import studio.sinopia.export.ProjectFile;
import studio.sinopia.session.Kept;
import studio.sinopia.ui.fx.Words;
import studio.sinopia.ui.progress.NoticeViewModel;

/**
 * The project that is open: opens and saves it as a file, and has every change of it kept at once. Opening another one
 * asks nothing: work that is in no file is put into one first.
 */
public final class ProjectViewModel {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH-mm-ss");

    private final Place place;
    private final Supplier<Project> current;
    private final Consumer<Project> taker;
    private final NoticeViewModel notice;
    private final Executor files;
    private final Executor fx;
    private final ReadOnlyObjectWrapper<Optional<Path>> file =
            new ReadOnlyObjectWrapper<>(this, "file", Optional.empty());
    private final ReadOnlyBooleanWrapper saved = new ReadOnlyBooleanWrapper(this, "saved", false);
    private final ObservableList<Path> recent = FXCollections.observableArrayList();
    private final ObservableList<Path> visibleRecent = FXCollections.unmodifiableObservableList(recent);
    private boolean takingUp;

    /** Where work is kept. */
    public interface Place {

        /** Keeps this version; called for every change. */
        void keep(Kept kept);

        /** Projects opened or saved last, newest first. Called on the thread of the files. */
        List<Path> recent();

        /** Remembers a project. Called on the thread of the files. */
        void remember(Path project) throws StudioException;

        /** Folder for work that its owner has never saved. */
        Path unsaved();
    }

    /**
     * @param kept what there is at the beginning
     * @param current freezes what is there now
     * @param taker takes up another project
     * @param files runs work on the thread that reads and writes files
     */
    ProjectViewModel(
            Kept kept,
            Place place,
            Supplier<Project> current,
            Consumer<Project> taker,
            NoticeViewModel notice,
            Executor files,
            Executor fx) {
        this.place = place;
        this.current = current;
        this.taker = taker;
        this.notice = notice;
        this.files = files;
        this.fx = fx;
        file.set(kept.file());
        saved.set(kept.saved());
        files.execute(this::listRecent);
    }

    /** Where the project was opened or saved last. */
    public ReadOnlyObjectProperty<Optional<Path>> fileProperty() {
        return file.getReadOnlyProperty();
    }

    /** Whether that file holds all of it. */
    public ReadOnlyBooleanProperty savedProperty() {
        return saved.getReadOnlyProperty();
    }

    /** Projects opened or saved last, newest first. */
    public ObservableList<Path> recent() {
        return visibleRecent;
    }

    /** The name to show for it. */
    public static String title(Optional<Path> file) {
        return file.map(path -> path.getFileName().toString())
                .map(name -> name.endsWith(ProjectFile.ENDING)
                        ? name.substring(0, name.length() - ProjectFile.ENDING.length())
                        : name)
                .orElse(Words.of("project.untitled"));
    }

    /** Something was changed: it is kept, and no longer in its file. */
    void changed() {
        if (!takingUp) {
            saved.set(false);
            keep();
        }
    }

    /** Opens a project; what was there and is in no file is put into one. A problem becomes a notice, and all stays. */
    public void open(Path path) {
        Project before = current.get();
        boolean lost = !saved.get() && !before.document().isBlank();
        files.execute(() -> {
            try {
                Project project = ProjectFile.read(path);
                if (lost) {
                    rescue(before);
                }
                place.remember(path);
                List<Path> now = place.recent();
                fx.execute(() -> {
                    recent.setAll(now);
                    takeUp(project, path);
                });
            } catch (StudioException failure) {
                fx.execute(() -> notice.show(failure.problem()));
            }
        });
    }

    /** Saves it into a file, from now on its own; what was in the file stays beside it. */
    public void save(Path path) {
        Project project = current.get();
        files.execute(() -> {
            try {
                ProjectFile.write(path, project);
                place.remember(path);
                List<Path> now = place.recent();
                fx.execute(() -> {
                    recent.setAll(now);
                    file.set(Optional.of(path));
                    saved.set(current.get().equals(project));
                    keep();
                });
            } catch (StudioException failure) {
                fx.execute(() -> notice.show(failure.problem()));
            }
        });
    }

    private void takeUp(Project project, Path path) {
        notice.dismiss();
        takingUp = true;
        taker.accept(project);
        takingUp = false;
        file.set(Optional.of(path));
        saved.set(true);
        keep();
    }

    private void keep() {
        place.keep(new Kept(current.get(), file.get(), saved.get()));
    }

    private void rescue(Project before) throws StudioException {
        Path rescued = place.unsaved()
                .resolve(LocalDateTime.now(ZoneId.systemDefault()).format(TIME) + ProjectFile.ENDING);
        ProjectFile.write(rescued, before);
        place.remember(rescued);
    }

    private void listRecent() {
        List<Path> now = place.recent();
        fx.execute(() -> recent.setAll(now));
    }
}
