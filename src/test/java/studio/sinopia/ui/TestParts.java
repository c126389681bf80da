package studio.sinopia.ui;

import studio.sinopia.document.Document;
import studio.sinopia.session.Runs;
import studio.sinopia.settings.Settings;

/** What a window is given in tests: files are dealt with at once, settings are forgotten. */
public final class TestParts {

    private TestParts() {}

    public static StudioParts of(Runs runs, PictureSaver saver, Document document) {
        return new StudioParts(
                runs,
                saver,
                Runnable::run,
                Offers.STORYBOOK,
                document,
                drawn -> {},
                RealStudio.EXAMPLES,
                Settings.STANDARD,
                settings -> {},
                new ProblemBoard());
    }
}
