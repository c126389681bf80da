package studio.sinopia.ui;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import studio.sinopia.document.Document;
import studio.sinopia.export.PictureExport;
import studio.sinopia.export.Project;
import studio.sinopia.gallery.Catalogue;
import studio.sinopia.gallery.Gallery;
import studio.sinopia.gallery.Thumbnails;
import studio.sinopia.library.ModelHashes;
import studio.sinopia.recipe.plot.OpenChoices;
import studio.sinopia.session.Kept;
import studio.sinopia.session.Queue;
import studio.sinopia.session.RunEstimate;
import studio.sinopia.settings.PresetFolder;
import studio.sinopia.settings.Settings;
import studio.sinopia.ui.gallery.PictureShelf;
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
        return of(queue, saver, kept, place, shelf(Path.of("no folder")));
    }

    /** A gallery in a folder. */
    public static PictureShelf shelf(Path folder) {
        var export = new PictureExport(folder, new ModelHashes(folder.resolve("hashes")));
        var gallery = new Gallery(folder.resolve("gallery"), Clock.system(ZoneId.systemDefault()), export);
        return new PictureShelf(
                gallery,
                new Catalogue(gallery, folder.resolve("catalogue")),
                new Thumbnails(folder.resolve("thumbnails"), 96));
    }

    static StudioParts of(
            Queue queue, PictureSaver saver, Kept kept, ProjectViewModel.Place place, PictureShelf shelf) {
        return new StudioParts(
                queue,
                run -> Optional.empty(),
                Optional.empty(),
                plot -> {},
                shelf,
                new OpenChoices(name -> List.of(name)),
                recipe -> new RunEstimate(Optional.of(Duration.ofSeconds(2)), Optional.empty(), Optional.empty()),
                saver,
                Runnable::run,
                Runnable::run,
                Offers.STORYBOOK,
                kept,
                place,
                RealStudio.EXAMPLES,
                new PresetFolder(shelf.gallery().folder().resolveSibling("data")),
                Settings.STANDARD,
                settings -> {},
                new ProblemBoard());
    }
}
