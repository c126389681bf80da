package studio.sinopia.measure;

import java.util.function.IntFunction;
import studio.sinopia.core.Size;
import studio.sinopia.world.Edition;
import studio.sinopia.world.Illustrator;
import studio.sinopia.world.SceneMaker;

/** Scenes of the illustrated world that no training has seen, by number, the same each time. */
public final class HeldOutScenes implements IntFunction<BenchScene> {

    private final Illustrator illustrator;
    private final SceneMaker maker;

    /** @param size of the pictures */
    public HeldOutScenes(Size size, Edition edition) {
        this.illustrator = new Illustrator(size);
        this.maker = new SceneMaker(size, edition);
    }

    @Override
    public BenchScene apply(int number) {
        return new BenchScene(illustrator.draw(maker.scene(SceneMaker.VALIDATION_SEEDS + number)));
    }
}
