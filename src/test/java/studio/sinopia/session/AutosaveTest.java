package studio.sinopia.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import studio.sinopia.document.Document;
import studio.sinopia.document.DocumentJson;
import studio.sinopia.export.Project;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.Request;
import studio.sinopia.ui.Cottage;

class AutosaveTest {

    private static final Request REQUEST = Request.of(Recipe.of("a barn", new Size(64, 64), 7));

    @TempDir
    private Path folder;

    private final List<Runnable> waiting = new ArrayList<>();
    private final List<StudioException> failures = new ArrayList<>();

    @Test
    void theNextStartFindsEverythingAsItWas() throws Exception {
        Kept kept = new Kept(new Project(Cottage.drawing(), REQUEST), Optional.of(Path.of("barn.sinopia")), true);
        keepAll(kept);
        assertThat(last()).contains(kept);
    }

    @Test
    void ofVersionsThatWaitOnlyTheNewestIsWritten() throws Exception {
        try (Autosave autosave = autosave()) {
            autosave.keep(kept(8));
            autosave.keep(kept(16));
            autosave.keep(kept(32));
            assertThat(waiting).hasSize(1);
            waiting.getFirst().run();
        }
        assertThat(last()).contains(kept(32));
    }

    @Test
    void aLineThatBreaksOffCostsOnlyThatLine() throws Exception {
        keepAll(kept(8), kept(16), kept(32));
        Path journal = folder.resolve("autosave/journal-1.log");
        byte[] all = Files.readAllBytes(journal);
        Files.write(journal, Arrays.copyOf(all, all.length - 5));
        assertThat(last()).contains(kept(16));
        Files.writeString(journal, "half a li", StandardOpenOption.APPEND);
        assertThat(last()).contains(kept(16));
    }

    @Test
    void whatIsKeptAfterABreakIsFoundToo() throws Exception {
        keepAll(kept(8), kept(16));
        Files.writeString(folder.resolve("autosave/journal-1.log"), "0000", StandardOpenOption.APPEND);
        keepAll(kept(24), kept(40));
        assertThat(last()).contains(kept(40));
    }

    @Test
    void aDamagedJournalIsPutAsideAndNotOverwritten() throws Exception {
        Files.createDirectories(folder.resolve("autosave"));
        Files.writeString(folder.resolve("autosave/journal-3.log"), "what was here");
        assertThatThrownBy(this::last)
                .isInstanceOfSatisfying(
                        StudioException.class,
                        failure -> assertThat(failure.problem().line()).contains("put aside"));
        assertThat(folder.resolve("autosave/damaged/journal-3.log")).hasContent("what was here");
        assertThat(last()).isEmpty();
    }

    @Test
    void aDrawingThatAnOlderVersionKeptIsFound() throws Exception {
        Document drawing = Cottage.drawing();
        Files.write(folder.resolve("drawing.json"), DocumentJson.write(drawing));
        assertThat(last().orElseThrow().project().document()).isEqualTo(drawing);
    }

    @Test
    void twoWindowsKeepTwoDrawings() throws Exception {
        try (Autosave first = autosave();
                Autosave second = autosave()) {
            first.keep(kept(8));
            second.keep(kept(16));
            waiting.forEach(Runnable::run);
        }
        assertThat(last()).contains(kept(8));
    }

    @Test
    void aFolderThatCannotBeWrittenIsToldOf() throws Exception {
        Files.writeString(folder.resolve("file"), "no folder");
        assertThatThrownBy(() -> Autosave.open(folder.resolve("file"), waiting::add, failures::add))
                .isInstanceOf(StudioException.class);
    }

    private void keepAll(Kept... versions) throws StudioException {
        try (Autosave autosave = autosave()) {
            for (Kept version : versions) {
                autosave.keep(version);
                waiting.removeLast().run();
            }
        }
        assertThat(failures).isEmpty();
    }

    private Optional<Kept> last() throws StudioException {
        try (Autosave autosave = autosave()) {
            return autosave.last(document -> new Kept(new Project(document, REQUEST), Optional.empty(), false));
        }
    }

    private static Kept kept(int side) {
        return new Kept(new Project(Document.empty(new Size(side, side)), REQUEST), Optional.empty(), false);
    }

    private Autosave autosave() throws StudioException {
        return Autosave.open(folder, waiting::add, failures::add);
    }
}
