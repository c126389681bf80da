package studio.sinopia.ui.gallery;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.sinopia.ui.fx.Words;

/** New pictures on which nobody has decided yet: each is taken into the drawing, thrown away, or left in the gallery. */
public final class StagingViewModel {

    private final ResultsViewModel results;
    private final Consumer<FinishedPicture> drawing;
    private final Consumer<List<Path>> trash;
    private final ObservableList<FinishedPicture> fresh = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper position = new ReadOnlyStringWrapper(this, "position", "");

    /**
     * @param drawing takes a picture into the drawing
     * @param trash throws files away, so that it can be undone
     */
    public StagingViewModel(ResultsViewModel results, Consumer<FinishedPicture> drawing, Consumer<List<Path>> trash) {
        this.results = results;
        this.drawing = drawing;
        this.trash = trash;
        results.selectedProperty().addListener((property, old, now) -> tell());
    }

    /** Pictures on which nobody has decided, the oldest first. */
    public ObservableList<FinishedPicture> fresh() {
        return fresh;
    }

    /** Which of them is shown, in words; empty if none is. */
    public ReadOnlyStringProperty positionProperty() {
        return position.getReadOnlyProperty();
    }

    /** A new picture is there. */
    public void add(FinishedPicture picture) {
        fresh.add(picture);
        tell();
    }

    /** Shows the next new picture, or one before if negative, round and round. */
    public void move(int step) {
        if (!fresh.isEmpty()) {
            int now = current().map(fresh::indexOf).orElse(step > 0 ? -1 : 0);
            results.select(fresh.get(Math.floorMod(now + step, fresh.size())));
        }
    }

    /** Takes the picture that is shown into the drawing, to paint on from it; the others stay in the gallery. */
    public void accept() {
        current().ifPresent(picture -> {
            drawing.accept(picture);
            clear();
        });
    }

    /** Throws the picture that is shown away and shows the next. */
    public void discard() {
        current().ifPresent(picture -> {
            int at = fresh.indexOf(picture);
            fresh.remove(at);
            results.remove(picture);
            picture.file().ifPresent(file -> trash.accept(List.of(file)));
            if (!fresh.isEmpty()) {
                results.select(fresh.get(Math.min(at, fresh.size() - 1)));
            }
            tell();
        });
    }

    /** Leaves all of them in the gallery. */
    public void clear() {
        fresh.clear();
        tell();
    }

    private Optional<FinishedPicture> current() {
        return results.selectedProperty().get().filter(fresh::contains);
    }

    private void tell() {
        position.set(current()
                .map(picture -> Words.of("staging", fresh.indexOf(picture) + 1, fresh.size()))
                .orElse(""));
    }
}
