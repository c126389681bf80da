package studio.sinopia.engine.patch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;

/**
 * Whether a patch and a model belong together, from names alone.
 *
 * @param matched modules that the model has
 * @param strange names of what has no place in the model, in alphabetical order
 */
public record PatchFit(int matched, List<String> strange) {

    private static final int NAMED = 3;
    private static final Map<Long, String> FAMILIES = Map.of(
            768L, "Stable Diffusion 1.x",
            1024L, "Stable Diffusion 2.x",
            2048L, "Stable Diffusion XL");

    public PatchFit {
        strange = List.copyOf(strange);
    }

    /**
     * @param names the weights of each network of the model, in the spelling of diffusers
     * @param textWidth of the model's U-Net
     * @throws StudioException if the patch was made for another family, or nothing in it fits
     */
    public static PatchFit of(PatchFile patch, Map<PatchTarget, ? extends Collection<String>> names, long textWidth)
            throws StudioException {
        OptionalLong made = patch.textWidth();
        if (made.isPresent() && made.getAsLong() != textWidth) {
            throw refused(
                    patch,
                    "The patch was made for %s, the model is %s."
                            .formatted(family(made.getAsLong()), family(textWidth)));
        }
        Set<PatchModule> known = new HashSet<>();
        names.forEach((target, each) -> known.addAll(modules(target, each)));
        var strange = new TreeSet<>(patch.unknown());
        int matched = 0;
        for (PatchModule module : patch.modules()) {
            if (known.contains(module)) {
                matched++;
            } else {
                strange.add(module.toString());
            }
        }
        if (matched == 0) {
            throw refused(
                    patch,
                    "The patch was made for another kind of model: none of its %d parts has a counterpart, such as '%s'."
                            .formatted(patch.modules().size(), strange.first()));
        }
        return new PatchFit(matched, new ArrayList<>(strange));
    }

    private static Set<PatchModule> modules(PatchTarget target, Collection<String> names) {
        Set<String> all = new HashSet<>(names);
        var spellings = new ModuleSpellings(target, all::contains);
        Set<PatchModule> modules = new HashSet<>();
        for (String name : all) {
            int dot = name.lastIndexOf('.');
            if (dot > 0) {
                modules.addAll(spellings.of(name.substring(0, dot)));
            }
        }
        return modules;
    }

    private static StudioException refused(PatchFile patch, String what) {
        return new StudioException(
                new Problem(what, patch.path().toString(), "Choose a file that was made for this model's family."));
    }

    private static String family(long textWidth) {
        return FAMILIES.getOrDefault(textWidth, "a model with text vectors of %d numbers".formatted(textWidth));
    }

    /** For people: how much of the patch is used, and what is not. */
    public String report() {
        if (strange.isEmpty()) {
            return "all %d parts fit".formatted(matched);
        }
        String some = String.join(", ", strange.subList(0, Math.min(NAMED, strange.size())));
        return "%d parts fit, %d have no place in this model: %s%s"
                .formatted(matched, strange.size(), some, strange.size() > NAMED ? ", …" : "");
    }
}
