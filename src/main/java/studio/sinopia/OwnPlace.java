package studio.sinopia;

import java.nio.file.Path;
import java.util.List;
import studio.sinopia.core.StudioException;
import studio.sinopia.session.Autosave;
import studio.sinopia.session.Kept;
import studio.sinopia.settings.RecentFiles;
import studio.sinopia.ui.shell.ProjectViewModel;

/** Keeps work in the folder of the user's data. */
final class OwnPlace implements ProjectViewModel.Place {

    private final Path data;
    private final Autosave autosave;
    private final RecentFiles recent;

    OwnPlace(Path data, Autosave autosave) {
        this.data = data;
        this.autosave = autosave;
        this.recent = new RecentFiles(data);
    }

    @Override
    public void keep(Kept kept) {
        autosave.keep(kept);
    }

    @Override
    public List<Path> recent() {
        return recent.newestFirst();
    }

    @Override
    public void remember(Path project) throws StudioException {
        recent.add(project);
    }

    @Override
    public Path unsaved() {
        return data.resolve("projects").resolve("unsaved");
    }
}
