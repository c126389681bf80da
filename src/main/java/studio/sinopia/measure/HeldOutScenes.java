package studio.sinopia.measure;

import java.util.function.IntFunction;
import studio.sinopia.core.Size;
import studio.sinopia.world.Illustrator;
import studio.sinopia.world.RenderedScene;
import studio.sinopia.world.SceneMaker;

/** Scenes of the illustrated world that no training has seen, by number, the same each time. */
public final class HeldOutScenes implements IntFunction<BenchScene> {

    private final Illustrator illustrator;
    private final SceneMaker maker;

    /** @param size of the pictures */
    public HeldOutScenes(Size size) {
        this.illustrator = new Illustrator(size);
        this.maker = new SceneMaker(size);
    }

    @Override
    public BenchScene apply(int number) {
        RenderedScene scene = illustrator.draw(maker.scene(SceneMaker.VALIDATION_SEEDS + number));
        return new BenchScene(
                scene.spec().seed(), scene.captions().getFirst(), scene.picture(), scene.lineArt(), scene.segments());
    }
}
