package studio.sinopia.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import studio.sinopia.core.Size;

class PromptTaskTest {

    private final PromptTasks tasks = new PromptTasks(new Size(64, 64), Edition.SECOND);

    @Test
    void promptsSayWhatTheTaskAsksForAndTheSceneShows() {
        assertThat(IntStream.range(0, 60).mapToObj(tasks::seen)).allSatisfy(task -> {
            List<Claim> claims = Claim.read(task.prompt());
            assertThat(claims).contains(new Claim.Count(task.thing(), task.count()));
            task.colour()
                    .ifPresent(colour -> assertThat(claims).contains(new Claim.Coloured(task.thing(), colour.word())));
            task.relation().ifPresent(stand -> {
                assertThat(claims).contains(new Claim.Count(stand.other(), stand.count()));
                assertThat(stand.relation().words())
                        .anyMatch(words -> task.prompt().contains(" " + words + " "));
            });
            assertThat(task.scene().cast().getFirst().label()).isEqualTo(task.thing());
        });
    }

    @Test
    void unseenTasksAskForWhatNoTrainingSceneShows() {
        assertThat(IntStream.range(0, 40).mapToObj(tasks::unseen))
                .allMatch(task -> Unseen.isIn(task.scene()))
                .extracting(PromptTask::prompt)
                .doesNotHaveDuplicates();
        assertThat(IntStream.range(0, 60).mapToObj(tasks::seen)).noneMatch(task -> Unseen.isIn(task.scene()));
    }

    @Test
    void aNumberGivesTheSameTaskEachTime() {
        assertThat(new PromptTasks(new Size(64, 64), Edition.SECOND).seen(3).prompt())
                .isEqualTo(tasks.seen(3).prompt());
    }
}
