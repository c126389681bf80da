package studio.sinopia.ui;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import studio.sinopia.document.Document;
import studio.sinopia.export.Project;
import studio.sinopia.session.Kept;
import studio.sinopia.session.Queue;
import studio.sinopia.session.RunEstimate;
import studio.sinopia.settings.Settings;
import studio.sinopia.ui.shell.ProjectViewModel;

/** What a window is given in tests: files are dealt with at once, settings are forgotten. */
public final class TestParts {

    private TestParts() {}

    public static StudioParts of(Queue queue, PictureSaver saver, Document document) {
        return of(queue, saver, kept(document), new ForgetfulPlace(Path.of("no folder")));
    }

    /** A drawing in no file. */
    public static Kept kept(Document document) {
        return new Kept(new Project(document, Settings.STANDARD.request()), Optional.empty(), false);
    }

    public static StudioParts of(Queue queue, PictureSaver saver, Kept kept, ProjectViewModel.Place place) {
        return new StudioParts(
                queue,
                recipe -> new RunEstimate(Optional.of(Duration.ofSeconds(2)), Optional.empty(), Optional.empty()),
                saver,
                Runnable::run,
                Runnable::run,
                Offers.STORYBOOK,
                kept,
                place,
                RealStudio.EXAMPLES,
                Settings.STANDARD,
                settings -> {},
                new ProblemBoard());
    }
}
