package studio.sinopia.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.FitMode;
import studio.sinopia.condition.Fitting;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.document.Document;
import studio.sinopia.document.Edit;
import studio.sinopia.document.Influence;
import studio.sinopia.document.Layer;
import studio.sinopia.document.LayerId;
import studio.sinopia.document.LayerLook;
import studio.sinopia.recipe.Inpainting;
import studio.sinopia.recipe.MaskedContent;
import studio.sinopia.recipe.Outpainting;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.StartPicture;
import studio.sinopia.ui.canvas.DrawingViewModel;
import studio.sinopia.ui.gallery.FinishedPicture;
import studio.sinopia.ui.prompt.SettingsViewModel;
import studio.sinopia.ui.stack.PictureIntake;

/** What can be done with a finished picture: paint on from it, repaint a part, follow it, take up what it was made with. */
public final class PictureUses {

    private static final double DENOISING = 0.75; // what users of other tools begin with

    private final DrawingViewModel drawing;
    private final SettingsViewModel settings;
    private final PictureIntake intake;

    PictureUses(DrawingViewModel drawing, SettingsViewModel settings, PictureIntake intake) {
        this.drawing = drawing;
        this.settings = settings;
        this.intake = intake;
    }

    /** The picture becomes a colour sketch above others of its kind, from which the next one begins (img2img). */
    public void paintOn(FinishedPicture picture) {
        var ground = Fitting.picture(picture.picture(), drawing.document().size(), FitMode.CROP);
        Layer layer = new Layer.Painting(
                        LayerId.random(),
                        ConditionKind.COLOURS,
                        Influence.STANDARD.withStrength(DENOISING),
                        Optional.of(ground),
                        List.of())
                .withLook(LayerLook.STANDARD.named("Seed " + picture.recipe().seed()));
        List<ConditionKind> kinds = new ArrayList<>(
                drawing.document().layers().stream().map(Layer::kind).toList());
        drawing.apply(new Edit.AddLayer(layer, kinds.lastIndexOf(ConditionKind.COLOURS) + 1));
        drawing.activate(layer.id());
    }

    /** A mask to paint on: where it is white, the picture that is shown is painted anew (inpainting). */
    public void repaint() {
        boolean masked = drawing.activeKind()
                .filter(kind -> kind == ConditionKind.INPAINT)
                .isPresent();
        if (!masked) {
            drawing.addLayer(ConditionKind.INPAINT);
        }
    }

    /** The canvas grows, and what is new of the picture lies under a mask, to be painted next (outpainting). */
    void extend(Outpainting grow, Optional<Raster> picture) {
        Document before = drawing.document();
        Size size = grow.size(before.size());
        List<Layer> layers = new ArrayList<>(before.layersOn(grow.left(), grow.top(), size));
        if (picture.isPresent()) {
            Inpainting spread =
                    new Inpainting(Inpainting.STANDARD.blur(), MaskedContent.FILL, Inpainting.STANDARD.padding());
            Raster old = Fitting.picture(picture.get(), before.size(), FitMode.CROP);
            StartPicture grown = grow.start(old, 1, spread);
            settings.inpainting().recall(spread);
            layers.replaceAll(layer -> layer.kind() == ConditionKind.INPAINT
                    ? layer.withInfluence(layer.influence().turned(false))
                    : layer);
            List<ConditionKind> kinds = layers.stream().map(Layer::kind).toList();
            layers.add(
                    kinds.lastIndexOf(ConditionKind.COLOURS) + 1,
                    whole(ConditionKind.COLOURS, grown.picture()).withLook(LayerLook.STANDARD.named("Extended")));
            layers.add(whole(ConditionKind.INPAINT, grown.mask().orElseThrow()));
        }
        drawing.takeUp(size, layers, "extending the canvas");
    }

    private static Layer whole(ConditionKind kind, Raster ground) {
        return new Layer.Painting(
                LayerId.random(), kind, Influence.STANDARD.withStrength(1), Optional.of(ground), List.of());
    }

    /** Asks whether the picture shall be traced, or a map be found in it. */
    public void follow(FinishedPicture picture) {
        intake.show("Seed " + picture.recipe().seed(), picture.picture());
    }

    /** Sets prompt, seed and settings; the drawing stays. */
    public void all(FinishedPicture picture) {
        settings.recall(picture.recipe());
    }

    /** As {@link #all}, and the seed stays as it is set. */
    public void remix(FinishedPicture picture) {
        long seed = settings.seedProperty().get();
        settings.recall(picture.recipe());
        settings.seedProperty().set(seed);
    }

    public void seed(FinishedPicture picture) {
        settings.seedProperty().set(picture.recipe().seed());
    }

    public void prompt(FinishedPicture picture) {
        Recipe recipe = picture.recipe();
        settings.promptProperty().set(recipe.prompt());
        settings.negativeProperty().set(recipe.negative());
    }

    public void size(FinishedPicture picture) {
        drawing.resize(picture.recipe().size());
    }
}
