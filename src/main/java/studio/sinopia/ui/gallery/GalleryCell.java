package studio.sinopia.ui.gallery;

import java.util.function.BiConsumer;
import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import org.controlsfx.control.GridCell;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.sinopia.gallery.GalleryPicture;
import studio.sinopia.ui.fx.RasterImage;
import studio.sinopia.ui.fx.Words;

/** One picture of the gallery, small. */
final class GalleryCell extends GridCell<GalleryPicture> {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double PICTURE = 96;

    private final GalleryViewModel gallery;
    private final ImageView view = new ImageView();
    private final FontIcon pin = new FontIcon(Feather.STAR);
    private final StackPane content = new StackPane(view, pin);
    private final ListChangeListener<GalleryPicture> marking = change -> mark(); // held, or it would be forgotten

    /** @param choose hears of a click, and whether it adds to what is chosen */
    GalleryCell(GalleryViewModel gallery, BiConsumer<GalleryPicture, Boolean> choose) {
        this.gallery = gallery;
        getStyleClass().add("gallery-cell");
        setAccessibleRole(AccessibleRole.BUTTON);
        view.setFitWidth(PICTURE);
        view.setFitHeight(PICTURE);
        view.setPreserveRatio(true);
        pin.getStyleClass().add("gallery-pin");
        StackPane.setAlignment(pin, Pos.TOP_RIGHT);
        setOnMouseClicked(event -> {
            GalleryPicture picture = getItem();
            if (picture != null) {
                choose.accept(picture, event.isShortcutDown());
            }
        });
        gallery.chosen().addListener(new WeakListChangeListener<>(marking));
    }

    @Override
    protected void updateItem(@Nullable GalleryPicture picture, boolean empty) {
        super.updateItem(picture, empty);
        view.setImage(null);
        if (empty || picture == null) {
            setGraphic(null);
            return;
        }
        pin.setVisible(picture.pinned());
        setAccessibleText(about(picture));
        setGraphic(content);
        gallery.thumbnail(picture, small -> {
            GalleryPicture now = getItem();
            if (now != null && now.file().equals(picture.file())) {
                view.setImage(RasterImage.of(small));
            }
        });
        mark();
    }

    private static String about(GalleryPicture picture) {
        String prompt =
                picture.prompt().isBlank() ? picture.file().getFileName().toString() : picture.prompt();
        return picture.pinned() ? Words.of("gallery.marked.spoken", prompt) : prompt;
    }

    private void mark() {
        GalleryPicture picture = getItem();
        pseudoClassStateChanged(CHOSEN, picture != null && gallery.chosen().contains(picture));
    }
}
