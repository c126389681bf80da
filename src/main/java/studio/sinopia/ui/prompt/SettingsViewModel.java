package studio.sinopia.ui.prompt;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import studio.sinopia.control.Control;
import studio.sinopia.core.Size;
import studio.sinopia.recipe.Device;
import studio.sinopia.recipe.Extras;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.Request;
import studio.sinopia.recipe.Sampling;
import studio.sinopia.recipe.SeedPolicy;
import studio.sinopia.recipe.StartPicture;
import studio.sinopia.settings.Settings;
import studio.sinopia.ui.ModelOffer;

/** What the person asks for besides the drawing. Ranges are those that users of other tools know. */
public final class SettingsViewModel {

    /** Seed that stands for "a new one each time". */
    public static final long RANDOM_SEED = -1;

    public static final int MOST_STEPS = 150;
    public static final double LEAST_GUIDANCE = 1;
    public static final double MOST_GUIDANCE = 30;

    private final ModelOffer model;
    private final StringProperty prompt = new SimpleStringProperty(this, "prompt", "");
    private final StringProperty negative = new SimpleStringProperty(this, "negative", "");
    private final LongProperty seed = new SimpleLongProperty(this, "seed", RANDOM_SEED);
    private final ReadOnlyObjectWrapper<Optional<Long>> lastSeed =
            new ReadOnlyObjectWrapper<>(this, "lastSeed", Optional.empty());
    private final ObjectProperty<SeedPolicy> seeds = new SimpleObjectProperty<>(this, "seeds", SeedPolicy.RANDOM);
    private final IntegerProperty count = new SimpleIntegerProperty(this, "count", 1);
    private final ObjectProperty<Optional<StartPicture>> start =
            new SimpleObjectProperty<>(this, "start", Optional.empty());
    private final HiresViewModel hires = new HiresViewModel();
    private final InpaintingViewModel inpainting = new InpaintingViewModel();
    private final AdvancedViewModel advanced = new AdvancedViewModel();
    private final IntegerProperty steps;
    private final DoubleProperty guidance;
    private final StringProperty sampler;
    private final StringProperty schedule;

    /** @param last what was set the last time; names that the model does not offer give way to its usual ones */
    public SettingsViewModel(ModelOffer model, Settings last) {
        this.model = model;
        this.steps = new SimpleIntegerProperty(
                this, "steps", Math.min(MOST_STEPS, last.sampling().steps()));
        this.guidance =
                new SimpleDoubleProperty(this, "guidance", Math.clamp(last.guidance(), LEAST_GUIDANCE, MOST_GUIDANCE));
        String lastSampler = last.sampling().sampler();
        this.sampler = new SimpleStringProperty(
                this,
                "sampler",
                model.samplers().contains(lastSampler)
                        ? lastSampler
                        : model.sampling().sampler());
        String lastSchedule = last.sampling().schedule();
        this.schedule = new SimpleStringProperty(
                this, "schedule", model.schedules().contains(lastSchedule) ? lastSchedule : Sampling.AUTOMATIC);
        prompt.set(last.prompt());
        negative.set(last.negative());
        seed.addListener((property, old, now) -> {
            if (now.longValue() == RANDOM_SEED) {
                seeds.set(SeedPolicy.RANDOM);
            } else if (seeds.get() == SeedPolicy.RANDOM) {
                seeds.set(SeedPolicy.FIXED);
            }
        });
        seeds.addListener((property, old, now) -> {
            if (now == SeedPolicy.RANDOM) {
                seed.set(RANDOM_SEED);
            } else if (seed.get() == RANDOM_SEED) {
                seed.set(lastSeed.get().orElse(0L));
            }
        });
    }

    public ModelOffer model() {
        return model;
    }

    public StringProperty promptProperty() {
        return prompt;
    }

    public StringProperty negativeProperty() {
        return negative;
    }

    /** 64 bits; {@link #RANDOM_SEED} means a new one for each run. */
    public LongProperty seedProperty() {
        return seed;
    }

    /** The seed of the last run, random or not. */
    public ReadOnlyObjectProperty<Optional<Long>> lastSeedProperty() {
        return lastSeed.getReadOnlyProperty();
    }

    /** Where the seeds of the next runs come from; random whenever the seed is {@link #RANDOM_SEED}. */
    public ObjectProperty<SeedPolicy> seedsProperty() {
        return seeds;
    }

    /** How many pictures are asked for at once, 1 … {@link Request#MOST_PICTURES}. */
    public IntegerProperty countProperty() {
        return count;
    }

    /** The picture to begin from. */
    public ObjectProperty<Optional<StartPicture>> startProperty() {
        return start;
    }

    public IntegerProperty stepsProperty() {
        return steps;
    }

    /** CFG scale. */
    public DoubleProperty guidanceProperty() {
        return guidance;
    }

    public StringProperty samplerProperty() {
        return sampler;
    }

    public StringProperty scheduleProperty() {
        return schedule;
    }

    /** The second pass. */
    public HiresViewModel hires() {
        return hires;
    }

    /** How masks are used. */
    public InpaintingViewModel inpainting() {
        return inpainting;
    }

    /** What is seldom set. */
    public AdvancedViewModel advanced() {
        return advanced;
    }

    /** Keeps the seed of the last run for the next ones. */
    public void reuseSeed() {
        lastSeed.get().ifPresent(seed::set);
    }

    /** Takes over all that a recipe says except its size and its maps. */
    public void recall(Recipe recipe) {
        prompt.set(recipe.prompt());
        negative.set(recipe.negative());
        seed.set(recipe.seed());
        steps.set(recipe.sampling().steps());
        sampler.set(recipe.sampling().sampler());
        schedule.set(recipe.sampling().schedule());
        guidance.set(recipe.guidance());
        hires.recall(recipe);
        advanced.recall(recipe);
        recipe.start()
                .filter(begun -> begun.mask().isPresent())
                .ifPresent(begun -> inpainting.recall(begun.inpainting()));
    }

    /** What is asked for now, with pictures of this size. */
    public Request request(Size size) {
        boolean random = seed.get() == RANDOM_SEED;
        return new Request(
                recipe(size, List.of(), random ? 0 : seed.get()),
                random ? SeedPolicy.RANDOM : seeds.get(),
                count.get(),
                inpainting.inpainting());
    }

    /** Sets everything as it was when {@code request} was frozen. */
    public void restore(Request request) {
        recall(request.recipe());
        start.set(request.recipe().start());
        count.set(request.count());
        seed.set(
                request.seeds() == SeedPolicy.RANDOM
                        ? RANDOM_SEED
                        : request.recipe().seed());
        seeds.set(request.seeds());
        inpainting.recall(request.inpainting());
    }

    /** Sets how is painted as {@code request} says; words, seed and size stay. */
    public void adopt(Request request) {
        recall(request.recipe()
                .withPrompt(prompt.get())
                .withNegative(negative.get())
                .withSeed(seed.get()));
        inpainting.recall(request.inpainting());
        count.set(request.count());
    }

    /** Hears of every change of what is asked for. */
    public void onChange(Runnable listener) {
        properties()
                .forEach(property -> property.addListener(observable -> {
                    property.getValue(); // a property tells of its next change only to those who looked
                    listener.run();
                }));
    }

    /** All that can be set. */
    public List<Property<?>> properties() {
        return Stream.of(
                        List.of(prompt, negative, seed, seeds, count, start, steps, guidance, sampler, schedule),
                        hires.properties(),
                        inpainting.properties(),
                        advanced.properties())
                .flatMap(List::stream)
                .toList();
    }

    public Sampling sampling() {
        return new Sampling(
                sampler.get(),
                schedule.get(),
                steps.get(),
                advanced.noiseProperty().get());
    }

    /**
     * Freezes what is set now, one recipe for each picture, and goes on to the seed of the next time.
     *
     * @param fresh the seed to use when none is set
     */
    public List<Recipe> freeze(Size size, List<Control> controls, long fresh) {
        Request request = request(size);
        List<Long> chosen = request.seedsFrom(() -> fresh);
        lastSeed.set(Optional.of(chosen.getLast()));
        Request next = request.next();
        if (!next.equals(request)) {
            seed.set(next.recipe().seed());
        }
        return chosen.stream().map(each -> recipe(size, controls, each)).toList();
    }

    private Recipe recipe(Size size, List<Control> controls, long chosen) {
        var recipe = new Recipe(
                model.location(),
                prompt.get().strip(),
                negative.get().strip(),
                size,
                chosen,
                sampling(),
                guidance.get(),
                controls,
                start.get(),
                List.of(),
                Device.CPU,
                Extras.NONE);
        return advanced.applied(recipe).withHires(hires.pass(size));
    }
}
