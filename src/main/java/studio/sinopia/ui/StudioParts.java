package studio.sinopia.ui;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import studio.sinopia.engine.run.RunId;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.plot.OpenChoices;
import studio.sinopia.session.Kept;
import studio.sinopia.session.KeptPlot;
import studio.sinopia.session.Queue;
import studio.sinopia.session.RunEstimate;
import studio.sinopia.settings.PresetFolder;
import studio.sinopia.settings.Settings;
import studio.sinopia.ui.gallery.PictureShelf;
import studio.sinopia.ui.shell.ProjectViewModel;

/**
 * What the window needs from the rest of the program.
 *
 * @param queue where pictures are asked for
 * @param keptAs where the picture of a finished run is kept
 * @param lastPlot the plot of the last time, if there was one
 * @param plotKeeper keeps every version of the plot
 * @param shelf pictures of all time
 * @param choices decides what prompts leave open
 * @param estimator says what a run will take; asks the worker
 * @param saver writes finished pictures
 * @param files runs work on the thread that reads and writes files
 * @param maps runs work on the thread that derives maps from pictures
 * @param model what can be asked of the open model
 * @param kept what is worked on at the beginning
 * @param place keeps every version of it, so that none is lost
 * @param examples folder with drawings to try
 * @param presets the person's own
 * @param settings of the last time
 * @param keeper stores the settings for the next time; called when the window closes
 * @param problems what went wrong elsewhere
 */
public record StudioParts(
        Queue queue,
        Function<RunId, Optional<Path>> keptAs,
        Optional<KeptPlot> lastPlot,
        Consumer<KeptPlot> plotKeeper,
        PictureShelf shelf,
        OpenChoices choices,
        Function<Recipe, RunEstimate> estimator,
        PictureSaver saver,
        Executor files,
        Executor maps,
        ModelOffer model,
        Kept kept,
        ProjectViewModel.Place place,
        Path examples,
        PresetFolder presets,
        Settings settings,
        Consumer<Settings> keeper,
        ProblemBoard problems) {}
