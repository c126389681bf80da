package studio.sinopia.ui;

import studio.sinopia.document.Document;
import studio.sinopia.session.Runs;
import studio.sinopia.settings.Settings;

/** What a window is given in tests: files are dealt with at once, settings are forgotten. */
final class TestParts {

    private TestParts() {}

    static StudioParts of(Runs runs, PictureSaver saver, Document document) {
        return new StudioParts(
                runs,
                saver,
                Runnable::run,
                Offers.STORYBOOK,
                document,
                Settings.STANDARD,
                settings -> {},
                new ProblemBoard());
    }
}
