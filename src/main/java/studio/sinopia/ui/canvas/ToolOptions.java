package studio.sinopia.ui.canvas;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.SegmentClass;
import studio.sinopia.ui.fx.Hint;

/** What can be set for the tool in hand: the width of the brush, the segment it leaves, more or fewer people. */
public final class ToolOptions extends HBox {

    public ToolOptions(DrawingViewModel drawing, ToolViewModel tools, PoseViewModel pose) {
        setId("tool-options");
        getStyleClass().addAll("floating-bar", "tool-options");
        setAlignment(Pos.CENTER_LEFT);
        BooleanBinding paints =
                Bindings.createBooleanBinding(tools::paints, tools.toolProperty(), drawing.activeProperty());
        BooleanBinding segments = Bindings.createBooleanBinding(
                () -> drawing.activeKind()
                                .filter(kind -> kind == ConditionKind.SEGMENTS)
                                .isPresent()
                        && tools.toolProperty().get() != Tool.ERASER
                        && tools.toolProperty().get() != Tool.HAND,
                tools.toolProperty(),
                drawing.activeProperty());
        BooleanBinding posing = tools.toolProperty().isEqualTo(Tool.JOINTS);
        getChildren()
                .addAll(
                        shownWhen(segments, ink(tools)),
                        shownWhen(segments.and(paints), line()),
                        shownWhen(paints, width(tools)),
                        shownWhen(posing, people(pose)));
        visibleProperty().bind(paints.or(segments).or(posing));
        managedProperty().bind(visibleProperty());
    }

    private static Node ink(ToolViewModel tools) {
        var chip = new Circle(7);
        chip.getStyleClass().add("segment-chip");
        var name = new Label();
        name.setId("ink-name");
        chip.fillProperty().bind(tools.inkProperty().map(segment -> colour(segment)));
        name.textProperty().bind(tools.inkProperty().map(SegmentClass::name));
        return bar(chip, name);
    }

    private static Node width(ToolViewModel tools) {
        var icon = new Label("Size");
        icon.getStyleClass().add("option-title");
        var slider = new Slider(0, 1, 0);
        slider.setId("brush-width");
        slider.setAccessibleText("Brush size");
        slider.setPrefWidth(130);
        Hint.on(slider, "Width of brush or eraser   [ thinner   ] wider   Alt+wheel");
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
        return bar(icon, slider, text);
    }

    private static Node people(PoseViewModel pose) {
        var add = new Button("Add person", new FontIcon(Feather.USER_PLUS));
        add.setId("add-person");
        add.getStyleClass().addAll("flat", "small");
        add.setOnAction(event -> pose.addPerson());
        var remove = new Button("Remove person", new FontIcon(Feather.USER_MINUS));
        remove.setId("remove-person");
        remove.getStyleClass().addAll("flat", "small");
        remove.setOnAction(event -> pose.removePerson());
        return bar(add, remove);
    }

    private static Region line() {
        var line = new Region();
        line.getStyleClass().add("bar-line");
        return line;
    }

    private static HBox bar(Node... nodes) {
        var bar = new HBox(nodes);
        bar.getStyleClass().add("bar-group");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private static Node shownWhen(javafx.beans.value.ObservableBooleanValue condition, Node node) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(condition);
        return node;
    }

    private static Color colour(SegmentClass segment) {
        return Color.rgb(
                segment.colour().red(),
                segment.colour().green(),
                segment.colour().blue());
    }
}
