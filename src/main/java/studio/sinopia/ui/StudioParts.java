package studio.sinopia.ui;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import studio.sinopia.session.Kept;
import studio.sinopia.session.Runs;
import studio.sinopia.settings.Settings;
import studio.sinopia.ui.shell.ProjectViewModel;

/**
 * What the window needs from the rest of the program.
 *
 * @param runs where pictures are asked for
 * @param saver writes finished pictures
 * @param files runs work on the thread that reads and writes files
 * @param model what can be asked of the open model
 * @param kept what is worked on at the beginning
 * @param place keeps every version of it, so that none is lost
 * @param examples folder with drawings to try
 * @param settings of the last time
 * @param keeper stores the settings for the next time; called when the window closes
 * @param problems what went wrong elsewhere
 */
public record StudioParts(
        Runs runs,
        PictureSaver saver,
        Executor files,
        ModelOffer model,
        Kept kept,
        ProjectViewModel.Place place,
        Path examples,
        Settings settings,
        Consumer<Settings> keeper,
        ProblemBoard problems) {}
