package studio.sinopia.engine.run;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.ConditionMap;
import studio.sinopia.control.Control;
import studio.sinopia.control.StepWindow;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.steer.DynamicThreshold;
import studio.sinopia.engine.steer.GuidanceRescale;
import studio.sinopia.engine.steer.KnownRegion;
import studio.sinopia.engine.steer.PerturbedAttentionGuidance;
import studio.sinopia.engine.steer.RegionalWords;
import studio.sinopia.engine.steer.Resampling;
import studio.sinopia.engine.steer.Steered;
import studio.sinopia.engine.steer.Steering;
import studio.sinopia.engine.steer.SteeringMethod;
import studio.sinopia.engine.steer.WatchMoment;
import studio.sinopia.engine.steer.WindowTiles;
import studio.sinopia.engine.vae.Pictures;
import studio.sinopia.recipe.Extras;
import studio.sinopia.recipe.Recipe;

/** Chooses the steering methods that a recipe asks for. */
final class RecipeSteering {

    private RecipeSteering() {}

    /**
     * Those that act during the walk; what changes weights acts before, while the model is loaded; tensors belong to the open scope.
     *
     * @param walk the one that they act in
     * @param known what inpainting keeps, or nothing
     * @param watchers who looks on
     */
    static Steering of(
            Plan plan,
            LoadedModel model,
            Walk walk,
            List<KnownRegion> known,
            List<? extends WatchMoment> watchers,
            NDManager run,
            Consumer<String> loading)
            throws StudioException {
        Recipe recipe = walk.recipe();
        Extras extras = recipe.extras();
        List<Steered> methods = new ArrayList<>();
        int lastLayers = (int) Extra.CLIP_SKIP.in(extras, 1);
        boolean silent = Extra.ZERO_NEGATIVE.in(extras, plan.model().silentWhenEmpty() ? 1 : 0) > 0;
        PromptScripts scripts = PromptScripts.of(
                recipe, walk, model.reader(lastLayers, recipe.wording().emphasis()), silent);
        methods.add(Steered.always(scripts.prompt()));
        if ((recipe.guidance() != 1 || scripts.isComposed()) && !plan.model().readsGuidance()) {
            methods.add(Steered.always(scripts.guidance(recipe.guidance())));
        }
        add(methods, new PerturbedAttentionGuidance(), Extra.PERTURBED_ATTENTION.in(extras, 0));
        add(methods, new GuidanceRescale(), Extra.GUIDANCE_RESCALE.in(extras, 0));
        for (Control control : recipe.controls()) {
            if (control instanceof Control.Structure structure && structure.strength() > 0) {
                NDArray hint = hint(structure.map(), run); // [1, 3, height, width]
                var residual = model.control(structure, hint, loading);
                methods.add(Steered.of(residual, structure.window(), structure.strength()));
            }
            if (control instanceof Control.Reference reference && reference.strength() > 0) {
                methods.add(Steered.of(model.reference(reference, loading), reference.window(), reference.strength()));
            }
        }
        List<RegionalWords.Region> regions = PhraseRegions.of(recipe, scripts.first(), model.firstTower());
        if (!regions.isEmpty()) {
            methods.add(Steered.always(new RegionalWords(regions)));
        }
        double quantile = Extra.DYNAMIC_THRESHOLD.in(extras, 1);
        if (quantile < 1) {
            methods.add(Steered.always(new DynamicThreshold(quantile)));
        }
        known.forEach(region -> methods.add(Steered.always(region)));
        int times = (int) Extra.RESAMPLE.in(extras, 1);
        if (times > 1) {
            methods.add(Steered.always(new Resampling(times)));
        }
        tiles(plan, methods);
        watchers.forEach(watcher -> methods.add(Steered.always(watcher)));
        return new Steering(methods);
    }

    private static NDArray hint(ConditionMap map, NDManager run) {
        return map.kind() == ConditionKind.INPAINT
                ? Pictures.hintWithHoles(run, map.raster())
                : Pictures.hint(run, map.raster());
    }

    private static void add(List<Steered> methods, SteeringMethod method, double strength) {
        if (strength > 0) {
            methods.add(Steered.of(method, StepWindow.ALWAYS, strength));
        }
    }

    private static void tiles(Plan plan, List<Steered> methods) {
        Extras extras = plan.recipe().extras();
        int side = (int) Extra.TILE.in(extras, 0) / plan.model().reduction();
        if (side > 0) {
            int stride = (int) Extra.TILE_STRIDE.in(extras, 0) / plan.model().reduction();
            methods.add(
                    Steered.always(new WindowTiles(side, stride > 0 ? Math.min(stride, side) : Math.max(1, side / 2))));
        }
    }
}
