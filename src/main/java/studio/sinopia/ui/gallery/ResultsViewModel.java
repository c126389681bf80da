package studio.sinopia.ui.gallery;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;
import studio.sinopia.ui.PictureSaver;
import studio.sinopia.ui.fx.Words;
import studio.sinopia.ui.progress.NoticeViewModel;

/** The last finished pictures, newest first, and saving one of them. */
public final class ResultsViewModel {

    private static final int MOST_PICTURES = 60;

    private final PictureSaver saver;
    private final Executor files;
    private final Executor fx;
    private final NoticeViewModel notice;
    private final ObservableList<FinishedPicture> pictures = FXCollections.observableArrayList();
    private final ObservableList<FinishedPicture> visible = FXCollections.unmodifiableObservableList(pictures);
    private final ReadOnlyObjectWrapper<Optional<FinishedPicture>> selected =
            new ReadOnlyObjectWrapper<>(this, "selected", Optional.empty());
    private final ReadOnlyBooleanWrapper savable = new ReadOnlyBooleanWrapper(this, "savable", false);
    private final ReadOnlyStringWrapper saved = new ReadOnlyStringWrapper(this, "saved", "");

    /**
     * @param files runs work on the thread that writes files
     * @param fx runs work on the FX thread
     */
    public ResultsViewModel(PictureSaver saver, Executor files, Executor fx, NoticeViewModel notice) {
        this.saver = saver;
        this.files = files;
        this.fx = fx;
        this.notice = notice;
    }

    /** Newest first. */
    public ObservableList<FinishedPicture> pictures() {
        return visible;
    }

    public ReadOnlyObjectProperty<Optional<FinishedPicture>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** Whether a picture is selected, so that it can be saved. */
    public ReadOnlyBooleanProperty savableProperty() {
        return savable.getReadOnlyProperty();
    }

    /** Says where the last picture was saved; empty if none was. */
    public ReadOnlyStringProperty savedProperty() {
        return saved.getReadOnlyProperty();
    }

    /** Puts a new picture in front and selects it. */
    public void add(FinishedPicture picture) {
        pictures.addFirst(picture);
        if (pictures.size() > MOST_PICTURES) {
            pictures.removeLast();
        }
        select(picture);
    }

    public void select(FinishedPicture picture) {
        selected.set(Optional.of(picture));
        savable.set(true);
    }

    /** Takes a picture out of those shown; if it is selected, its neighbour is. */
    public void remove(FinishedPicture picture) {
        int at = pictures.indexOf(picture);
        if (at >= 0) {
            pictures.remove(at);
        }
        if (selected.get().filter(picture::equals).isPresent()) {
            selected.set(
                    pictures.isEmpty()
                            ? Optional.empty()
                            : Optional.of(pictures.get(Math.clamp(at, 0, pictures.size() - 1))));
            savable.set(selected.get().isPresent());
        }
    }

    /** Selects the picture {@code step} places further from the newest. */
    public void move(int step) {
        selected.get().map(pictures::indexOf).filter(index -> index >= 0).ifPresent(index -> {
            int next = Math.clamp(index + step, 0, pictures.size() - 1);
            select(pictures.get(next));
        });
    }

    /** Saves the selected picture with its recipe inside; a problem becomes a notice. */
    public void save(Path file) {
        selected.get()
                .ifPresent(picture -> files.execute(() -> {
                    Optional<Problem> problem = write(picture, file);
                    fx.execute(() -> {
                        problem.ifPresentOrElse(
                                notice::show, () -> saved.set(Words.of("results.saved", file.getFileName())));
                    });
                }));
    }

    private Optional<Problem> write(FinishedPicture picture, Path file) {
        try {
            saver.save(picture.picture(), picture.recipe(), file);
            return Optional.empty();
        } catch (StudioException failure) {
            return Optional.of(failure.problem());
        }
    }
}
