package studio.sinopia.ui.gallery;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.sinopia.core.Raster;
import studio.sinopia.core.StudioException;
import studio.sinopia.gallery.Gallery;
import studio.sinopia.gallery.GalleryPicture;
import studio.sinopia.gallery.GalleryQuery;
import studio.sinopia.ui.fx.Words;
import studio.sinopia.ui.progress.NoticeViewModel;

/**
 * The pictures of all time, searched, marked, deleted and taken up again. Touched on the FX thread only; files are read and
 * moved elsewhere.
 */
public final class GalleryViewModel {

    /** No model in particular. */
    public static final String ANY_MODEL = Words.of("gallery.anyModel");

    private final PictureShelf shelf;
    private final Executor files;
    private final Executor fx;
    private final NoticeViewModel notice;
    private final Clock clock;
    private List<GalleryPicture> all = List.of();
    private final ObservableList<GalleryPicture> shown = FXCollections.observableArrayList();
    private final ObservableList<GalleryPicture> chosen = FXCollections.observableArrayList();
    private final ObservableList<String> models = FXCollections.observableArrayList(ANY_MODEL);
    private final StringProperty words = new SimpleStringProperty(this, "words", "");
    private final ObjectProperty<String> model = new SimpleObjectProperty<>(this, "model", ANY_MODEL);
    private final ObjectProperty<Period> period = new SimpleObjectProperty<>(this, "period", Period.EVER);
    private final BooleanProperty pinnedOnly = new SimpleBooleanProperty(this, "pinnedOnly", false);
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper(this, "undoable", false);
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper(this, "summary", "");
    private final Deque<Gallery.Deleted> deleted = new ArrayDeque<>();
    private final Map<Path, Raster> thumbnails = new HashMap<>();

    /**
     * @param files runs work on the thread that reads and writes files
     * @param fx runs work on the FX thread
     */
    public GalleryViewModel(PictureShelf shelf, Executor files, Executor fx, NoticeViewModel notice, Clock clock) {
        this.shelf = shelf;
        this.files = files;
        this.fx = fx;
        this.notice = notice;
        this.clock = clock;
        List.of(words, model, period, pinnedOnly)
                .forEach(property -> property.addListener((observable, old, now) -> filter()));
    }

    /** The pictures that fit what is looked for, newest first. */
    public ObservableList<GalleryPicture> shown() {
        return shown;
    }

    /** The pictures chosen of those, the last one last. */
    public ObservableList<GalleryPicture> chosen() {
        return chosen;
    }

    /** Names of models to look for, {@link #ANY_MODEL} first. */
    public ObservableList<String> models() {
        return models;
    }

    /** What is looked for in prompts and names. */
    public StringProperty wordsProperty() {
        return words;
    }

    public ObjectProperty<String> modelProperty() {
        return model;
    }

    public ObjectProperty<Period> periodProperty() {
        return period;
    }

    public BooleanProperty pinnedOnlyProperty() {
        return pinnedOnly;
    }

    /** Whether a deleted picture can be taken back. */
    public ReadOnlyBooleanProperty undoableProperty() {
        return undoable.getReadOnlyProperty();
    }

    /** How many pictures there are, in words. */
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    public Path folder() {
        return shelf.gallery().folder();
    }

    /** Looks at the folder again. */
    public void refresh() {
        work(() -> {
            List<GalleryPicture> now = shelf.catalogue().newestFirst();
            fx.execute(() -> show(now));
        });
    }

    /** Chooses a picture alone. */
    public void choose(GalleryPicture picture) {
        chosen.setAll(List.of(picture));
    }

    /** Chooses a picture beside those chosen, or no more. */
    public void chooseToo(GalleryPicture picture) {
        if (!chosen.remove(picture)) {
            chosen.add(picture);
        }
    }

    /** Chooses the picture {@code step} places further; with none chosen the newest. */
    public void move(int step) {
        if (!shown.isEmpty()) {
            int now = chosen.isEmpty() ? -1 : shown.indexOf(chosen.getLast());
            choose(shown.get(now < 0 ? 0 : Math.clamp(now + step, 0, shown.size() - 1)));
        }
    }

    /** Chooses the picture {@code step} places from the last one, too. */
    public void extend(int step) {
        if (chosen.isEmpty()) {
            move(step);
            return;
        }
        int next = shown.indexOf(chosen.getLast()) + step;
        if (next >= 0 && next < shown.size() && !chosen.contains(shown.get(next))) {
            chosen.add(shown.get(next));
        }
    }

    /** Marks the chosen pictures, or takes the marks away if all are marked. */
    public void pin() {
        List<GalleryPicture> pictures = List.copyOf(chosen);
        boolean pinned = !pictures.stream().allMatch(GalleryPicture::pinned);
        work(() -> {
            for (GalleryPicture picture : pictures) {
                shelf.gallery().pin(picture.file(), pinned);
            }
            fx.execute(this::refresh);
        });
    }

    /** Moves the chosen pictures to the trash, from where {@link #undo} takes them back. */
    public void delete() {
        delete(chosen.stream().map(GalleryPicture::file).toList());
    }

    /** Moves these pictures to the trash. */
    public void delete(List<Path> pictures) {
        work(() -> {
            List<Gallery.Deleted> gone = new ArrayList<>();
            for (Path picture : pictures) {
                gone.add(shelf.gallery().delete(picture));
            }
            fx.execute(() -> {
                gone.forEach(deleted::push);
                undoable.set(!deleted.isEmpty());
                refresh();
            });
        });
    }

    /** Takes the picture back that was deleted last. */
    public void undo() {
        Gallery.Deleted last = deleted.pollFirst();
        undoable.set(!deleted.isEmpty());
        if (last != null) {
            work(() -> {
                shelf.gallery().restore(last);
                fx.execute(this::refresh);
            });
        }
    }

    /** Reads pictures with their recipes. */
    public void open(List<GalleryPicture> pictures, Consumer<List<FinishedPicture>> then) {
        work(() -> {
            List<FinishedPicture> read = new ArrayList<>();
            for (GalleryPicture picture : pictures) {
                read.add(shelf.read(picture.file()));
            }
            fx.execute(() -> then.accept(read));
        });
    }

    /** Hands over a picture made small, at once if it is known, else soon. */
    public void thumbnail(GalleryPicture picture, Consumer<Raster> then) {
        Raster known = thumbnails.get(picture.file());
        if (known != null) {
            then.accept(known);
            return;
        }
        files.execute(() -> {
            try {
                Raster small = shelf.thumbnails().of(picture.file());
                fx.execute(() -> {
                    thumbnails.put(picture.file(), small);
                    then.accept(small);
                });
            } catch (StudioException damaged) {
                // its place stays empty; opening it says why
            }
        });
    }

    private interface Work {
        void run() throws StudioException;
    }

    private void work(Work work) {
        files.execute(() -> {
            try {
                work.run();
            } catch (StudioException failure) {
                fx.execute(() -> notice.show(failure.problem()));
            }
        });
    }

    private void show(List<GalleryPicture> now) {
        all = now;
        List<String> names = new ArrayList<>(List.of(ANY_MODEL));
        now.stream()
                .map(GalleryPicture::model)
                .filter(name -> !name.isBlank())
                .distinct()
                .sorted()
                .forEach(names::add);
        if (!names.equals(models)) {
            String before = model.get();
            models.setAll(names);
            model.set(names.contains(before) ? before : ANY_MODEL);
        }
        filter();
    }

    private void filter() {
        Optional<String> wanted = Optional.ofNullable(model.get()).filter(name -> !name.equals(ANY_MODEL));
        GalleryQuery query = new GalleryQuery(List.of(), wanted, period.get().since(clock.instant()), pinnedOnly.get())
                .withWords(words.get());
        List<GalleryPicture> fitting = all.stream().filter(query).toList();
        List<Path> before = chosen.stream().map(GalleryPicture::file).toList();
        shown.setAll(fitting);
        chosen.setAll(fitting.stream()
                .filter(picture -> before.contains(picture.file()))
                .toList());
        summary.set(
                fitting.size() == all.size()
                        ? (all.size() == 1 ? Words.of("gallery.one") : Words.of("gallery.many", all.size()))
                        : Words.of("gallery.some", fitting.size(), all.size()));
    }
}
