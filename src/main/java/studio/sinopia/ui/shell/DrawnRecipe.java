package studio.sinopia.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.FitMode;
import studio.sinopia.condition.Fitting;
import studio.sinopia.control.Control;
import studio.sinopia.control.ControlMode;
import studio.sinopia.control.StepWindow;
import studio.sinopia.core.Colour;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.document.Document;
import studio.sinopia.document.Influence;
import studio.sinopia.document.Layer;
import studio.sinopia.document.LayoutBox;
import studio.sinopia.document.MapPainter;
import studio.sinopia.recipe.Inpainting;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.StartPicture;

/**
 * What a drawing asks of a picture: maps to follow, places for phrases, and the picture to begin from, which is the colour
 * sketch, or where there is a mask and no sketch, the picture that is shown.
 */
final class DrawnRecipe {

    private static final Colour PAPER = new Colour(127, 127, 127); // where a sketch says nothing

    private final Document document;
    private final MapPainter painter;
    private final Optional<Raster> shown;
    private final Inpainting inpainting;

    /**
     * @param shown the finished picture on the screen, of any size
     * @param inpainting how masks are used
     */
    DrawnRecipe(Document document, MapPainter painter, Optional<Raster> shown, Inpainting inpainting) {
        this.document = document;
        this.painter = painter;
        this.shown = shown;
        this.inpainting = inpainting;
    }

    /** What the picture has to follow, from bottom to top. */
    List<Control> controls() {
        List<Control> controls = new ArrayList<>();
        obeyed().forEach(layer -> {
            Influence influence = layer.influence();
            if (layer instanceof Layer.Boxes boxes) {
                boxes.boxes().stream()
                        .filter(box -> !box.phrase().isBlank())
                        .map(box -> placement(box, influence))
                        .forEach(controls::add);
            } else if (layer.kind() != ConditionKind.COLOURS && layer.kind() != ConditionKind.INPAINT) {
                controls.add(new Control.Structure(
                        painter.paint(layer, size()),
                        influence.strength(),
                        new StepWindow(influence.start(), influence.end()),
                        mode(influence)));
            }
        });
        return controls;
    }

    /** The recipe with the picture to begin from, and with the phrases of boxes in its prompt. */
    Recipe complete(Recipe recipe) {
        Recipe complete = recipe;
        for (Control control : recipe.controls()) {
            if (control instanceof Control.Placement placement && !says(complete.prompt(), placement.phrase())) {
                complete = complete.withPrompt(complete.prompt() + ", " + placement.phrase());
            }
        }
        Optional<StartPicture> start = start();
        return start.isPresent() ? complete.withStart(start) : complete;
    }

    private static boolean says(String prompt, String phrase) {
        return prompt.toLowerCase(Locale.ROOT).contains(phrase.toLowerCase(Locale.ROOT));
    }

    private Optional<StartPicture> start() {
        List<Layer> sketches = kind(ConditionKind.COLOURS);
        List<Layer> masks = kind(ConditionKind.INPAINT);
        if (sketches.isEmpty() && (masks.isEmpty() || shown.isEmpty())) {
            return Optional.empty();
        }
        Optional<Raster> below = masks.isEmpty()
                ? Optional.empty()
                : shown.map(picture -> Fitting.picture(picture, size(), FitMode.CROP));
        Layer strongest = masks.isEmpty() ? sketches.getLast() : masks.getLast();
        return Optional.of(new StartPicture(
                composed(below, sketches),
                Math.min(1, strongest.influence().strength()),
                mask(masks),
                masks.isEmpty() ? Inpainting.PLAIN : inpainting));
    }

    private Raster composed(Optional<Raster> below, List<Layer> sketches) {
        int[] pixels = below.orElseGet(() -> Raster.filled(size(), PAPER)).pixels();
        for (Layer sketch : sketches) {
            int[] above = painter.pixels(sketch, size()).argb();
            int opacity = (int) Math.round(255 * sketch.look().opacity());
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = over(above[i], pixels[i], opacity);
            }
        }
        return Raster.of(size(), pixels);
    }

    private static int over(int above, int below, int opacity) {
        int alpha = (above >>> 24) * opacity / 255;
        int argb = 0xff000000;
        for (int shift = 0; shift < 24; shift += 8) {
            int mixed = ((above >> shift & 0xff) * alpha + (below >> shift & 0xff) * (255 - alpha)) / 255;
            argb |= mixed << shift;
        }
        return argb;
    }

    private Optional<Raster> mask(List<Layer> masks) {
        return masks.stream().map(mask -> painter.paint(mask, size()).raster()).reduce(DrawnRecipe::either);
    }

    private static Raster either(Raster a, Raster b) {
        int[] pixels = a.pixels();
        int[] others = b.pixels();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (pixels[i] & 0xff) >= (others[i] & 0xff) ? pixels[i] : others[i];
        }
        return Raster.of(a.size(), pixels);
    }

    private static Control placement(LayoutBox box, Influence influence) {
        double strength = Math.min(Influence.STRONGEST, box.weight() * influence.strength());
        return new Control.Placement(box.phrase().strip(), box.box(), strength, new StepWindow(box.start(), box.end()));
    }

    private static ControlMode mode(Influence influence) {
        return switch (influence.priority()) {
            case BALANCED -> ControlMode.BALANCED;
            case PROMPT -> ControlMode.PROMPT;
            case LAYER -> ControlMode.CONTROL;
        };
    }

    private List<Layer> kind(ConditionKind kind) {
        return obeyed().stream().filter(layer -> layer.kind() == kind).toList();
    }

    private List<Layer> obeyed() {
        return document.layers().stream().filter(Layer::isObeyed).toList();
    }

    private Size size() {
        return document.size();
    }
}
