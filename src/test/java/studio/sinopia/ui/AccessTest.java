package studio.sinopia.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Paint;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.core.Box;
import studio.sinopia.core.Colour;
import studio.sinopia.core.Problem;
import studio.sinopia.document.Document;
import studio.sinopia.document.Edit;
import studio.sinopia.document.Influence;
import studio.sinopia.document.Layer;
import studio.sinopia.document.LayerId;
import studio.sinopia.document.LayerLook;
import studio.sinopia.document.LayoutBox;
import studio.sinopia.document.pose.BodyPose;
import studio.sinopia.ui.progress.NoticeCard;
import studio.sinopia.ui.progress.NoticeViewModel;
import studio.sinopia.ui.shell.Theme;

/** Each state of the window can be heard by those who do not see it, and read by those who see little. */
@Tag("journey")
class AccessTest {

    private static final double LEAST_CONTRAST = 4.5; // WCAG 2.2, 1.4.3, level AA
    private static final Set<String> ON_PICTURES = Set.of("box-name", "thumbnail-word", "joint-name"); // own ground

    @RegisterExtension
    final JourneyWindow window = new JourneyWindow(drawing());

    private static Document drawing() {
        var box = new LayoutBox("a boat", new Box(0.2, 0.5, 0.3, 0.3), Colour.hex("#4aa3df"));
        Document document = JourneyWindow.blank();
        List<Layer> more = List.of(
                Layer.empty(ConditionKind.SEGMENTS),
                Layer.empty(ConditionKind.COLOURS),
                Layer.empty(ConditionKind.DEPTH),
                new Layer.Boxes(LayerId.random(), Influence.STANDARD, LayerLook.STANDARD, List.of(box)),
                new Layer.Pose(
                        LayerId.random(),
                        Influence.STANDARD,
                        List.of(BodyPose.named("Waving").standing(document.size(), 0.5, 0.1, 0.8))));
        for (Layer layer : more) {
            document = document.with(new Edit.AddLayer(layer, 0));
        }
        return document;
    }

    @Test
    void everythingThatTakesTheFocusSaysWhatItIs(FxRobot robot) {
        Map<String, String> silent = new LinkedHashMap<>();
        inEveryState(
                robot,
                state -> nodes(window.view)
                        .filter(Node::isFocusTraversable)
                        .filter(node -> name(node).isBlank())
                        .forEach(node -> silent.putIfAbsent(describe(node), state)));
        assertThat(silent).isEmpty();
    }

    @Test
    void wordsStandOutFromWhatIsBehindThem(FxRobot robot) {
        Map<String, String> faint = new LinkedHashMap<>();
        for (Theme theme : Theme.values()) {
            robot.interact(() -> {
                theme.dress(window.view.getScene());
                window.view.applyCss();
            });
            inEveryState(
                    robot,
                    state -> nodes(window.view)
                            .filter(Text.class::isInstance)
                            .map(Text.class::cast)
                            .filter(text -> !text.getText().isBlank() && !text.isDisabled() && !isOnPicture(text))
                            .filter(text -> contrast(text) < LEAST_CONTRAST)
                            .forEach(text -> faint.putIfAbsent(
                                    theme + " \"" + text.getText() + "\" " + describe(text),
                                    "%.2f in %s".formatted(contrast(text), state))));
        }
        assertThat(faint).isEmpty();
    }

    @Test
    void aScreenReaderIsTakenToAProblemAndBack(FxRobot robot) {
        var notice = new NoticeViewModel();
        robot.interact(() -> ((StackPane) window.view.getCenter())
                .getChildren()
                .add(new NoticeCard(notice, new SimpleBooleanProperty(true))));
        robot.interact(() -> notice.show(new Problem("The disk is full.", "", "Make room.")));
        Node reading = window.view.getScene().getFocusOwner();
        assertThat(reading).isInstanceOf(NoticeCard.class);
        assertThat(reading.getAccessibleText()).contains("The disk is full.");
        robot.interact(notice::dismiss);
        assertThat(window.view.getScene().getFocusOwner()).isSameAs(window.view.canvas());
    }

    /** What is looked at in one state. */
    private interface Look {
        void at(String state);
    }

    private void inEveryState(FxRobot robot, Look look) {
        for (Layer layer : window.studio.drawing().document().layers()) {
            see(robot, "with " + layer.kind(), () -> window.studio.drawing().activate(layer.id()), look);
        }
        for (String panel : List.of("#show-pose-page-hands", "#show-pose-page-people")) {
            see(robot, panel, () -> window.studio.drawing().activate(pose()), () -> robot.clickOn(panel), look);
        }
        for (String drawer : List.of("#queue-switch", "#gallery-switch")) {
            see(robot, drawer, () -> {}, () -> robot.clickOn(drawer), look);
            robot.clickOn(drawer);
        }
        see(robot, "plot", () -> window.studio.plot().openProperty().set(true), look);
        robot.interact(() -> window.studio.plot().openProperty().set(false));
        see(robot, "search", () -> window.view.commands("layer"), look);
        robot.interact(() -> window.view.commands("")); // closes with Escape below
        robot.type(javafx.scene.input.KeyCode.ESCAPE);
        see(
                robot,
                "notice",
                () -> window.studio.notice().show(new Problem("What is wrong.", "where", "What to do.")),
                look);
        robot.interact(() -> window.studio.notice().dismiss());
    }

    private LayerId pose() {
        return window.studio.drawing().document().layers().stream()
                .filter(layer -> layer.kind() == ConditionKind.POSE)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private void see(FxRobot robot, String state, Runnable inside, Look look) {
        see(robot, state, inside, () -> {}, look);
    }

    /** @param outside what the hand does */
    private void see(FxRobot robot, String state, Runnable inside, Runnable outside, Look look) {
        robot.interact(inside);
        outside.run();
        window.settle();
        robot.interact(() -> {
            window.view.applyCss();
            window.view.layout();
            look.at(state);
        });
    }

    private static Stream<Node> nodes(Node node) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        return node instanceof Parent parent
                ? Stream.concat(
                        Stream.of(node),
                        parent.getChildrenUnmodifiable().stream().flatMap(AccessTest::nodes))
                : Stream.of(node);
    }

    /** What a screen reader says: its own text, what it shows, or the label that stands for it. */
    private static String name(Node node) {
        Optional<String> own = Optional.ofNullable(node.getAccessibleText());
        Optional<String> shown =
                node instanceof Labeled labeled ? Optional.ofNullable(labeled.getText()) : Optional.empty();
        Optional<String> label = Optional.ofNullable(node.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY))
                .filter(Labeled.class::isInstance)
                .map(by -> ((Labeled) by).getText());
        return own.or(() -> shown.filter(text -> !text.isBlank()))
                .or(() -> label)
                .orElse("");
    }

    private static String describe(Node node) {
        Node named = node;
        while (named.getId() == null && named.getParent() != null) {
            named = named.getParent();
        }
        return node.getClass().getSimpleName() + node.getStyleClass() + " in #" + named.getId();
    }

    private static boolean isOnPicture(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.getStyleClass().stream().anyMatch(ON_PICTURES::contains) || "drawing-hint".equals(at.getId())) {
                return true;
            }
        }
        return false;
    }

    private static double contrast(Text text) {
        Color ground = ground(text);
        Color ink = text.getFill() instanceof Color colour ? over(colour, ground) : ground;
        double one = luminance(ink);
        double other = luminance(ground);
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    /** All that lies behind a node, as far as it is seen. */
    private static Color ground(Node node) {
        Color seen = Color.TRANSPARENT;
        for (Node at = node; at != null && seen.getOpacity() < 0.999; at = at.getParent()) {
            if (at instanceof Region region) {
                Background background =
                        Optional.ofNullable(region.getBackground()).orElse(Background.EMPTY);
                for (BackgroundFill fill : background.getFills().reversed()) {
                    seen = over(seen, colour(fill.getFill()));
                }
            }
        }
        return over(seen, Color.WHITE);
    }

    private static Color colour(Paint paint) {
        return paint instanceof Color colour
                ? colour
                : paint instanceof LinearGradient gradient
                        ? gradient.getStops().getFirst().getColor()
                        : Color.TRANSPARENT;
    }

    private static Color over(Color above, Color below) {
        double alpha = above.getOpacity() + below.getOpacity() * (1 - above.getOpacity());
        if (alpha == 0) {
            return Color.TRANSPARENT;
        }
        double share = above.getOpacity() / alpha;
        return new Color(
                above.getRed() * share + below.getRed() * (1 - share),
                above.getGreen() * share + below.getGreen() * (1 - share),
                above.getBlue() * share + below.getBlue() * (1 - share),
                Math.min(1, alpha));
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
