package studio.sinopia.recipe;

import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;

/**
 * What is asked for beside the drawing, before it is frozen into recipes.
 *
 * @param recipe all that is set; its seed counts unless the policy is random, its controls come from the drawing
 * @param seeds where seeds come from
 * @param count how many pictures at once, 1 … {@value #MOST_PICTURES}
 * @param inpainting how the place inside a mask is painted, if one is drawn
 */
public record Request(Recipe recipe, SeedPolicy seeds, int count, Inpainting inpainting) {

    public static final int MOST_PICTURES = 100;

    public Request {
        if (count < 1 || count > MOST_PICTURES) {
            throw new IllegalArgumentException("Count needs 1 to %d, got %d".formatted(MOST_PICTURES, count));
        }
    }

    /** With masks used as people expect. */
    public Request(Recipe recipe, SeedPolicy seeds, int count) {
        this(recipe, seeds, count, Inpainting.STANDARD);
    }

    /** One picture of {@code recipe}. */
    public static Request of(Recipe recipe) {
        return new Request(recipe, SeedPolicy.FIXED, 1);
    }

    /**
     * The seeds of all pictures, one after another from the first, so that each picture can be asked for again alone.
     *
     * @param fresh gives a new seed each time
     */
    public List<Long> seedsFrom(LongSupplier fresh) {
        long first = seeds == SeedPolicy.RANDOM ? fresh.getAsLong() : recipe.seed();
        return LongStream.range(0, count).map(i -> first + i).boxed().toList();
    }

    /** What is set after these pictures have been asked for. */
    public Request next() {
        return seeds == SeedPolicy.INCREMENT
                ? new Request(recipe.withSeed(recipe.seed() + count), seeds, count, inpainting)
                : this;
    }
}
