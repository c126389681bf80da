package studio.sinopia.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.sinopia.condition.ConditionKind;
import studio.sinopia.condition.ConditionMap;
import studio.sinopia.control.Control;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.Colour;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.engine.steer.Steering;
import studio.sinopia.engine.tensor.Torch;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.Sampling;

class PictureRunTest {

    @Test
    void noTensorOutlivesARun(@TempDir Path folder) throws Exception {
        try (Torch torch = Torch.open()) {
            Path modelFolder = TinyModel.write(torch, folder.resolve("model"));
            Size size = new Size(64, 64);
            Raster map = Raster.filled(size, Colour.WHITE);
            Recipe recipe = Recipe.of("a tree", size, 1)
                    .withSampling(new Sampling("UniPC", Sampling.AUTOMATIC, 3))
                    .withControls(List.of(new Control.Structure(new ConditionMap(ConditionKind.LINEART, map))));
            Plan plan = Plan.of(recipe, RunOptions.in(folder), modelFolder, 0);
            try (var store = new ModelStore(torch)) {
                List<Integer> counts = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    LoadedModel model =
                            store.get(plan.model(), List.of(), new Steering(List.of()), List.of(), List.of(), w -> {});
                    var run = new PictureRun(
                            new RunId("leak"), plan, model, torch.manager(), event -> {}, new Cancellation());
                    run.decode(run.sample(RunOptions.in(folder)));
                    counts.add(torch.manager().getManagedArrays().size());
                }
                assertEquals(counts.get(0), counts.get(1), counts.toString());
                assertEquals(counts.get(0), counts.get(3), counts.toString());
            }
        }
    }
}
