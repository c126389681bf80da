package studio.sinopia.ui;

import java.util.concurrent.Executor;
import studio.sinopia.document.Document;
import studio.sinopia.session.Runs;
import studio.sinopia.ui.shell.Theme;

/**
 * What the window needs from the rest of the program.
 *
 * @param runs where pictures are asked for
 * @param saver writes finished pictures
 * @param files runs work on the thread that reads and writes files
 * @param model what can be asked of the open model
 * @param document to begin with
 * @param theme to begin with
 */
public record StudioParts(
        Runs runs, PictureSaver saver, Executor files, ModelOffer model, Document document, Theme theme) {}
