package studio.sinopia.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import studio.sinopia.session.Kept;
import studio.sinopia.ui.shell.ProjectViewModel;

/** Remembers only while the test runs. */
public final class ForgetfulPlace implements ProjectViewModel.Place {

    /** Every version that was to be kept. */
    public final List<Kept> kept = new CopyOnWriteArrayList<>();

    private final List<Path> recent = new CopyOnWriteArrayList<>();
    private final Path unsaved;

    /** @param unsaved folder for work that was never saved */
    public ForgetfulPlace(Path unsaved) {
        this.unsaved = unsaved;
    }

    @Override
    public void keep(Kept version) {
        kept.add(version);
    }

    @Override
    public List<Path> recent() {
        return List.copyOf(recent);
    }

    @Override
    public void remember(Path project) {
        recent.remove(project);
        recent.addFirst(project);
    }

    @Override
    public Path unsaved() {
        return unsaved;
    }
}
