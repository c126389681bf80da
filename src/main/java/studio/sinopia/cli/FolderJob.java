package studio.sinopia.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.sinopia.condition.FitMode;
import studio.sinopia.condition.Fitting;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;
import studio.sinopia.export.AnyPicture;
import studio.sinopia.export.RecipePicture;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.StartPicture;

/**
 * A picture of a folder as a job: painted again by the recipe inside it, or begun from by one recipe for all.
 *
 * @param file the picture
 * @param one the recipe for all; its denoising strength holds, if it begins from a picture
 */
record FolderJob(Path file, Optional<Recipe> one) implements BatchJob {

    private static final double STANDARD_STRENGTH = 0.75;

    /** The pictures of a folder, by name. */
    static List<BatchJob> of(Path folder, Optional<Recipe> one) throws StudioException {
        List<BatchJob> jobs = new ArrayList<>();
        for (Path file : ExportCommand.inside(folder)) {
            jobs.add(new FolderJob(file, one));
        }
        if (jobs.isEmpty()) {
            throw new StudioException(
                    new Problem("The folder holds no picture.", folder.toString(), "Put some there."));
        }
        return jobs;
    }

    @Override
    public String where() {
        return file.toString();
    }

    @Override
    public String output() {
        return file.getFileName().toString().replaceFirst("\\.[^.]*$", "") + ".png";
    }

    @Override
    public boolean hasSeed() {
        return true;
    }

    @Override
    public Recipe recipe(Workbench bench) throws StudioException {
        return bench.named().resolve(one.isPresent() ? begunFrom(one.get()) : RecipePicture.recipe(file));
    }

    private Recipe begunFrom(Recipe recipe) throws StudioException {
        double strength = recipe.start().map(StartPicture::strength).orElse(STANDARD_STRENGTH);
        var picture = Fitting.picture(AnyPicture.read(file), recipe.size(), FitMode.CROP);
        return recipe.withStart(Optional.of(new StartPicture(picture, strength, Optional.empty())));
    }
}
