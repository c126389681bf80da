package studio.sinopia.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.sinopia.ui.JourneyWindow.until;

import java.util.OptionalInt;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.core.Colour;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.recipe.HiresPass;
import studio.sinopia.recipe.Inpainting;
import studio.sinopia.recipe.MaskedContent;
import studio.sinopia.recipe.Precision;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.StartPicture;
import studio.sinopia.ui.prompt.ExtendViewModel;

/** Somebody paints a mask over a finished picture and has only that part painted anew. */
@Tag("journey")
class MaskJourneyTest {

    @RegisterExtension
    final JourneyWindow window = new JourneyWindow(JourneyWindow.empty());

    @Test
    void onlyWhatIsMaskedIsPaintedAnew(FxRobot robot) {
        Raster green = FakeRuns.picture(new Colour(20, 120, 40));
        robot.clickOn("#prompt").write("a meadow");
        robot.interact(() -> window.studio.drawing().addLayer(ConditionKind.INPAINT));
        window.settle();
        window.drag(100, 128, 160, 128);
        until(() -> robot.lookup("#generate").query().isDisabled());
        assertThat(window.text("#generate-reason")).contains("needs a picture");

        robot.clickOn("#layer-inpaint-on");
        robot.clickOn("#generate");
        until(() -> window.runs.asked.size() == 1);
        window.runs.finishes(0, green);
        until(() -> !window.studio.results().pictures().isEmpty());
        assertThat(window.runs.asked.getFirst().start()).isEmpty();

        robot.clickOn("#layer-inpaint-on");
        choose(robot, "#masked-content", MaskedContent.FILL);
        choose(robot, "#inpaint-area", true);
        robot.doubleClickOn("#mask-blur-field").write("7").type(KeyCode.ENTER);
        until(() -> robot.lookup("#mask-padding").query().isVisible());
        robot.interact(() -> window.studio.settings().promptProperty().set("a meadow with a pond"));
        robot.clickOn("#generate");
        until(() -> window.runs.asked.size() == 2);
        StartPicture start = window.runs.asked.get(1).start().orElseThrow();
        assertThat(start.picture()).isEqualTo(green);
        assertThat(start.strength()).isEqualTo(0.75);
        assertThat(start.inpainting()).isEqualTo(new Inpainting(7, MaskedContent.FILL, OptionalInt.of(32)));
        Raster mask = start.mask().orElseThrow();
        assertThat(Raster.grey(mask.argb(130, 128))).isEqualTo(255);
        assertThat(Raster.grey(mask.argb(130, 30))).isZero();
    }

    @Test
    void aPictureThatGrowsIsPaintedOnWhereItIsNew(FxRobot robot) {
        Raster green = FakeRuns.picture(new Colour(20, 120, 40));
        robot.clickOn("#prompt").write("a meadow");
        robot.clickOn("#generate");
        until(() -> window.runs.asked.size() == 1);
        window.runs.finishes(0, green);
        until(() -> !window.studio.results().pictures().isEmpty());

        setting(robot, "outpaint");
        until(() -> top("#extend-left") < top("#generate")); // scrolled to
        until(() -> robot.lookup("#extend-left").query().isFocused()
                || robot.lookup("#extend-left").query().lookup(".text-field").isFocused());
        robot.interact(() -> {
            for (ExtendViewModel.Side side : ExtendViewModel.Side.values()) {
                window.studio.extend().pixelsProperty(side).set(side == ExtendViewModel.Side.RIGHT ? 128 : 0);
            }
        });
        robot.interact(() -> window.view.lookup("#extend").requestFocus());
        robot.type(KeyCode.SPACE);
        until(() -> window.studio.drawing().document().size().equals(new Size(384, 256)));
        until(() -> window.text("#generate-reason").startsWith("Ctrl"));
        robot.press(KeyCode.SHORTCUT).type(KeyCode.ENTER).release(KeyCode.SHORTCUT);
        until(() -> window.runs.asked.size() == 2);
        Recipe asked = window.runs.asked.get(1);
        StartPicture start = asked.start().orElseThrow();
        assertThat(asked.size()).isEqualTo(new Size(384, 256));
        assertThat(start.strength()).isEqualTo(1);
        assertThat(start.inpainting().content()).isEqualTo(MaskedContent.FILL);
        assertThat(start.picture().argb(10, 128)).isEqualTo(green.argb(10, 128));
        assertThat(Raster.grey(start.mask().orElseThrow().argb(10, 128))).isZero();
        assertThat(Raster.grey(start.mask().orElseThrow().argb(300, 128))).isEqualTo(255);
        robot.interact(() -> window.studio.drawing().undo());
        assertThat(window.studio.drawing().document().size()).isEqualTo(new Size(256, 256));
    }

    @Test
    void settingsAreFoundByTheNamesTheyHaveElsewhere(FxRobot robot) {
        setting(robot, "tiling");
        until(() -> robot.lookup("#seamless").query().isFocused());
        robot.type(KeyCode.DOWN, 3);
        setting(robot, "high resolution");
        until(() -> robot.lookup("#hires").query().isFocused());
        robot.type(KeyCode.SPACE);
        setting(robot, "bf16");
        until(() -> robot.lookup("#precision").query().isFocused());
        robot.type(KeyCode.DOWN, 2);
        robot.interact(() -> window.studio.settings().promptProperty().set("a pattern of leaves"));
        until(() -> window.text("#generate-reason").contains("32 bits"));
        robot.type(KeyCode.UP);
        robot.press(KeyCode.SHORTCUT).type(KeyCode.ENTER).release(KeyCode.SHORTCUT);
        until(() -> window.runs.asked.size() == 1);
        Recipe asked = window.runs.asked.getFirst();
        assertThat(asked.precision()).isEqualTo(Precision.FP32);
        assertThat(asked.hires()).contains(new HiresPass(new Size(512, 512)));
        assertThat(asked.extras().values()).containsEntry("seamless-x", 1.0).containsEntry("seamless-y", 1.0);
    }

    private void setting(FxRobot robot, String words) {
        robot.press(KeyCode.SHORTCUT).type(KeyCode.COMMA).release(KeyCode.SHORTCUT);
        until(() -> robot.lookup("#command-search").query().isVisible());
        robot.write(words).type(KeyCode.ENTER);
        window.settle();
    }

    private double top(String id) {
        return window.view.lookup(id).localToScene(0, 0).getY();
    }

    private static <T> void choose(FxRobot robot, String id, T value) {
        ComboBox<T> box = robot.lookup(id).queryComboBox();
        robot.interact(() -> box.setValue(value));
    }
}
