package studio.sinopia.ui.gallery;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.sinopia.ui.fx.Hint;
import studio.sinopia.ui.fx.IconButton;
import studio.sinopia.ui.fx.RasterImage;
import studio.sinopia.ui.fx.Words;

/** Two pictures in the middle of the window; the line between them follows the pointer and the slider. */
public final class ComparePane extends VBox {

    private final CompareViewModel compare;
    private final ImageView left = new ImageView();
    private final ImageView right = new ImageView();
    private final Rectangle clip = new Rectangle();
    private final Region line = new Region();
    private final Stage stage;

    public ComparePane(CompareViewModel compare) {
        this.compare = compare;
        this.stage = new Stage();
        setId("compare");
        getStyleClass().add("compare");
        line.getStyleClass().add("compare-line");
        line.setMouseTransparent(true);
        VBox.setVgrow(stage, Priority.ALWAYS);
        getChildren().addAll(header(), stage);
        visibleProperty().bind(compare.pairProperty().map(Optional::isPresent));
        managedProperty().bind(visibleProperty());
        compare.pairProperty().addListener((property, old, now) -> now.ifPresent(this::show));
        compare.shareProperty().addListener((property, old, now) -> stage.requestLayout());
        compare.sideBySideProperty().addListener((property, old, now) -> stage.requestLayout());
    }

    private HBox header() {
        var title = new Label(Words.of("compare"));
        title.getStyleClass().add("section-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        var about = new Label();
        about.setId("compare-about");
        about.getStyleClass().add("muted");
        about.textProperty()
                .bind(compare.pairProperty()
                        .map(pair -> pair.map(CompareViewModel.Pair::captions).orElse("")));
        HBox.setHgrow(about, Priority.ALWAYS);
        about.setMinWidth(0); // the words give way, what can be pressed does not
        about.setMaxWidth(Double.MAX_VALUE);
        var share = new Slider(0, 1, 0.5);
        share.setId("compare-share");
        share.setAccessibleText(Words.of("compare.share"));
        share.valueProperty().bindBidirectional(compare.shareProperty());
        share.setMinWidth(60);
        share.disableProperty().bind(compare.sideBySideProperty());
        var beside = new ToggleButton(Words.of("compare.beside"), new FontIcon(Feather.COLUMNS));
        beside.setId("compare-side-by-side");
        beside.getStyleClass().addAll("flat", "small", "option-toggle");
        beside.setMinWidth(Region.USE_PREF_SIZE);
        Hint.on(beside, Words.of("compare.beside.help"));
        beside.selectedProperty().bindBidirectional(compare.sideBySideProperty());
        var close = new IconButton("compare-close", Feather.X, Words.of("compare.close"));
        close.setMinWidth(Region.USE_PREF_SIZE);
        close.setOnAction(event -> compare.close());
        var header = new HBox(title, about, share, beside, close);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().addAll("section-header", "drawer-header");
        return header;
    }

    private void show(CompareViewModel.Pair pair) {
        left.setImage(RasterImage.of(pair.left().picture()));
        right.setImage(RasterImage.of(pair.right().picture()));
        stage.requestLayout();
    }

    /** Lays both pictures out in the room there is. */
    private final class Stage extends Pane {

        private final Group under = new Group(right);

        Stage() {
            getChildren().addAll(under, left, line);
            line.visibleProperty().bind(Bindings.not(compare.sideBySideProperty()));
            setOnMouseMoved(event -> point(event.getX()));
            setOnMouseDragged(event -> point(event.getX()));
            setMinSize(0, 0);
        }

        private void point(double x) {
            double from = right.getLayoutX();
            double width = right.getFitWidth();
            if (!compare.sideBySideProperty().get() && width > 0) {
                compare.shareProperty().set(Math.clamp((x - from) / width, 0, 1));
            }
        }

        @Override
        protected void layoutChildren() {
            if (left.getImage() == null || right.getImage() == null) {
                return;
            }
            boolean beside = compare.sideBySideProperty().get();
            double room = beside ? (getWidth() - 12) / 2 : getWidth();
            double aspect = left.getImage().getWidth() / left.getImage().getHeight();
            double width = Math.max(1, Math.min(room, getHeight() * aspect));
            double height = width / aspect;
            double top = (getHeight() - height) / 2;
            double start = beside ? (getWidth() - 2 * width - 12) / 2 : (getWidth() - width) / 2;
            place(left, start, top, width, height);
            place(right, beside ? start + width + 12 : start, top, width, height);
            clip.setWidth(beside ? width : width * compare.shareProperty().get());
            clip.setHeight(height);
            left.setClip(clip);
            line.resizeRelocate(start + clip.getWidth() - 1, top, 2, height);
        }

        private static void place(ImageView view, double x, double y, double width, double height) {
            view.setFitWidth(width);
            view.setFitHeight(height);
            view.setLayoutX(x);
            view.setLayoutY(y);
        }
    }
}
