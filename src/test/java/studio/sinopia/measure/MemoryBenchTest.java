package studio.sinopia.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.Colour;
import studio.sinopia.core.Raster;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import studio.sinopia.recipe.Recipe;

class MemoryBenchTest {

    private static final Size SIZE = new Size(8, 8);
    private final List<Long> seeds = new ArrayList<>();

    @Test
    void memoryThatStaysDoesNotGrow() throws StudioException {
        assertThat(measure(100, 0).growth()).isZero();
    }

    @Test
    void aLeakShowsAsGrowth() throws StudioException { // 1010 + 10 i: means 1155 over 10 … 19, 1955 over 90 … 99
        assertThat(measure(100, 10).growth()).isCloseTo(1955.0 / 1155 - 1, within(1e-9));
    }

    @Test
    void whatIsTakenWhileWarmingUpIsNoGrowth() throws StudioException {
        var picture = new AtomicLong();
        var report = new MemoryBench(this::paint, () -> picture.incrementAndGet() <= 10 ? 500 : 1000)
                .run(100, Recipe.of("a cat", SIZE, 7), done -> {}, new Cancellation());
        assertThat(report.growth()).isZero();
    }

    @Test
    void firstLastAndMostAreTold() throws StudioException {
        var held = new ArrayDeque<>(List.of(400L, 900L));
        var report = new MemoryBench(this::paint, () -> Objects.requireNonNullElse(held.poll(), 420L))
                .run(20, Recipe.of("a cat", SIZE, 7), done -> {}, new Cancellation());
        assertThat(List.of(report.firstBytes(), report.lastBytes(), report.peakBytes()))
                .containsExactly(400L, 420L, 900L);
    }

    @Test
    void memoryThatNobodyKnowsIsAProblem() {
        var unknown = new MemoryBench(this::paint, () -> 0);
        assertThatThrownBy(() -> unknown.run(20, Recipe.of("a cat", SIZE, 7), done -> {}, new Cancellation()))
                .isInstanceOf(StudioException.class)
                .hasMessageContaining("not known");
    }

    @Test
    void everyPictureHasASeedOfItsOwn() throws StudioException {
        measure(20, 0);
        assertThat(seeds).hasSize(20).doesNotHaveDuplicates();
    }

    private MemoryBench.Report measure(int pictures, long leak) throws StudioException {
        var held = new AtomicLong(1000);
        return new MemoryBench(this::paint, () -> held.addAndGet(leak))
                .run(pictures, Recipe.of("a cat", SIZE, 7), done -> {}, new Cancellation());
    }

    private Raster paint(Recipe recipe, Cancellation cancellation) {
        seeds.add(recipe.seed());
        return Raster.filled(SIZE, Colour.hex("#ffffff"));
    }
}
