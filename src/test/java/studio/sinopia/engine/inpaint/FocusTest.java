package studio.sinopia.engine.inpaint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.ConditionMap;
import studio.sinopia.control.Control;
import studio.sinopia.control.StepWindow;
import studio.sinopia.core.Box;
import studio.sinopia.core.Colour;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import studio.sinopia.recipe.Inpainting;
import studio.sinopia.recipe.MaskedContent;
import studio.sinopia.recipe.Outpainting;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.StartPicture;

class FocusTest {

    private static final Size WORKING = new Size(64, 48);
    private static final Size PICTURE = new Size(200, 150);
    private static final Colour SKY = new Colour(40, 130, 220);

    @Property(tries = 200)
    void theSeenPartHoldsTheMaskAndItsPaddingAndHasTheAspectOfTheSize(
            @ForAll @IntRange(max = 190) int x,
            @ForAll @IntRange(max = 140) int y,
            @ForAll @IntRange(min = 1, max = 60) int side,
            @ForAll @IntRange(max = 20) int padding)
            throws StudioException {
        Focus focus = Focus.of(recipe(mask(x, y, side), onlyMasked(0, padding)));
        Region region = focus.region();
        int right = Math.min(200, x + side + padding);
        int bottom = Math.min(150, y + side + padding);
        assertTrue(region.x() <= Math.max(0, x - padding) && region.y() <= Math.max(0, y - padding), focus.toString());
        assertTrue(region.x() + region.size().width() >= right, region.toString());
        assertTrue(region.y() + region.size().height() >= bottom, region.toString());
        double aspect = (double) region.size().width() / region.size().height();
        assertEquals(64.0 / 48, aspect, 0.8 / region.size().height(), region.toString());
        assertEquals(WORKING, focus.recipe().start().orElseThrow().picture().size());
    }

    @Test
    void whatIsPutBackChangesNothingOutsideTheSoftenedMask() throws StudioException {
        Focus focus = Focus.of(recipe(mask(100, 60, 40), onlyMasked(4, 10)));
        Raster back = focus.putBack(Raster.filled(WORKING, Colour.WHITE));
        assertEquals(Colour.WHITE.argb(), back.argb(120, 80));
        assertEquals(SKY.argb(), back.argb(88, 80)); // 12 pixels off, blur reaches 10
        assertEquals(SKY.argb(), back.argb(0, 0));
        int edge = back.argb(100, 80) & 0xff;
        assertTrue(edge > 220 && edge < 255, "blue at the edge is " + edge);
    }

    @Test
    void mapsAndBoxesAreCutAlong() throws StudioException {
        Raster half = Raster.of(PICTURE, leftHalfWhite());
        var placed = new Control.Placement("barn", new Box(0.25, 0, 0.5, 1), 1, StepWindow.ALWAYS);
        Recipe asked = recipe(mask(80, 55, 40), onlyMasked(0, 10))
                .withControls(List.of(new Control.Structure(new ConditionMap(ConditionKind.SEGMENTS, half)), placed));
        Focus focus = Focus.of(asked);
        var map = (Control.Structure) focus.recipe().controls().getFirst();
        assertEquals(WORKING, map.map().raster().size());
        assertEquals(0xffffffff, map.map().raster().argb(30, 20));
        assertEquals(0xff000000, map.map().raster().argb(33, 20));
        var box = ((Control.Placement) focus.recipe().controls().getLast()).box();
        assertEquals(new Box(0, 0, 1, 1), box); // the part lies inside the box
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThrows(StudioException.class, () -> Focus.of(recipe(mask(0, 0, 0), onlyMasked(4, 32)))); // all black
        Raster small = Raster.filled(WORKING, Colour.WHITE);
        assertThrows(StudioException.class, () -> Focus.of(recipe(small, onlyMasked(4, 32))));
        var structure = new Control.Structure(new ConditionMap(ConditionKind.DEPTH, small));
        Recipe withMap = recipe(mask(9, 9, 9), onlyMasked(4, 32)).withControls(List.of(structure));
        assertThrows(StudioException.class, () -> Focus.of(withMap));
        var outside = new Control.Placement("barn", new Box(0.9, 0.9, 0.1, 0.1), 1, StepWindow.ALWAYS);
        Recipe withBox = recipe(mask(9, 9, 9), onlyMasked(4, 32)).withControls(List.of(outside));
        assertThrows(StudioException.class, () -> Focus.of(withBox));
    }

    @Test
    void aSoftenedMaskKeepsItsAreaAndItsFullMiddle() {
        Raster soft = Masks.blurred(mask(60, 40, 60), 4);
        long sum = 0;
        for (int argb : soft.pixels()) {
            sum += Raster.grey(argb);
        }
        assertEquals(60 * 60, sum / 255.0, 20);
        assertEquals(255, Raster.grey(soft.argb(90, 70)));
        assertEquals(128, Raster.grey(soft.argb(60, 70)), 14);
        assertEquals(0, Raster.grey(soft.argb(49, 70)));
    }

    @Test
    void nothingOfTheEdgesThatWereDrawnOutStaysWhenAPictureGrows() throws StudioException {
        Raster photo = Raster.filled(new Size(40, 30), SKY);
        StartPicture grown = new Outpainting(24, 0, 0, 18)
                .start(photo, 1, new Inpainting(4, MaskedContent.FILL, OptionalInt.empty()));
        Size size = new Size(64, 48);
        Raster painted = Focus.of(Recipe.of("x", size, 1).withStart(Optional.of(grown)))
                .putBack(Raster.filled(size, Colour.WHITE));
        for (int y = 0; y < 48; y++) {
            for (int x = 0; x < 64; x++) {
                boolean anew = x < 24 || y >= 30;
                boolean kept = x >= 24 + 20 && y < 30 - 20; // two reaches of the blur inside
                if (anew) {
                    assertEquals(Colour.WHITE.argb(), painted.argb(x, y), x + "," + y);
                } else if (kept) {
                    assertEquals(SKY.argb(), painted.argb(x, y), x + "," + y);
                }
            }
        }
    }

    private static int[] leftHalfWhite() {
        int[] pixels = new int[200 * 150];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = i % 200 < 100 ? 0xffffffff : 0xff000000;
        }
        return pixels;
    }

    private static Inpainting onlyMasked(int blur, int padding) {
        return new Inpainting(blur, MaskedContent.ORIGINAL, OptionalInt.of(padding));
    }

    private static Recipe recipe(Raster mask, Inpainting inpainting) {
        var start = new StartPicture(Raster.filled(PICTURE, SKY), 1, Optional.of(mask), inpainting);
        return Recipe.of("x", WORKING, 1).withStart(Optional.of(start));
    }

    private static Raster mask(int left, int top, int side) {
        int[] pixels = new int[200 * 150];
        for (int i = 0; i < pixels.length; i++) {
            int x = i % 200 - left;
            int y = i / 200 - top;
            pixels[i] = x >= 0 && x < side && y >= 0 && y < side ? 0xffffffff : 0xff000000;
        }
        return Raster.of(PICTURE, pixels);
    }
}
