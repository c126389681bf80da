package studio.sinopia.engine.inpaint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.sinopia.condition.FitMode;
import studio.sinopia.condition.Fitting;
import studio.sinopia.control.Control;
import studio.sinopia.core.Box;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import studio.sinopia.recipe.Inpainting;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.StartPicture;

/**
 * What of a recipe is painted: the whole picture, or only the part around its mask, at the recipe's size and put back afterwards.
 *
 * @param recipe the same wishes for the part that is painted, with a mask that needs no more softening
 * @param region where the part lies in the picture to begin from
 * @param below the picture to begin from with its softened mask, into which is painted; empty if all is painted anew
 */
public record Focus(Recipe recipe, Region region, Optional<StartPicture> below) {

    /** @throws StudioException if sizes do not fit, or only the masked part is wanted and nothing is masked */
    public static Focus of(Recipe asked) throws StudioException {
        Region all = Region.all(asked.size());
        if (asked.start().isEmpty()) {
            return new Focus(asked, all, Optional.empty());
        }
        StartPicture start = asked.start().get();
        Inpainting inpainting = start.inpainting();
        Size picture = start.picture().size();
        if (!inpainting.onlyMasked()) {
            checkSameSize("start picture", picture, asked.size(), "picture");
        }
        if (start.mask().isEmpty()) {
            checkNothingAsked(inpainting);
            return new Focus(asked, all, Optional.empty());
        }
        checkSameSize(
                "mask",
                start.mask().get().size(),
                picture,
                inpainting.onlyMasked() ? "start picture" : "picture"); // the same size, by another name
        Raster mask = Masks.blurred(start.mask().get(), inpainting.blur());
        var softened = new StartPicture(start.picture(), start.strength(), Optional.of(mask), painted(inpainting));
        if (!inpainting.onlyMasked()) {
            return new Focus(asked.withStart(Optional.of(softened)), all, Optional.of(softened));
        }
        Region region = Masks.bounds(mask, inpainting.padding().getAsInt())
                .orElseThrow(() -> new StudioException(new Problem(
                        "Only what is masked is to be painted, and the mask is black everywhere.",
                        "mask",
                        "Paint white where the picture is to be painted anew.")))
                .widened(asked.size(), picture);
        return new Focus(part(asked, softened, mask, region), region, Optional.of(softened));
    }

    /** What remains to be heeded once the mask is soft and the part is cut out. */
    private static Inpainting painted(Inpainting inpainting) {
        return new Inpainting(0, inpainting.content(), Inpainting.PLAIN.padding());
    }

    private static void checkNothingAsked(Inpainting inpainting) throws StudioException {
        if (!inpainting.equals(Inpainting.PLAIN)) {
            throw new StudioException(new Problem(
                    "It is said how the masked part is to be painted, and there is no mask.",
                    "mask",
                    "Give a mask, or leave blur, content and padding unsaid."));
        }
    }

    private static void checkSameSize(String what, Size size, Size wanted, String other) throws StudioException {
        if (!size.equals(wanted)) {
            throw new StudioException(new Problem(
                    "The %s is %s, the %s %s.".formatted(what, size, other, wanted),
                    what,
                    "Scale it to the picture's size, or choose its size for the picture."));
        }
    }

    private static Recipe part(Recipe asked, StartPicture start, Raster mask, Region region) throws StudioException {
        Size size = asked.size();
        var seen = new StartPicture(
                Fitting.picture(region.cut(start.picture()), size, FitMode.STRETCH),
                start.strength(),
                Optional.of(Fitting.picture(region.cut(mask), size, FitMode.STRETCH)),
                start.inpainting());
        List<Control> controls = new ArrayList<>();
        for (Control control : asked.controls()) {
            controls.add(
                    switch (control) {
                        case Control.Structure structure ->
                            part(structure, start.picture().size(), region, size);
                        case Control.Placement placement ->
                            part(placement, start.picture().size(), region);
                        case Control.Reference reference -> reference;
                    });
        }
        return asked.withStart(Optional.of(seen)).withControls(controls);
    }

    private static Control part(Control.Structure structure, Size picture, Region region, Size size)
            throws StudioException {
        var map = structure.map();
        if (!map.raster().size().equals(picture)) {
            throw new StudioException(new Problem(
                    "The %s map is %s, the start picture, of which a part is painted, %s."
                            .formatted(map.kind().title(), map.raster().size(), picture),
                    map.kind().key(),
                    "Fit the map to the start picture."));
        }
        Optional<Raster> mask = structure.reach().mask();
        if (mask.isPresent()) {
            checkSameSize("mask of the control", mask.get().size(), picture, "start picture");
        }
        return structure
                .withMap(map.with(region.cut(map.raster())))
                .withReach(structure.reach().withMask(mask.map(region::cut)))
                .fitted(size);
    }

    private static Control part(Control.Placement placement, Size picture, Region region) throws StudioException {
        Box box = placement.box();
        double left = share(box.x() * picture.width(), region.x(), region.size().width());
        double right = share(
                (box.x() + box.width()) * picture.width(),
                region.x(),
                region.size().width());
        double top = share(box.y() * picture.height(), region.y(), region.size().height());
        double bottom = share(
                (box.y() + box.height()) * picture.height(),
                region.y(),
                region.size().height());
        if (!(left < right && top < bottom)) {
            throw new StudioException(new Problem(
                    "The box of '%s' lies outside the part of the picture that is painted."
                            .formatted(placement.phrase()),
                    "box",
                    "Remove the box, or let more padding be seen around the mask."));
        }
        return new Control.Placement(
                placement.phrase(),
                new Box(left, top, right - left, bottom - top),
                placement.strength(),
                placement.window());
    }

    private static double share(double pixel, int start, int length) {
        return Math.clamp((pixel - start) / length, 0, 1);
    }

    /** What was painted, in its place in the picture; outside the mask the picture's pixels stay to the bit. */
    public Raster putBack(Raster painted) {
        if (below.isEmpty()) {
            return painted;
        }
        Raster picture = below.get().picture();
        Raster scaled = Fitting.picture(painted, region.size(), FitMode.STRETCH);
        int[] pixels = picture.pixels();
        for (int row = 0; row < scaled.height(); row++) {
            scaled.copyRow(0, row, scaled.width(), pixels, (region.y() + row) * picture.width() + region.x());
        }
        Raster mask = below.get().mask().orElseThrow();
        return Masks.mixed(picture, Raster.of(picture.size(), pixels), mask);
    }
}
