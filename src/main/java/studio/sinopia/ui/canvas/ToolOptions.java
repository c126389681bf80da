package studio.sinopia.ui.canvas;

import java.util.Arrays;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.SegmentClass;
import studio.sinopia.core.Colour;
import studio.sinopia.document.Symmetry;
import studio.sinopia.ui.fx.Hint;
import studio.sinopia.ui.fx.IconButton;
import studio.sinopia.ui.fx.Words;

/** What can be set for the tool in hand: its ink, its width, how the hand is calmed and repeated; people; boxes. */
public final class ToolOptions extends HBox {

    private final DrawingViewModel drawing;
    private final ToolViewModel tools;

    public ToolOptions(DrawingViewModel drawing, Instruments hands) {
        this.drawing = drawing;
        this.tools = hands.tools();
        setId("tool-options");
        getStyleClass().addAll("floating-bar", "tool-options");
        setAlignment(Pos.CENTER_LEFT);
        BooleanBinding leaves = when(() -> tools.canDraw() && LEAVING.contains(tool()));
        BooleanBinding segments = leaves.and(kind(ConditionKind.SEGMENTS));
        BooleanBinding tones = leaves.and(kind(ConditionKind.DEPTH));
        BooleanBinding colours = leaves.and(
                when(() -> drawing.activeKind().filter(ToolOptions::hasColours).isPresent()));
        BooleanBinding gradient = when(() -> tool() == Tool.GRADIENT);
        BooleanBinding width = when(() -> tools.canDraw() && tools.drawsLines());
        BooleanBinding free = when(() -> tools.canDraw() && (tool() == Tool.BRUSH || tool() == Tool.ERASER));
        BooleanBinding figures = when(() -> tools.canDraw() && MIRRORED.contains(tool()));
        BooleanBinding filling = when(() -> tools.canDraw() && tool() == Tool.FILL);
        BooleanBinding writing = when(() -> tools.canDraw() && tool() == Tool.TEXT);
        BooleanBinding posing = when(() -> tools.canDraw() && tool() == Tool.JOINTS);
        BooleanBinding boxing = when(() -> tools.canDraw() && tool() == Tool.BOX);
        BooleanBinding moving = when(() -> tools.canDraw() && tool() == Tool.MOVE);
        BooleanBinding locked = when(
                () -> drawing.active().filter(layer -> layer.look().locked()).isPresent());
        getChildren()
                .addAll(
                        shownWhen(locked, new Label(Words.of("option.locked"), new FontIcon(Feather.LOCK))),
                        shownWhen(segments, segment()),
                        shownWhen(
                                tones,
                                tone(
                                        "tone",
                                        Words.of("option.near"),
                                        tools.inks().toneProperty())),
                        shownWhen(
                                tones.and(gradient),
                                tone(
                                        "other-tone",
                                        Words.of("option.to"),
                                        tools.inks().otherToneProperty())),
                        shownWhen(
                                colours,
                                colour(
                                        "ink-colour",
                                        Words.of("option.colour"),
                                        tools.inks().colourProperty())),
                        shownWhen(
                                colours.and(gradient),
                                colour(
                                        "other-colour",
                                        Words.of("option.to"),
                                        tools.inks().otherColourProperty())),
                        shownWhen(width, width()),
                        shownWhen(free, calm()),
                        shownWhen(filling, withinLines()),
                        shownWhen(writing, words()),
                        shownWhen(figures, symmetry()),
                        shownWhen(posing, new PoseOptions(hands)),
                        shownWhen(boxing, boxes(hands.boxes())),
                        shownWhen(moving, mirrors(hands.move())));
        BooleanBinding any = Bindings.createBooleanBinding(
                () -> getChildren().stream().anyMatch(Node::isManaged),
                getChildren().stream().map(Node::managedProperty).toArray(javafx.beans.Observable[]::new));
        visibleProperty().bind(any);
        managedProperty().bind(any);
    }

    private static final java.util.Set<Tool> LEAVING = java.util.EnumSet.of(
            Tool.BRUSH,
            Tool.FILL,
            Tool.LASSO,
            Tool.POLYGON,
            Tool.RECTANGLE,
            Tool.ELLIPSE,
            Tool.LINE,
            Tool.GRADIENT,
            Tool.TEXT,
            Tool.PICKER);
    private static final java.util.Set<Tool> MIRRORED = java.util.EnumSet.of(
            Tool.BRUSH, Tool.ERASER, Tool.LASSO, Tool.POLYGON, Tool.RECTANGLE, Tool.ELLIPSE, Tool.LINE);

    private static boolean hasColours(ConditionKind kind) {
        return switch (kind) {
            case COLOURS, TILE, SHUFFLE, COLOUR_GRID, RECOLOUR, NORMAL -> true;
            default -> false;
        };
    }

    private Tool tool() {
        return tools.toolProperty().get();
    }

    private BooleanBinding when(java.util.concurrent.Callable<Boolean> condition) {
        return Bindings.createBooleanBinding(condition, tools.toolProperty(), drawing.activeProperty());
    }

    private BooleanBinding kind(ConditionKind kind) {
        return when(() -> drawing.activeKind().filter(each -> each == kind).isPresent());
    }

    private Node segment() {
        var chip = new Circle(7);
        chip.getStyleClass().add("segment-chip");
        var name = new Label();
        name.setId("ink-name");
        chip.fillProperty().bind(tools.inkProperty().map(segment -> colour(segment.colour())));
        name.textProperty().bind(tools.inkProperty().map(SegmentClass::name));
        return bar(chip, name);
    }

    private static Node tone(String id, String title, javafx.beans.property.DoubleProperty tone) {
        var slider = new Slider(0, 1, tone.get());
        slider.setId(id);
        slider.setAccessibleText(Words.of("option.tone.spoken", title));
        slider.setPrefWidth(100);
        slider.valueProperty().bindBidirectional(tone);
        Hint.on(slider, Words.of("option.tone.help"));
        var chip = new Circle(7);
        chip.getStyleClass().add("segment-chip");
        chip.fillProperty().bind(tone.map(value -> Color.gray(Math.clamp(value.doubleValue(), 0, 1))));
        return bar(chip, title(title), slider);
    }

    private static Node colour(String id, String title, javafx.beans.property.ObjectProperty<Colour> ink) {
        var picker = new ColorPicker(colour(ink.get()));
        picker.setId(id);
        picker.setAccessibleText(title);
        picker.getStyleClass().addAll("button", "ink-picker");
        Hint.on(picker, Words.of("option.colour.help"));
        picker.setOnAction(event -> ink.set(new Colour(
                (int) Math.round(picker.getValue().getRed() * 255),
                (int) Math.round(picker.getValue().getGreen() * 255),
                (int) Math.round(picker.getValue().getBlue() * 255))));
        ink.addListener((property, old, now) -> picker.setValue(colour(now)));
        return bar(title(title), picker);
    }

    private Node width() {
        var slider = new Slider(0, 1, 0);
        slider.setId("brush-width");
        slider.setAccessibleText(Words.of("option.width.spoken"));
        slider.setPrefWidth(120);
        Hint.on(slider, Words.of("option.width.help"));
        double span = Math.log(ToolViewModel.WIDEST / ToolViewModel.THINNEST); // small sizes need fine steps
        tools.widthProperty()
                .addListener((property, old, now) ->
                        slider.setValue(Math.log(now.doubleValue() / ToolViewModel.THINNEST) / span));
        slider.setValue(Math.log(tools.widthProperty().get() / ToolViewModel.THINNEST) / span);
        slider.valueProperty().addListener((property, old, now) -> {
            double width = ToolViewModel.THINNEST * Math.exp(now.doubleValue() * span);
            double known = Math.log(tools.widthProperty().get() / ToolViewModel.THINNEST) / span;
            if (Math.abs(known - now.doubleValue()) > 1e-6) {
                tools.widthProperty().set(Math.round(width * 2) / 2.0);
            }
        });
        var text = new Label();
        text.getStyleClass().add("option-value");
        text.textProperty()
                .bind(tools.widthProperty().map(width -> String.format(Locale.ROOT, "%.1f px", width.doubleValue())));
        return bar(title(Words.of("option.width")), slider, text);
    }

    private Node calm() {
        var slider = new Slider(0, 1, tools.smoothingProperty().get());
        slider.setId("brush-smoothing");
        slider.setAccessibleText(Words.of("option.smooth.spoken"));
        slider.setPrefWidth(70);
        slider.valueProperty().bindBidirectional(tools.smoothingProperty());
        Hint.on(slider, Words.of("option.smooth.help"));
        var speed = new ToggleButton("", new FontIcon(Feather.FEATHER));
        speed.setId("brush-speed");
        speed.getStyleClass().addAll("flat", "icon-button", "option-toggle");
        speed.setAccessibleText(Words.of("option.speed"));
        Hint.on(speed, Words.of("option.speed.help"));
        speed.selectedProperty().bindBidirectional(tools.speedProperty());
        return bar(title(Words.of("option.smooth")), slider, speed);
    }

    private Node withinLines() {
        var within = new ToggleButton(Words.of("option.within"));
        within.setId("fill-within-lines");
        within.getStyleClass().addAll("flat", "small", "option-toggle");
        Hint.on(within, Words.of("option.within.help"));
        within.selectedProperty().bindBidirectional(tools.withinLinesProperty());
        return bar(within);
    }

    private Node words() {
        var field = new TextField();
        field.setId("text-words");
        field.setPromptText(Words.of("option.words.prompt"));
        field.setAccessibleText(Words.of("option.words.spoken"));
        field.setPrefColumnCount(18);
        field.textProperty().bindBidirectional(tools.wordsProperty());
        return bar(title(Words.of("option.words")), field);
    }

    private Node symmetry() {
        var menu = new MenuButton("", new FontIcon(Feather.GIT_COMMIT));
        menu.setId("symmetry");
        menu.getStyleClass().addAll("flat", "small", "option-toggle");
        menu.setAccessibleText(Words.of("option.symmetry"));
        Hint.on(menu, Words.of("option.symmetry.help"));
        var group = new ToggleGroup();
        Arrays.stream(Symmetry.values()).forEach(symmetry -> {
            var item = new RadioMenuItem(Words.term(symmetry.title()));
            item.setId("symmetry-" + symmetry.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            item.setToggleGroup(group);
            item.setSelected(tools.symmetryProperty().get() == symmetry);
            item.setOnAction(event -> tools.symmetryProperty().set(symmetry));
            menu.getItems().add(item);
        });
        menu.textProperty()
                .bind(tools.symmetryProperty().map(now -> now == Symmetry.NONE ? "" : Words.term(now.title())));
        return menu;
    }

    private static Node boxes(BoxViewModel boxes) {
        var add = new Button(Words.of("box.add"), new FontIcon(Feather.PLUS_SQUARE));
        add.setId("add-box");
        add.getStyleClass().addAll("flat", "small");
        Hint.on(add, Words.of("box.add.help"));
        add.setOnAction(event -> boxes.add());
        var remove = new IconButton("remove-box", Feather.TRASH_2, Words.of("box.remove"));
        remove.disableProperty().bind(boxes.chosenProperty().map(java.util.Optional::isEmpty));
        remove.setOnAction(event -> boxes.remove());
        return bar(add, remove);
    }

    private static Node mirrors(MoveViewModel move) {
        var across = new Button(Words.of("option.mirrorAcross"));
        across.setId("mirror-left-right");
        across.getStyleClass().addAll("flat", "small");
        across.setOnAction(event -> move.mirror(true));
        var down = new Button(Words.of("option.mirrorDown"));
        down.setId("mirror-top-bottom");
        down.getStyleClass().addAll("flat", "small");
        down.setOnAction(event -> move.mirror(false));
        return bar(across, down);
    }

    private static Label title(String text) {
        var title = new Label(text);
        title.getStyleClass().add("option-title"); // in a narrow window it gives way first
        return title;
    }

    private static HBox bar(Node... nodes) {
        var bar = new HBox(nodes);
        bar.getStyleClass().add("bar-group");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private static Node shownWhen(ObservableBooleanValue condition, Node node) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(condition);
        return node;
    }

    private static Color colour(Colour colour) {
        return Color.rgb(colour.red(), colour.green(), colour.blue());
    }
}
