package studio.sinopia.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.sinopia.control.Control;
import studio.sinopia.core.Decimal;
import studio.sinopia.recipe.HiresPass;
import studio.sinopia.recipe.Inpainting;
import studio.sinopia.recipe.MaskedContent;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.Sampling;
import studio.sinopia.recipe.StartPicture;
import studio.sinopia.recipe.WeightPatch;

/**
 * A recipe as the text that AUTOMATIC1111's web interface puts under the PNG keyword {@code parameters} and that most
 * galleries and sites read: the prompt, a line {@code Negative prompt: …} if there is one, and a last line of pairs in a
 * fixed order. It says less than the recipe; what it cannot say (maps, masks) is left out.
 */
final class ParametersText {

    private static final String SHIPPED_MODEL = "storybook";

    private ParametersText() {}

    /** @param modelHash ten hexadecimal digits */
    static String of(Recipe recipe, Optional<String> modelHash) {
        var text = new StringBuilder(recipe.prompt());
        for (WeightPatch patch : recipe.patches()) {
            text.append(tag(patch));
        }
        text.append('\n');
        if (!recipe.negative().isEmpty()) {
            text.append("Negative prompt: ").append(recipe.negative()).append('\n');
        }
        return text.append(String.join(", ", pairs(recipe, modelHash)))
                .toString()
                .replace('\0', ' ');
    }

    /** Weights that differ are named, because programs disagree on their order. */
    private static String tag(WeightPatch patch) {
        String weight = Decimal.plain(patch.weight());
        return patch.weight() == patch.textWeight()
                ? "<lora:%s:%s>".formatted(name(patch.file()), weight)
                : "<lora:%s:te=%s:unet=%s>".formatted(name(patch.file()), Decimal.plain(patch.textWeight()), weight);
    }

    private static List<String> pairs(Recipe recipe, Optional<String> modelHash) {
        var pairs = new ArrayList<String>();
        Sampling sampling = recipe.sampling();
        pairs.add(pair("Steps", String.valueOf(sampling.steps())));
        pairs.add(pair("Sampler", sampling.sampler()));
        boolean automatic = sampling.schedule().equals(Sampling.AUTOMATIC);
        pairs.add(pair("Schedule type", automatic ? "Automatic" : sampling.schedule()));
        pairs.add(pair("CFG scale", Decimal.plain(recipe.guidance())));
        pairs.add(pair("Seed", String.valueOf(recipe.seed())));
        pairs.add(pair("Size", recipe.size().toString()));
        modelHash.ifPresent(hash -> pairs.add(pair("Model hash", hash)));
        pairs.add(pair("Model", recipe.model().isEmpty() ? SHIPPED_MODEL : name(recipe.model())));
        recipe.start().ifPresent(start -> begin(start, pairs));
        recipe.hires().ifPresent(hires -> hires(hires, pairs));
        pairs.add(pair("RNG", sampling.noise().equals(Sampling.OWN_NOISE) ? "CPU" : sampling.noise()));
        int unit = 0;
        for (Control control : recipe.controls()) {
            if (control instanceof Control.Structure structure) {
                pairs.add(pair("ControlNet " + unit++, unit(structure)));
            }
        }
        pairs.add(pair("Version", "Sinopia " + version()));
        return pairs;
    }

    private static void hires(HiresPass hires, List<String> pairs) {
        pairs.add(pair("Hires denoising strength", Decimal.plain(hires.strength())));
        pairs.add(pair("Hires resize", hires.size().toString()));
        if (hires.steps() > 0) {
            pairs.add(pair("Hires steps", String.valueOf(hires.steps())));
        }
        pairs.add(pair("Hires upscaler", hires.upscaler().title()));
    }

    /** With the names of AUTOMATIC1111's web interface, where what is usual there is not said. */
    private static void begin(StartPicture start, List<String> pairs) {
        pairs.add(pair("Denoising strength", Decimal.plain(start.strength())));
        if (start.mask().isPresent()) {
            Inpainting inpainting = start.inpainting();
            pairs.add(pair("Mask blur", String.valueOf(inpainting.blur())));
            if (inpainting.padding().isPresent()) {
                pairs.add(pair("Inpaint area", "Only masked"));
                pairs.add(pair(
                        "Masked area padding",
                        String.valueOf(inpainting.padding().getAsInt())));
            }
            if (inpainting.content() != MaskedContent.ORIGINAL) {
                pairs.add(pair("Masked content", inpainting.content().title()));
            }
        }
    }

    /** The eleven fields that sd-webui-controlnet expects, in its order; -1 stands for "not used". */
    private static String unit(Control.Structure control) {
        return String.join(
                ", ",
                "Module: none",
                "Model: " + control.map().kind().key(),
                "Weight: " + Decimal.plain(control.strength()),
                "Resize Mode: Just Resize",
                "Processor Res: -1",
                "Threshold A: -1",
                "Threshold B: -1",
                "Guidance Start: " + Decimal.plain(control.window().start()),
                "Guidance End: " + Decimal.plain(control.window().end()),
                "Pixel Perfect: False",
                "Control Mode: " + control.mode().title());
    }

    private static String pair(String key, String value) {
        boolean plain =
                !value.startsWith("\"") && value.chars().noneMatch(c -> c == ',' || c == ':' || c == '\n' || c == '\r');
        return key + ": " + (plain ? value : quoted(value));
    }

    private static String quoted(String value) {
        String escaped = value.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
        return '"' + escaped + '"';
    }

    /** The file's name without its folders and ending. */
    private static String name(String file) {
        String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        return name.replaceFirst("\\.(safetensors|ckpt|pt|bin)$", "");
    }

    private static String version() {
        String version = ParametersText.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
