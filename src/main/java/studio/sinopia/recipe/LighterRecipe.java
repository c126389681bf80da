package studio.sinopia.recipe;

import java.util.List;
import java.util.Optional;
import studio.sinopia.condition.FitMode;
import studio.sinopia.condition.Fitting;
import studio.sinopia.control.Control;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;

/** A recipe that asks less of the machine: three quarters of each side, and three quarters of the steps. */
public final class LighterRecipe {

    private static final double SHARE = 0.75;
    private static final int GRID = 64; // pixels; every model takes sides of so many
    private static final int FEWEST_STEPS = 4;

    private LighterRecipe() {}

    /** Smaller and shorter, with its maps and pictures fitted; sides do not fall below {@value #GRID} pixels. */
    public static Recipe of(Recipe recipe) {
        Size size = new Size(side(recipe.size().width()), side(recipe.size().height()));
        int steps = recipe.sampling().steps();
        int fewer = Math.min(steps, Math.max(FEWEST_STEPS, (int) Math.ceil(steps * SHARE)));
        Recipe smaller = recipe.withSize(size)
                .withSampling(recipe.sampling().withSteps(fewer))
                .withHires(recipe.hires().map(LighterRecipe::smaller));
        if (recipe.start().filter(start -> start.inpainting().onlyMasked()).isPresent()) {
            return smaller; // the picture keeps its size, and maps belong to it
        }
        List<Control> controls =
                recipe.controls().stream().map(each -> fitted(each, size)).toList();
        Optional<StartPicture> start = recipe.start().map(each -> fitted(each, size));
        return smaller.withControls(controls).withStart(start);
    }

    private static HiresPass smaller(HiresPass pass) {
        Size size = new Size(side(pass.size().width()), side(pass.size().height()));
        return new HiresPass(size, pass.steps(), pass.strength(), pass.upscaler());
    }

    private static int side(int pixels) {
        int fewer = (int) (pixels * SHARE) / GRID * GRID;
        return fewer >= GRID ? fewer : Math.min(pixels, GRID);
    }

    private static Control fitted(Control control, Size size) {
        return switch (control) {
            case Control.Structure structure -> structure.fitted(size);
            case Control.Placement placement -> placement;
            case Control.Reference reference -> reference;
        };
    }

    private static StartPicture fitted(StartPicture start, Size size) {
        return new StartPicture(
                stretched(start.picture(), size),
                start.strength(),
                start.mask().map(mask -> stretched(mask, size)),
                start.inpainting());
    }

    private static Raster stretched(Raster picture, Size size) {
        return Fitting.picture(picture, size, FitMode.STRETCH);
    }
}
