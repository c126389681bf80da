package studio.sinopia.ui.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.document.Document;
import studio.sinopia.document.Layer;
import studio.sinopia.document.LayerId;
import studio.sinopia.ui.ModelOffer;
import studio.sinopia.ui.canvas.DrawingViewModel;
import studio.sinopia.ui.canvas.Instruments;
import studio.sinopia.ui.canvas.LayerKinds;
import studio.sinopia.ui.fx.KeyNames;
import studio.sinopia.ui.fx.Words;
import studio.sinopia.ui.prompt.InpaintingViewModel;

/** All layers, the topmost first, and the palette while segments are in hand. */
public final class StackPanel extends VBox {

    private final DrawingViewModel drawing;
    private final ModelOffer model;
    private final InpaintingViewModel inpainting;
    private final MapOpener opener;
    private final KeyNames keys;
    private final VBox cards = new VBox();
    private List<LayerId> order = List.of();

    public StackPanel(
            DrawingViewModel drawing,
            Instruments hands,
            ModelOffer model,
            DerivingViewModel deriving,
            SegmentsViewModel segments,
            InpaintingViewModel inpainting,
            Files files,
            KeyNames keys) {
        this.keys = keys;
        this.drawing = drawing;
        this.model = model;
        this.inpainting = inpainting;
        this.opener = files::openMap;
        setId("stack-panel");
        getStyleClass().add("section");
        cards.getStyleClass().add("layer-cards");
        var all = new VBox(cards, new ReferenceCard(drawing));
        all.getStyleClass().add("layer-cards");
        var scroll = new ScrollPane(all);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("bare-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(header(), scroll);
        lazily(ConditionKind.SEGMENTS, () -> new PalettePicker(segments, hands.tools(), files));
        lazily(ConditionKind.BOXES, () -> new BoxTable(drawing, hands.boxes()));
        lazily(ConditionKind.POSE, () -> new PosePanel(drawing, hands, files));
        whenFirst(
                deriving.currentProperty().map(Optional::isPresent),
                () -> getChildren().add(2, new DerivePanel(deriving, model.controls())));
        drawing.documentProperty().addListener((property, old, now) -> show(now));
        drawing.activeProperty().addListener((property, old, now) -> show(drawing.document()));
        show(drawing.document());
    }

    /** What belongs to a kind of layer is made when the first is in hand: the start is not held up by it. */
    private void lazily(ConditionKind kind, java.util.function.Supplier<Region> maker) {
        ObservableValue<Boolean> wanted =
                drawing.activeProperty().map(layer -> layer.map(Layer::kind).equals(Optional.of(kind)));
        whenFirst(wanted, () -> {
            Region panel = maker.get();
            panel.managedProperty().bind(panel.visibleProperty());
            panel.visibleProperty().bind(wanted);
            VBox.setVgrow(panel, kind == ConditionKind.BOXES ? Priority.NEVER : Priority.SOMETIMES);
            getChildren().add(panel);
        });
    }

    private static void whenFirst(ObservableValue<Boolean> wanted, Runnable action) {
        if (wanted.getValue()) {
            action.run();
            return;
        }
        wanted.subscribe(new java.util.function.Consumer<>() {
            private boolean done;

            @Override
            public void accept(Boolean now) {
                if (now && !done) {
                    done = true;
                    action.run();
                }
            }
        });
    }

    /** Asks the person for files that belong to layers. */
    public interface Files extends PosePanel.Files, PalettePicker.Files {
        void openMap(LayerId layer);
    }

    private HBox header() {
        var title = new Label(Words.of("layers"));
        title.getStyleClass().add("section-title");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var add = new MenuButton(Words.of("layers.add"), new FontIcon(Feather.PLUS));
        add.setId("add-layer");
        add.getStyleClass().addAll("flat", "small", "no-arrow");
        add.setAccessibleText(Words.of("layers.add.spoken"));
        for (ConditionKind kind : LayerKinds.DRAWN) {
            boolean heard = !LayerKinds.needsControl(kind) || model.controls().contains(kind);
            String not = heard ? "" : "   " + Words.of("model.not");
            var item = new MenuItem(LayerKinds.title(kind) + not, LayerKinds.sign(kind));
            item.setId("add-" + kind.key());
            item.setOnAction(event -> drawing.addLayer(kind));
            add.getItems().add(item);
        }
        var header = new HBox(title, space, add);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("section-header");
        return header;
    }

    private void show(Document document) {
        List<Layer> layers = document.layers().reversed();
        List<LayerId> wanted = layers.stream().map(Layer::id).toList();
        if (!wanted.equals(order)) {
            order = wanted;
            rebuild(layers);
        }
        Optional<LayerId> active = drawing.active().map(Layer::id);
        for (int i = 0; i < layers.size(); i++) {
            ((LayerCard) cards.getChildren().get(i))
                    .show(layers.get(i), active.equals(Optional.of(layers.get(i).id())));
        }
    }

    /** A card that was dragged takes the place over which it was let go. */
    private void drop(LayerCard card, double pointer) {
        int above = (int) cards.getChildren().stream()
                .filter(other -> other != card && other.getBoundsInParent().getCenterY() < pointer)
                .count();
        drawing.moveLayerTo(card.layer(), cards.getChildren().size() - 1 - above);
        drawing.endGesture();
    }

    private void rebuild(List<Layer> layers) {
        List<LayerCard> old =
                cards.getChildren().stream().map(LayerCard.class::cast).toList();
        List<LayerCard> fresh = new ArrayList<>();
        for (Layer layer : layers) {
            fresh.add(old.stream()
                    .filter(card -> card.layer().equals(layer.id()))
                    .findFirst()
                    .orElseGet(() -> new LayerCard(layer, drawing, model.controls(), opener, keys, inpainting)));
        }
        fresh.forEach(card -> card.onDropped(pointer -> drop(card, pointer)));
        cards.getChildren().setAll(fresh);
    }
}
