package studio.sinopia.ui.stack;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import studio.sinopia.export.AnyPicture;
import studio.sinopia.export.RecipePicture;
import studio.sinopia.export.metadata.PictureMetadata;
import studio.sinopia.export.metadata.PictureSettings;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.ui.canvas.DrawingViewModel;
import studio.sinopia.ui.progress.NoticeViewModel;

/** Takes in picture files and does with them what the person says: recipe, map, lines derived from it, or tracing. */
public final class PictureIntake {

    private static final int LONGEST_TRACED_SIDE = 1024; // as much as a screen shows

    private final DrawingViewModel drawing;
    private final NoticeViewModel notice;
    private final Takers takers;
    private final Executor files;
    private final Executor fx;
    private final ReadOnlyObjectWrapper<Optional<OpenedPicture>> opened =
            new ReadOnlyObjectWrapper<>(this, "opened", Optional.empty());

    /** Who takes up what is found inside pictures. */
    public interface Takers {

        void recipe(Recipe recipe);

        /** Settings that another tool left. */
        void settings(PictureSettings settings);

        /** Makes a picture with this name the map of the layer in hand. */
        void use(String name, Raster picture);

        /** Derives a map from a picture with this name. */
        void derive(String name, Raster picture);
    }

    /**
     * @param takers take up what is found
     * @param files runs work on the thread that reads files
     */
    public PictureIntake(DrawingViewModel drawing, NoticeViewModel notice, Takers takers, Executor files, Executor fx) {
        this.drawing = drawing;
        this.notice = notice;
        this.takers = takers;
        this.files = files;
        this.fx = fx;
    }

    /** The picture of which it is not yet said what it shall be. */
    public ReadOnlyObjectProperty<Optional<OpenedPicture>> openedProperty() {
        return opened.getReadOnlyProperty();
    }

    /** Reads a file; a problem becomes a notice. */
    public void open(Path file) {
        files.execute(() -> {
            try {
                Optional<Recipe> recipe = recipeInside(file);
                var picture = new OpenedPicture(
                        file.getFileName().toString(),
                        AnyPicture.read(file),
                        recipe,
                        recipe.isPresent() ? Optional.empty() : settingsInside(file));
                fx.execute(() -> offer(picture));
            } catch (StudioException failure) {
                fx.execute(() -> notice.show(failure.problem()));
            }
        });
    }

    private void offer(OpenedPicture picture) {
        notice.dismiss();
        opened.set(Optional.of(picture));
    }

    /** Prompt, settings and drawing become those that made the picture. */
    public void takeUpRecipe() {
        take(picture -> picture.recipe().ifPresent(takers::recipe));
    }

    /** Prompt and settings become those that another tool says made the picture. */
    public void takeUpSettings() {
        take(picture -> picture.settings().ifPresent(takers::settings));
    }

    /** The picture itself becomes the map of the layer in hand. */
    public void useAsMap() {
        take(picture -> takers.use(picture.name(), picture.picture()));
    }

    /** OpenCV derives the map of the layer in hand from the picture, and how can be changed afterwards. */
    public void derive() {
        take(picture -> takers.derive(picture.name(), picture.picture()));
    }

    /** Asks what a picture shall be that comes from no file. */
    public void show(String name, Raster picture) {
        offer(new OpenedPicture(name, picture, Optional.empty(), Optional.empty()));
    }

    /** The picture lies under the drawing to be traced; it is never sent. */
    public void trace() {
        take(picture -> drawing.trace(Optional.of(smaller(picture.picture()))));
    }

    public void dismiss() {
        opened.set(Optional.empty());
    }

    private void take(Consumer<OpenedPicture> use) {
        Optional<OpenedPicture> picture = opened.get();
        dismiss();
        picture.ifPresent(use);
    }

    /** A picture whose recipe cannot be read is still a picture. */
    private static Optional<Recipe> recipeInside(Path file) {
        try {
            return Optional.of(RecipePicture.recipe(file));
        } catch (StudioException none) {
            return Optional.empty();
        }
    }

    private static Optional<PictureSettings> settingsInside(Path file) {
        try {
            return PictureMetadata.read(file);
        } catch (StudioException none) {
            return Optional.empty();
        }
    }

    private static Raster smaller(Raster picture) {
        int longest = Math.max(picture.width(), picture.height());
        if (longest <= LONGEST_TRACED_SIDE) {
            return picture;
        }
        double scale = (double) LONGEST_TRACED_SIDE / longest;
        var size = new Size((int) Math.max(1, Math.round(picture.width() * scale)), (int)
                Math.max(1, Math.round(picture.height() * scale)));
        return MapFile.fitted(picture, size, true);
    }
}
