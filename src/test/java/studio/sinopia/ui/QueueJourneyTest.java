package studio.sinopia.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.sinopia.ui.JourneyWindow.until;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import studio.sinopia.core.Size;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.session.QueueEntry;
import studio.sinopia.session.QueueState;
import studio.sinopia.session.RunQueue;
import studio.sinopia.session.Session;
import studio.sinopia.session.StoppableEngine;
import studio.sinopia.ui.progress.QueueRow;

/** Five pictures are asked for, and a person changes their mind about them. */
@Tag("journey")
class QueueJourneyTest {

    private final StoppableEngine engine = new StoppableEngine();
    private final Session session = new Session(engine, Path.of("."), Session.KEEP_NOTHING);
    private final RunQueue queue = new RunQueue(session, QueueState.EMPTY, state -> {});

    @RegisterExtension
    final JourneyWindow window = new JourneyWindow(
            runs -> TestParts.of(queue, (picture, recipe, file) -> {}, JourneyWindow.blank()), new NoFiles());

    @BeforeEach
    void begin() {
        queue.begin();
    }

    @AfterEach
    void end() {
        engine.letEnd(1000);
        queue.close();
        session.close();
    }

    @Test
    void aQueueOfFiveIsReorderedCancelledInPartAndTriedAgain(FxRobot robot) {
        robot.clickOn("#prompt").write("bad weather");
        robot.clickOn("#seed").press(KeyCode.SHORTCUT).type(KeyCode.A).release(KeyCode.SHORTCUT);
        robot.write("100").type(KeyCode.ENTER);
        robot.clickOn("#picture-count").press(KeyCode.SHORTCUT).type(KeyCode.A).release(KeyCode.SHORTCUT);
        robot.write("5").type(KeyCode.ENTER);
        robot.clickOn("#generate");
        until(() -> engine.begun.size() == 1 && seeds().equals(List.of(100L, 101L, 102L, 103L, 104L)));

        robot.clickOn("#queue-switch");
        until(() -> robot.lookup("#queue-list").tryQuery().isPresent());
        assertThat(window.text("#queue-summary")).isEqualTo("4 pictures wait  ·  about 8 s");

        robot.clickOn(button(robot, 104, "#queue-front"));
        until(() -> seeds().equals(List.of(100L, 104L, 101L, 102L, 103L)));
        robot.clickOn(row(robot, 101));
        robot.press(KeyCode.ALT).type(KeyCode.DOWN).release(KeyCode.ALT);
        until(() -> seeds().equals(List.of(100L, 104L, 102L, 101L, 103L)));
        robot.drag(row(robot, 103)).dropTo(row(robot, 102));
        until(() -> seeds().equals(List.of(100L, 104L, 103L, 102L, 101L)));

        robot.clickOn(button(robot, 102, "#queue-cancel"));
        until(() -> queue.state().ended().size() == 1 && queue.state().waiting().size() == 3);
        robot.clickOn("#queue-pause");
        engine.letEnd(1);
        until(() -> queue.state().working().isEmpty() && queue.state().ended().size() == 2);
        assertThat(engine.begun).hasSize(1);
        QueueEntry failed = queue.state().ended().getFirst();
        assertThat(failed.recipe().seed()).isEqualTo(100);

        robot.clickOn(button(robot, 100, "#queue-lighter"));
        until(() -> seeds().equals(List.of(100L, 104L, 103L, 101L, 102L)));
        Recipe lighter = queue.state().waiting().getFirst().recipe();
        assertThat(lighter.size()).isEqualTo(new Size(192, 192));
        assertThat(lighter.sampling().steps())
                .isLessThan(failed.recipe().sampling().steps());

        robot.clickOn("#queue-pause");
        engine.letEnd(4);
        until(() -> queue.state().ended().size() == 5 && queue.state().waiting().isEmpty());
        assertThat(engine.begun).extracting(Recipe::seed).containsExactly(100L, 100L, 104L, 103L, 101L);
        robot.clickOn("#queue-clear");
        until(() -> queue.state().entries().isEmpty());
    }

    private List<Long> seeds() {
        return queue.state().entries().stream()
                .map(entry -> entry.recipe().seed())
                .toList();
    }

    /** What is shown must be what is there before it can be clicked. */
    private Node row(FxRobot robot, long seed) {
        until(() -> list(robot).getItems().stream()
                .map(shown -> shown.entry().recipe().seed())
                .toList()
                .equals(seeds()));
        window.settle();
        return robot.lookup((Node node) -> node.getStyleClass().contains("queue-cell")
                        && node instanceof javafx.scene.control.ListCell<?> cell
                        && cell.getItem() instanceof QueueRow shown
                        && shown.entry().recipe().seed() == seed)
                .query();
    }

    private Node button(FxRobot robot, long seed, String id) {
        return row(robot, seed).lookup(id);
    }

    @SuppressWarnings("unchecked")
    private static ListView<QueueRow> list(FxRobot robot) {
        return robot.lookup("#queue-list").queryAs(ListView.class);
    }
}
