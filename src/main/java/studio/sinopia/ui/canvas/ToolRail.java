package studio.sinopia.ui.canvas;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.sinopia.ui.fx.Glyph;
import studio.sinopia.ui.fx.Hint;
import studio.sinopia.ui.fx.KeyNames;
import studio.sinopia.ui.fx.Words;

/** The tools, one below the other. Only those that do something on the active layer are there. */
public final class ToolRail extends VBox {

    public ToolRail(DrawingViewModel drawing, ToolViewModel tools, KeyNames keys) {
        setId("tool-rail");
        getStyleClass().add("tool-rail");
        setAccessibleText(Words.of("tools"));
        var group = new ToggleGroup();
        for (Tool tool : Tool.values()) {
            getChildren().add(button(tool, group, drawing, tools, keys));
        }
    }

    private static ToggleButton button(
            Tool tool, ToggleGroup group, DrawingViewModel drawing, ToolViewModel tools, KeyNames keys) {
        var button = new ToggleButton();
        button.setId(tool.command());
        button.setGraphic(sign(tool));
        button.setAccessibleText(Words.of("tool.spoken", tool.title()));
        Hint.on(
                button,
                keys.of(tool.command())
                        .map(also -> tool.title() + "   " + tool.key() + (also.isEmpty() ? "" : "   " + also) + "\n"
                                + tool.help()));
        button.getStyleClass().add("tool");
        button.setToggleGroup(group);
        button.setSelected(tools.toolProperty().get() == tool);
        tools.toolProperty().addListener((property, old, now) -> button.setSelected(now == tool));
        button.setOnAction(event -> {
            tools.pick(tool);
            button.setSelected(tools.toolProperty().get() == tool); // pressing it again must not let go of it
        });
        button.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> drawing.activeKind().filter(tool::suits).isPresent(), drawing.activeProperty()));
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    private static Node sign(Tool tool) {
        return switch (tool) {
            case BRUSH -> new FontIcon(Feather.EDIT_2);
            case ERASER -> Glyph.ERASER.node();
            case FILL -> Glyph.BUCKET.node();
            case LASSO -> Glyph.LASSO.node();
            case POLYGON -> Glyph.POLYGON.node();
            case RECTANGLE -> Glyph.RECTANGLE.node();
            case ELLIPSE -> Glyph.ELLIPSE.node();
            case LINE -> Glyph.LINE.node();
            case GRADIENT -> Glyph.GRADIENT.node();
            case TEXT -> Glyph.TEXT.node();
            case PICKER -> Glyph.PICKER.node();
            case JOINTS -> Glyph.PERSON.node();
            case BOX -> Glyph.BOXES.node();
            case MOVE -> new FontIcon(Feather.MOVE);
            case HAND -> Glyph.HAND.node();
        };
    }
}
