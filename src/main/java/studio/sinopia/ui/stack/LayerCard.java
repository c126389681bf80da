package studio.sinopia.ui.stack;

import java.util.Set;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.Parameter;
import studio.sinopia.document.Influence;
import studio.sinopia.document.Layer;
import studio.sinopia.document.LayerId;
import studio.sinopia.ui.canvas.DrawingViewModel;
import studio.sinopia.ui.canvas.LayerKinds;
import studio.sinopia.ui.fx.Hint;
import studio.sinopia.ui.fx.IconButton;
import studio.sinopia.ui.fx.KeyNames;
import studio.sinopia.ui.fx.Keys;
import studio.sinopia.ui.fx.ParameterSlider;
import studio.sinopia.ui.fx.WindowSlider;
import studio.sinopia.ui.fx.Words;
import studio.sinopia.ui.prompt.InpaintingFields;
import studio.sinopia.ui.prompt.InpaintingViewModel;

/** One layer: whether it is obeyed, how strongly and when. The card of the layer in hand is open. */
final class LayerCard extends VBox {

    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");
    private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");

    private static final double CLICK = 4; // pixels within which a press is no drag

    private final LayerId id;
    private final DrawingViewModel drawing;
    private final IconButton eye;
    private final Label title = new Label();
    private final Label lock = new Label("", new FontIcon(Feather.LOCK));
    private final Label summary = new Label();
    private final ParameterSlider weight;
    private final WindowSlider window;
    private final ComboBox<Influence.Priority> priority = new ComboBox<>();
    private final ParameterSlider opacity;
    private final VBox details;
    private final Label warning;
    private final boolean unheard;
    private java.util.function.DoubleConsumer dropped = pointer -> {};
    private double grabbed; // where in the scene the card was taken
    private boolean showing;

    /** @param inpainting how masks are used */
    LayerCard(
            Layer layer,
            DrawingViewModel drawing,
            Set<ConditionKind> obeyed,
            MapOpener opener,
            KeyNames keys,
            InpaintingViewModel inpainting) {
        this.id = layer.id();
        this.drawing = drawing;
        String key = layer.kind().key();
        setId("layer-" + key);
        getStyleClass().add("layer-card");
        setFocusTraversable(true);
        setAccessibleText(Words.of("layer.spoken", LayerKinds.title(layer.kind())));
        eye = new IconButton("layer-" + key + "-on", Feather.EYE, Words.of("layer.turn"));
        eye.setOnAction(event -> change(influence().turned(!influence().on())));
        weight = strength(layer.kind(), key);
        weight.valueProperty()
                .addListener((property, old, now) -> adjust(influence().withStrength(now.doubleValue())));
        window = new WindowSlider(
                "layer-" + key + "-window",
                0,
                1,
                (start, end) -> adjust(influence().within(start, end)));
        details = new VBox(weight);
        if (layer instanceof Layer.Painting && LayerKinds.needsControl(layer.kind())) {
            details.getChildren().addFirst(type(layer.kind(), key, obeyed));
        }
        if (LayerKinds.needsControl(layer.kind())) {
            details.getChildren().addAll(window, modes(key));
        }
        if (layer.kind() == ConditionKind.INPAINT) {
            details.getChildren().add(new InpaintingFields(inpainting));
        }
        opacity = new ParameterSlider(
                new Parameter("layer-" + key + "-opacity", Words.of("layer.opacity"), 0, 1, 0.05, 1),
                Words.of("layer.opacity.help"));
        opacity.valueProperty().addListener((property, old, now) -> {
            if (!showing) {
                drawing.document()
                        .find(id)
                        .ifPresent(shown -> drawing.look(id, shown.look().withOpacity(now.doubleValue())));
            }
        });
        details.getChildren().add(opacity);
        priority.getItems().setAll(Influence.Priority.values());
        priority.setId("layer-" + key + "-mode");
        priority.setAccessibleText(Words.of("layer.mode"));
        priority.setMaxWidth(Double.MAX_VALUE);
        priority.setConverter(new PriorityTitles());
        Hint.on(priority, Words.of("layer.mode.help"));
        priority.valueProperty().addListener((property, old, now) -> {
            if (now != null) {
                adjust(influence().preferring(now));
            }
        });
        details.getStyleClass().add("layer-details");
        getChildren().add(header(layer, opener, keys));
        warning = warning(layer.kind(), obeyed);
        unheard = LayerKinds.needsControl(layer.kind()) && !obeyed.contains(layer.kind());
        getChildren().add(warning);
        getChildren().add(details);
        for (var control : java.util.List.of(weight, window, opacity)) { // one drag is one step of undo
            control.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> drawing.endGesture());
            control.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> drawing.endGesture());
        }
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> drawing.activate(id));
        setOnKeyPressed(event -> {
            if (event.getTarget() == this && (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE)) {
                drawing.activate(id);
                event.consume();
            }
        });
    }

    /** @param where hears how far down the list the card was let go */
    void onDropped(java.util.function.DoubleConsumer where) {
        dropped = where;
    }

    LayerId layer() {
        return id;
    }

    /** Shows a version of the layer. */
    void show(Layer layer, boolean active) {
        showing = true;
        Influence influence = layer.influence();
        pseudoClassStateChanged(ACTIVE, active);
        pseudoClassStateChanged(OFF, !influence.on());
        eye.setGraphic(new FontIcon(influence.on() ? Feather.EYE : Feather.EYE_OFF));
        details.setVisible(active);
        details.setManaged(active);
        title.setText(LayerKinds.title(layer));
        lock.setVisible(layer.look().locked());
        lock.setManaged(layer.look().locked());
        warning.setVisible(unheard && influence.on());
        warning.setManaged(warning.isVisible());
        weight.valueProperty().set(influence.strength());
        window.show(influence.start(), influence.end());
        priority.setValue(influence.priority());
        opacity.valueProperty().set(layer.look().opacity());
        summary.setText(summary(layer));
        showing = false;
    }

    private HBox header(Layer layer, MapOpener opener, KeyNames keys) {
        var sign = new StackPane(LayerKinds.sign(layer.kind()));
        sign.getStyleClass().add("layer-sign");
        sign.setId("layer-" + layer.kind().key() + "-handle");
        sign.setCursor(javafx.scene.Cursor.MOVE);
        Hint.on(sign, keys.behind(Words.of("layer.drag"), Keys.LAYER_UP));
        sign.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> grabbed = event.getSceneY());
        sign.setOnMouseDragged(event -> {
            setTranslateY(event.getSceneY() - grabbed);
            setViewOrder(-1);
        });
        sign.setOnMouseReleased(event -> {
            double pointer = getParent()
                    .sceneToLocal(event.getSceneX(), event.getSceneY())
                    .getY();
            boolean dragged = Math.abs(getTranslateY()) > CLICK;
            setTranslateY(0);
            setViewOrder(0);
            if (dragged) {
                dropped.accept(pointer);
            }
        });
        title.setText(LayerKinds.title(layer));
        title.getStyleClass().add("layer-title");
        Hint.on(title, LayerKinds.help(layer.kind()));
        summary.getStyleClass().add("layer-summary");
        var names = new VBox(title, summary);
        names.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(names, Priority.ALWAYS);
        var header = new HBox(sign, names, lock, eye, menu(layer, opener, keys));
        header.getStyleClass().add("layer-header");
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    private MenuButton menu(Layer layer, MapOpener opener, KeyNames keys) {
        var open = new MenuItem(Words.of("layer.openMap"), new FontIcon(Feather.IMAGE));
        open.setId("layer-open-map");
        open.setOnAction(event -> opener.open(id));
        var clear = new MenuItem(Words.of("layer.clear"), new FontIcon(Feather.X_SQUARE));
        clear.setId("layer-clear");
        clear.setOnAction(event -> drawing.clearLayer(id));
        var remove = new MenuItem(Words.of("layer.remove"), new FontIcon(Feather.TRASH_2));
        remove.setId("layer-remove");
        remove.setOnAction(event -> drawing.removeLayer(id));
        var menu = new MenuButton("", new FontIcon(Feather.MORE_VERTICAL));
        menu.setId("layer-" + layer.kind().key() + "-menu");
        menu.getStyleClass().addAll("flat", "icon-button", "no-arrow");
        menu.setAccessibleText(Words.of("layer.more"));
        menu.getItems().addAll(new LayerMenu(id, drawing, keys).items());
        menu.getItems().addAll(clear, remove);
        if (layer instanceof Layer.Painting) {
            menu.getItems().addFirst(open);
        }
        return menu;
    }

    private static ParameterSlider strength(ConditionKind kind, String key) {
        String id = "layer-" + key + "-weight";
        return switch (kind) {
            case COLOURS, INPAINT ->
                new ParameterSlider(
                        new Parameter(id, Words.of("layer.denoising"), 0, 1, 0.01, 0.75),
                        Words.of("layer.denoising.help"));
            default ->
                new ParameterSlider(
                        new Parameter(id, Words.of("layer.weight"), 0, Influence.STRONGEST, 0.05, 1),
                        Words.of("layer.weight.help"));
        };
    }

    private static Label warning(ConditionKind kind, Set<ConditionKind> obeyed) {
        var warning = new Label(
                Words.of("layer.unheard", LayerKinds.title(kind), others(obeyed)),
                new FontIcon(Feather.ALERT_TRIANGLE));
        warning.setId("layer-" + kind.key() + "-warning");
        warning.setWrapText(true);
        warning.getStyleClass().add("layer-warning");
        return warning;
    }

    private static String others(Set<ConditionKind> obeyed) {
        String names = LayerKinds.CONTROL_TYPES.stream()
                .filter(obeyed::contains)
                .map(ConditionKind::title)
                .collect(java.util.stream.Collectors.joining(", "));
        return names.isEmpty() ? "" : Words.of("layer.heard", names);
    }

    /** Which control follows the layer, in the words of ControlNet. */
    private ComboBox<ConditionKind> type(ConditionKind kind, String key, Set<ConditionKind> obeyed) {
        var types = new ComboBox<ConditionKind>();
        types.setId("layer-" + key + "-type");
        types.setAccessibleText(Words.of("layer.type"));
        types.setMaxWidth(Double.MAX_VALUE);
        types.getItems().setAll(LayerKinds.CONTROL_TYPES);
        types.setValue(kind);
        types.setConverter(new ControlTypeTitles(obeyed));
        Hint.on(types, Words.of("layer.type.help"));
        types.valueProperty().addListener((property, old, now) -> {
            if (now != null && now != kind) {
                drawing.changeKind(id, now);
            }
        });
        return types;
    }

    private HBox modes(String key) {
        var presets = new MenuButton("", new FontIcon(Feather.SLIDERS));
        presets.setId("layer-" + key + "-presets");
        presets.getStyleClass().addAll("icon-button", "no-arrow");
        presets.setAccessibleText(Words.of("layer.presets"));
        Hint.on(presets, Words.of("layer.presets.help"));
        for (ControlPreset preset : ControlPreset.values()) {
            var item = new MenuItem(preset.title() + "   " + preset.help());
            item.setId("preset-" + preset.name().toLowerCase(java.util.Locale.ROOT));
            item.setOnAction(event -> change(preset.of(influence())));
            presets.getItems().add(item);
        }
        HBox.setHgrow(priority, Priority.ALWAYS);
        var both = new HBox(priority, presets);
        both.getStyleClass().add("field-row");
        both.setAlignment(Pos.CENTER_LEFT);
        return both;
    }

    private static String summary(Layer layer) {
        if (!layer.influence().on()) {
            return Words.of("layer.off");
        }
        if (layer.isEmpty()) {
            return Words.of("layer.empty");
        }
        return switch (layer) {
            case Layer.Painting painting ->
                Words.of("layer.summary.weight", hundredths(painting.influence().strength()));
            case Layer.Boxes boxes ->
                boxes.boxes().size() == 1
                        ? Words.of("layer.box")
                        : Words.of("layer.boxes.count", boxes.boxes().size());
            case Layer.Pose pose ->
                (pose.people().size() == 1
                                ? Words.of("layer.person")
                                : Words.of("layer.people", pose.people().size())) + " · "
                        + hundredths(pose.influence().strength());
        };
    }

    private static String hundredths(double strength) {
        return String.format(java.util.Locale.ROOT, "%.2f", strength);
    }

    private Influence influence() {
        return drawing.document().find(id).map(Layer::influence).orElse(Influence.STANDARD);
    }

    private void change(Influence influence) {
        drawing.endGesture();
        adjust(influence);
        drawing.endGesture();
    }

    private void adjust(Influence influence) {
        if (!showing) {
            drawing.influence(id, influence);
        }
    }
}
