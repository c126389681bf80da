package studio.sinopia.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import studio.sinopia.document.Document;
import studio.sinopia.ui.Cottage;

class AutosaveTest {

    @TempDir
    private Path folder;

    private final List<Runnable> waiting = new ArrayList<>();
    private final List<StudioException> failures = new ArrayList<>();

    @Test
    void theNextStartFindsTheDrawingAsItWas() throws Exception {
        autosave().keep(Cottage.drawing());
        waiting.forEach(Runnable::run);
        assertThat(autosave().last()).map(Document::size).contains(Cottage.SIZE);
        assertThat(autosave().last().orElseThrow().layers()).hasSize(3);
    }

    @Test
    void ofVersionsThatWaitOnlyTheNewestIsWritten() throws Exception {
        Autosave autosave = autosave();
        Document newest = Document.empty(new Size(64, 32));
        autosave.keep(Document.empty(new Size(8, 8)));
        autosave.keep(Document.empty(new Size(16, 16)));
        autosave.keep(newest);
        assertThat(waiting).hasSize(1);
        waiting.getFirst().run();
        assertThat(autosave.last()).contains(newest);
    }

    @Test
    void aDamagedDrawingIsPutAsideAndNotOverwritten() throws Exception {
        Files.writeString(folder.resolve("drawing.json"), "{\"version\":1, \"wid");
        assertThatThrownBy(() -> autosave().last())
                .isInstanceOfSatisfying(
                        StudioException.class,
                        failure -> assertThat(failure.problem().line()).contains("put aside"));
        assertThat(folder.resolve("drawing-damaged.json")).content().contains("wid");
        assertThat(autosave().last()).isEmpty();
    }

    @Test
    void aFolderThatCannotBeWrittenIsToldOf() throws Exception {
        Files.writeString(folder.resolve("file"), "no folder");
        new Autosave(folder.resolve("file"), Runnable::run, failures::add).keep(Document.empty(new Size(8, 8)));
        assertThat(failures).hasSize(1);
    }

    private Autosave autosave() {
        return new Autosave(folder, waiting::add, failures::add);
    }
}
