package studio.sinopia.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import studio.sinopia.condition.FitMode;
import studio.sinopia.condition.Fitting;
import studio.sinopia.core.PictureFile;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import studio.sinopia.recipe.Inpainting;
import studio.sinopia.recipe.MaskedContent;
import studio.sinopia.recipe.Outpainting;
import studio.sinopia.recipe.StartPicture;

/** Makes the picture to begin from of what was typed, and says aloud what it changed. */
final class StartMaker {

    private static final double STANDARD_STRENGTH = 0.75;

    private final InpaintOptions options;
    private final Console console;

    StartMaker(InpaintOptions options, Console console) {
        this.options = options;
        this.console = console;
    }

    /**
     * @param typed the size that was asked for, if any: of the part that is painted, or of the picture before it grows
     * @return empty if there is nothing to begin from
     */
    Optional<StartPicture> start(Optional<Size> typed, Size nativeSize) throws StudioException {
        Path file = options.init;
        if (file == null) {
            checkNothingElse();
            return Optional.empty();
        }
        Raster picture = PictureFile.read(file);
        String outpaint = options.outpaint;
        if (outpaint != null) {
            checkNoMask();
            return Optional.of(grown(typed.isPresent() ? fitted(picture, file, typed.get()) : picture, outpaint));
        }
        if (options.padding == null) {
            picture = fitted(picture, file, typed.orElse(nativeSize));
        }
        Optional<Raster> mask = mask(picture.size());
        return Optional.of(new StartPicture(
                picture,
                strength(STANDARD_STRENGTH),
                mask,
                mask.isPresent() ? inpainting(MaskedContent.ORIGINAL) : withoutMask()));
    }

    private StartPicture grown(Raster picture, String sides) throws StudioException {
        return outpainting(sides).start(picture, strength(1), inpainting(MaskedContent.FILL));
    }

    private static Outpainting outpainting(String typed) throws StudioException {
        String[] sides = typed.split(",", -1);
        if (sides.length != 1 && sides.length != 4) {
            throw new StudioException(new Problem(
                    "'" + typed + "' is neither one number nor four.",
                    "--outpaint",
                    "Write pixels for left, top, right and bottom, for example 64,0,64,0."));
        }
        int[] pixels = new int[4];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (int) Amounts.read("--outpaint", sides[i % sides.length], 0, Outpainting.MOST);
        }
        if (pixels[0] + pixels[1] + pixels[2] + pixels[3] == 0) {
            throw new StudioException(new Problem(
                    "The picture would grow by nothing.", "--outpaint", "Write at least one number above 0."));
        }
        return new Outpainting(pixels[0], pixels[1], pixels[2], pixels[3]);
    }

    /** The mask of the start picture, if there is one. */
    Optional<Raster> mask(Size size) throws StudioException {
        Path file = options.mask;
        if (file == null) {
            return Optional.empty();
        }
        Raster mask = fitted(PictureFile.read(file), file, size);
        return Optional.of(options.invert ? mask.map(argb -> argb ^ 0xffffff) : mask);
    }

    private double strength(double standard) throws StudioException {
        return Amounts.check("--strength", options.strength == null ? standard : options.strength, 0, 1);
    }

    private Inpainting inpainting(MaskedContent standard) throws StudioException {
        int blur = options.blur == null
                ? Inpainting.STANDARD.blur()
                : (int) Amounts.check("--mask-blur", options.blur, 0, Inpainting.MOST_BLUR);
        return new Inpainting(
                blur,
                options.content == null ? standard : options.content,
                options.padding == null
                        ? OptionalInt.empty()
                        : OptionalInt.of(
                                (int) Amounts.check("--only-masked", options.padding, 0, Inpainting.MOST_PADDING)));
    }

    /** Nothing is said of a mask that is not there. */
    private Inpainting withoutMask() throws StudioException {
        refuse(options.invert, "--invert-mask", "--mask");
        refuse(options.blur != null, "--mask-blur", "--mask");
        refuse(options.content != null, "--masked-content", "--mask");
        refuse(options.padding != null, "--only-masked", "--mask");
        return Inpainting.PLAIN;
    }

    private void checkNothingElse() throws StudioException {
        refuse(options.mask != null, "--mask", "--init");
        refuse(options.strength != null, "--strength", "--init");
        refuse(options.outpaint != null, "--outpaint", "--init");
        withoutMask();
    }

    private static void refuse(boolean said, String option, String needed) throws StudioException {
        if (said) {
            throw new StudioException(new Problem(
                    needed.equals("--init")
                            ? "There is no picture to begin from."
                            : "There is no mask of which this could be said.",
                    option,
                    "Name the file with %s.".formatted(needed)));
        }
    }

    private void checkNoMask() throws StudioException {
        if (options.mask != null || options.invert) {
            throw new StudioException(new Problem(
                    "A picture that grows brings its own mask.",
                    "--mask",
                    "Leave out the mask, or paint inside it in a second run."));
        }
    }

    private Raster fitted(Raster picture, Path file, Size size) {
        if (!picture.size().equals(size)) {
            console.note(MapReader.fittingNote(file, picture.size(), size));
        }
        return Fitting.picture(picture, size, FitMode.CROP);
    }
}
