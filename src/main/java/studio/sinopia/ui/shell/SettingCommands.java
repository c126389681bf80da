package studio.sinopia.ui.shell;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import studio.sinopia.ui.fx.Words;

/**
 * Every setting as a command that goes to its field, so that the search finds settings, too: by the name they have here and by
 * those that they have in other programs.
 */
final class SettingCommands {

    /** Ids of the fields. */
    private static final List<String> ALL = List.of(
            "prompt",
            "negative-prompt",
            "canvas-width",
            "steps-field",
            "cfg-scale-field",
            "seed",
            "seed-policy",
            "sampler",
            "schedule",
            "picture-count",
            "hires",
            "hires-factor-field",
            "hires-strength-field",
            "hires-steps-field",
            "hires-upscaler",
            "extend-left",
            "seamless",
            "prompt-syntax",
            "emphasis",
            "noise",
            "precision",
            "masked-content",
            "mask-blur-field",
            "inpaint-area",
            "mask-padding-field",
            "presets");

    private SettingCommands() {}

    static List<Command> all(StudioView view) {
        return ALL.stream()
                .map(field -> new Command(
                        "setting-" + field,
                        Words.of("setting.beginning") + " " + Words.of("setting." + field),
                        Optional.empty(),
                        true,
                        () -> show(view, field)))
                .toList();
    }

    /** Unfolds what hides the field and gives it the keyboard; answers whether it is there. */
    private static boolean show(StudioView view, String id) {
        Node node = view.lookup("#" + id);
        if (node == null) {
            return false;
        }
        for (Parent around = node.getParent(); around != null; around = around.getParent()) {
            if (around instanceof TitledPane folded) {
                folded.setExpanded(true);
            }
            if (around instanceof ScrollPane scroll) {
                scrollTo(node, scroll);
            }
        }
        node.requestFocus();
        return node.isFocused();
    }

    private static void scrollTo(Node node, ScrollPane scroll) {
        scroll.applyCss();
        scroll.layout();
        Node content = scroll.getContent();
        Bounds field = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        double hidden = content.getLayoutBounds().getHeight()
                - scroll.getViewportBounds().getHeight();
        if (hidden > 0) {
            double middle = field.getCenterY() - scroll.getViewportBounds().getHeight() / 2;
            scroll.setVvalue(Math.clamp(middle / hidden, 0, 1));
        }
    }
}
