package studio.sinopia.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.sinopia.ui.JourneyWindow.until;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.Joint;
import studio.sinopia.condition.Skeleton;
import studio.sinopia.condition.SkeletonPainter;
import studio.sinopia.core.Size;
import studio.sinopia.document.pose.OpenPoseJson;
import studio.sinopia.ui.canvas.PoseViewModel;

/** Somebody poses two people with hands and a face, exchanges them as JSON, and gets the picture of exactly that map. */
@Tag("journey")
class PoseJourneyTest {

    private static final Size SIZE = new Size(256, 256);

    @TempDir
    private static Path folder = Path.of("");

    @RegisterExtension
    final JourneyWindow window = new JourneyWindow(JourneyWindow.empty(), new ToFolder());

    @Test
    void aSceneIsPosedSavedAndPainted(FxRobot robot) throws Exception {
        robot.interact(() -> window.studio.drawing().addLayer(ConditionKind.POSE));
        until(() -> robot.lookup("#pose-hands-on-hips").tryQuery().isPresent());
        window.settle();

        Skeleton.Point shoulder = at(Joint.LEFT_SHOULDER);
        Node wrist = robot.lookup("#joint-0-left-wrist").query();
        Point2D target = window.screen(shoulder.x() * 256 + 30, shoulder.y() * 256 - 30);
        robot.drag(wrist, MouseButton.PRIMARY).dropTo(target);
        until(() -> Math.abs(at(Joint.LEFT_WRIST).y() * 256 - (shoulder.y() * 256 - 30)) < 1);
        assertThat(at(Joint.LEFT_SHOULDER)).as("the arm bends, the body stays").isEqualTo(shoulder);

        robot.clickOn("#show-pose-page-hands");
        robot.clickOn("#hand-left");
        robot.clickOn("#hand-victory");
        robot.clickOn("#add-face");
        until(() -> pose().people().getFirst().face().isPresent());
        assertThat(pose().people().getFirst().leftHand()).isPresent();
        assertThat(robot.lookup("#joint-0-left-hand-8").tryQuery()).isPresent();

        robot.clickOn("#add-person");
        robot.clickOn("#show-pose-page-poses");
        robot.clickOn("#pose-cheering");
        until(() -> pose().people().size() == 2
                && pose().people().get(1).at(Joint.RIGHT_WRIST).orElseThrow().y()
                        < pose().people().get(1).at(Joint.NOSE).orElseThrow().y());
        robot.clickOn("#show-pose-page-people");
        Skeleton cheering = pose().people().get(1);
        robot.clickOn("#person-1-back");
        until(() -> pose().people().getFirst().equals(cheering));

        robot.clickOn("#pose-save");
        Path file = folder.resolve("pose.json");
        until(() -> Files.exists(file));
        assertThat(OpenPoseJson.read(Files.readString(file), SIZE, "pose.json").people())
                .hasSize(2);
        robot.clickOn("#pose-open");
        until(() -> pose().people().size() == 4);
        robot.clickOn("#undo");
        until(() -> pose().people().size() == 2);

        robot.interact(() -> window.view.canvas().requestFocus());
        robot.press(KeyCode.SHORTCUT).type(KeyCode.C).type(KeyCode.V).release(KeyCode.SHORTCUT);
        until(() -> pose().people().size() == 4);
        robot.press(KeyCode.SHORTCUT).type(KeyCode.Z).release(KeyCode.SHORTCUT);
        until(() -> pose().people().size() == 2);

        robot.clickOn("#prompt").write("two children on a meadow");
        robot.clickOn("#generate");
        until(() -> window.runs.asked.size() == 1);
        assertThat(window.map(0)).isEqualTo(SkeletonPainter.paint(pose().people(), SIZE));
    }

    private PoseViewModel pose() {
        return window.studio.pose();
    }

    private Skeleton.Point at(Joint joint) {
        return pose().people().getFirst().at(joint).orElseThrow();
    }

    private final class ToFolder extends NoFiles {
        @Override
        public void openPose() {
            window.studio.poses().open(folder.resolve("pose.json"));
        }

        @Override
        public void savePose() {
            window.studio.poses().save(folder.resolve("pose.json"));
        }
    }
}
