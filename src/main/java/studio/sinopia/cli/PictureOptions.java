package studio.sinopia.cli;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.sinopia.core.Decimal;
import studio.sinopia.engine.run.Extra;
import studio.sinopia.engine.sample.NoiseCatalogue;
import studio.sinopia.engine.sample.SamplerCatalogue;
import studio.sinopia.engine.sample.ScheduleCatalogue;
import studio.sinopia.recipe.Device;
import studio.sinopia.recipe.Precision;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.Sampling;
import studio.sinopia.recipe.Wording;

/** The options that determine a picture, as they stand on the command line. {@link RecipeMaker} makes a recipe of them. */
final class PictureOptions {

    /** Names for the help. */
    static final class Samplers implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return SamplerCatalogue.names().iterator();
        }
    }

    /** Names for the help. */
    static final class Schedules implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return ScheduleCatalogue.names().iterator();
        }
    }

    /** Names for the help. */
    static final class Noises implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return NoiseCatalogue.names().iterator();
        }
    }

    /** Names and ranges for the help. */
    static final class Settings implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Extra.values())
                    .map(extra -> "%s %s to %s"
                            .formatted(extra.key(), Decimal.plain(extra.smallest()), Decimal.plain(extra.largest())))
                    .iterator();
        }
    }

    static final long RANDOM = -1;

    @Option(names = "--prompt", paramLabel = "P", required = true, description = "What to paint.")
    String prompt = "";

    @Option(names = "--negative", paramLabel = "N", description = "What to avoid.")
    String negative = "";

    @Option(
            names = "--model",
            paramLabel = "DIR_OR_FILE",
            description = "Base model: a path or a name from 'models list'. Default: the one that ships.")
    String model = "";

    @Option(
            names = "--vae",
            paramLabel = "DIR_OR_FILE",
            description = "An autoencoder (VAE) in the place of the model's own: a folder, or one .safetensors file.")
    @Nullable
    String vae;

    @Option(
            names = "--control",
            paramLabel = "KIND=IMAGE[:weight[:start-end]]",
            description = {
                "A map to obey, for example lineart=house.png:0.8:0-0.7. May be repeated.",
                "Weight 0 to 2, default 1; start and end as fractions of the steps, default 0-1."
            })
    List<String> controls = List.of();

    @Option(
            names = "--box",
            paramLabel = "\"phrase=x,y,w,h\"",
            description =
                    "Keep a phrase of the prompt inside a box; x, y, w, h are fractions of the canvas, 0 to 1. May be repeated.")
    List<String> boxes = List.of();

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "Steps of the sampler, 1 to " + Sampling.MOST_STEPS + ", default 20.")
    int steps = Sampling.STANDARD.steps();

    @Option(
            names = "--fast",
            description =
                    "Paint at once: four steps without guidance where the model brings a patch for it, as the one that"
                            + " ships does, otherwise six guided ones.")
    boolean fast;

    @Option(names = "--cfg", paramLabel = "S", description = "Guidance scale, 0 to 100, 1 is off, default 4.")
    double guidance = Recipe.STANDARD_GUIDANCE;

    @Option(
            names = "--sampler",
            paramLabel = "NAME",
            completionCandidates = Samplers.class,
            description = "${COMPLETION-CANDIDATES}; default DPM++ 2M.")
    String sampler = Sampling.STANDARD.sampler();

    @Option(
            names = "--schedule",
            paramLabel = "NAME",
            completionCandidates = Schedules.class,
            description = "Noise schedule: ${COMPLETION-CANDIDATES}; the default is automatic.")
    String schedule = Sampling.STANDARD.schedule();

    @Option(
            names = "--noise",
            paramLabel = "NAME",
            completionCandidates = Noises.class,
            description =
                    "Where noise comes from: ${COMPLETION-CANDIDATES}. CPU and GPU are what other programs call so: the"
                            + " same seed gives the same noise.")
    String noise = Sampling.STANDARD.noise();

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Of all noise, a whole number of 64 bits; -1, the default, picks one.")
    long seed = RANDOM;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            description = "In pixels, multiples of 8 or what the model needs. Default: what it was trained for.")
    @Nullable
    String size;

    @Mixin
    InpaintOptions begin = new InpaintOptions();

    @Mixin
    HiresOptions hires = new HiresOptions();

    @Option(
            names = "--lora",
            paramLabel = "FILE[:w[:t]]",
            description =
                    "A LoRA or relative, or an embedding, by path or name, with its weight, -10 to 10, default 1, and "
                            + "another for the text encoders. May be repeated. <lora:name:w> in the prompt does the same.")
    List<String> patches = List.of();

    @Option(
            names = "--control-model",
            paramLabel = "KIND=FILE",
            description =
                    "The ControlNet that serves a kind of control, as a file or folder, in place of the model's own. "
                            + "May be repeated.")
    List<String> networks = List.of();

    @Option(
            names = "--control-mode",
            paramLabel = "KIND=MODE",
            description = "Who yields where prompt and map disagree: balanced, prompt or control; default balanced.")
    List<String> modes = List.of();

    @Option(
            names = "--control-mask",
            paramLabel = "KIND=IMAGE",
            description = "White where a control is obeyed, black where not. May be repeated.")
    List<String> controlMasks = List.of();

    @Option(
            names = "--control-falloff",
            paramLabel = "KIND=F",
            description =
                    "How much less each shallower layer hears of a control, 0 to 1: 1, the default, all alike; 0.825 is"
                            + " soft. May be repeated.")
    List<String> falloffs = List.of();

    @Mixin
    ReferenceOptions references = new ReferenceOptions();

    @Option(
            names = "--seamless",
            paramLabel = "x|y|both",
            description =
                    "Let the left and right edge meet (x), the upper and lower (y), or both: a pattern without seams.")
    @Nullable
    String seamless;

    @Option(names = "--device", paramLabel = "cpu|cuda", description = "Where to compute, default cpu.")
    Device device = Device.CPU;

    @Option(names = "--precision", paramLabel = "auto|fp32|bf16", description = RenderCommand.PRECISION)
    Precision precision = Precision.AUTO;

    @Option(
            names = "--prompt-syntax",
            paramLabel = "NAME",
            description = {
                "How brackets in prompts are read: ${COMPLETION-CANDIDATES}; default strict.",
                "(word:1.2) ((more)) [less] [first:then:0.4] [odd|even] AND BREAK; \\\\( is a letter. Forgiving takes"
                        + " brackets without partners, literal takes every letter for itself."
            })
    Wording.Syntax syntax = Wording.STANDARD.syntax();

    @Option(
            names = "--emphasis",
            paramLabel = "NAME",
            description = "What weights do to words: ${COMPLETION-CANDIDATES}; default mean, which keeps the mean.")
    Wording.Emphasis emphasis = Wording.STANDARD.emphasis();

    @Option(
            names = "--told-size",
            paramLabel = "WxH[+X+Y]",
            description = "Size of the photo, and where it was cut, that SDXL is told. Default: the picture's.")
    @Nullable
    String toldSize;

    @Option(
            names = "--set",
            paramLabel = "NAME=N",
            completionCandidates = Settings.class,
            description = "A setting that only some methods know: ${COMPLETION-CANDIDATES}. May be repeated.")
    List<String> extras = List.of();
}
