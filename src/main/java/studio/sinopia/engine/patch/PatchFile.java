package studio.sinopia.engine.patch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.weights.ForeignFormat;
import studio.sinopia.engine.weights.SafetensorsFile;
import studio.sinopia.engine.weights.TensorEntry;

/**
 * A file that changes weights: LoRA, LoCon, LoHa, LoKr, DoRA, IA3 or full differences, in the names of kohya's trainer, LyCORIS,
 * diffusers (old and new) or PEFT.
 */
public final class PatchFile implements AutoCloseable {

    private static final Set<PatchPart> CHANGES = Set.of(
            PatchPart.DOWN,
            PatchPart.HADAMARD_1_A,
            PatchPart.KRONECKER_1,
            PatchPart.KRONECKER_1_A,
            PatchPart.DIFFERENCE,
            PatchPart.BIAS_DIFFERENCE,
            PatchPart.ON_INPUT);

    private final SafetensorsFile file;
    private final Map<PatchModule, Factors> modules;
    private final List<String> unknown;

    private PatchFile(SafetensorsFile file, Map<PatchModule, Factors> modules, List<String> unknown) {
        this.file = file;
        this.modules = modules;
        this.unknown = List.copyOf(unknown);
    }

    /** @throws StudioException if it is no such file */
    public static PatchFile open(Path path) throws StudioException {
        ForeignFormat.refuse(path);
        SafetensorsFile file = SafetensorsFile.open(path);
        boolean fine = false;
        try {
            PatchFile patch = read(file);
            fine = true;
            return patch;
        } finally {
            if (!fine) {
                file.close();
            }
        }
    }

    private static PatchFile read(SafetensorsFile file) throws StudioException {
        Map<PatchModule, Map<PatchPart, String>> keys = new LinkedHashMap<>();
        List<String> unknown = new ArrayList<>();
        for (String key : file.entries().keySet()) {
            Optional<PatchPart.Ending> ending = PatchPart.ending(key);
            Optional<PatchModule> module = ending.flatMap(end ->
                    PatchModule.read(key.substring(0, key.length() - end.text().length())));
            if (module.isPresent()) {
                keys.computeIfAbsent(module.get(), first -> new EnumMap<>(PatchPart.class))
                        .put(ending.orElseThrow().part(), key);
            } else {
                unknown.add(key);
            }
        }
        var told = ToldScales.read(file.metadata());
        Map<PatchModule, Factors> modules = new HashMap<>();
        keys.forEach((module, parts) -> {
            if (parts.keySet().stream().anyMatch(CHANGES::contains)) {
                OptionalDouble scale = parts.containsKey(PatchPart.ALPHA) ? OptionalDouble.empty() : told.of(module);
                modules.put(module, new Factors(file, module, parts, scale));
            } else {
                unknown.addAll(parts.values());
            }
        });
        if (modules.isEmpty()) {
            throw new StudioException(new Problem(
                    "The file changes no weights, so it is not a LoRA or one of its relatives.",
                    file.path().toString(),
                    "Choose a LoRA; 'sinopia models inspect' says what this file is."));
        }
        return new PatchFile(file, modules, unknown);
    }

    public Path path() {
        return file.path();
    }

    /** What it changes. */
    public Set<PatchModule> modules() {
        return modules.keySet();
    }

    /** Names of tensors that are of no known kind. */
    public List<String> unknown() {
        return unknown;
    }

    Optional<Factors> factors(PatchModule module) {
        return Optional.ofNullable(modules.get(module));
    }

    /** Width of the text vectors of the U-Net for which it was made; empty if nothing in it tells. */
    public OptionalLong textWidth() {
        return modules.values().stream()
                .filter(factors -> factors.module().target() == PatchTarget.UNET
                        && factors.module().path().matches(".*attn2_to_[kv]"))
                .map(this::inputs)
                .flatMapToLong(OptionalLong::stream)
                .findFirst();
    }

    /** Width of the first text encoder's vectors; empty if it does not change it. */
    public OptionalLong encoderWidth() {
        return modules.values().stream()
                .filter(factors -> factors.module().target() == PatchTarget.TEXT_ENCODER
                        && factors.module().path().endsWith("_self_attn_q_proj"))
                .map(this::inputs)
                .flatMapToLong(OptionalLong::stream)
                .findFirst();
    }

    private OptionalLong inputs(Factors factors) {
        for (PatchPart part : List.of(PatchPart.DOWN, PatchPart.HADAMARD_1_B, PatchPart.DIFFERENCE)) {
            if (factors.has(part)) {
                List<Long> shape = shape(factors, part);
                return shape.size() < 2 ? OptionalLong.empty() : OptionalLong.of(shape.get(1));
            }
        }
        long first = columns(factors, PatchPart.KRONECKER_1, PatchPart.KRONECKER_1_B);
        long second = columns(factors, PatchPart.KRONECKER_2, PatchPart.KRONECKER_2_B);
        return first > 0 && second > 0 ? OptionalLong.of(first * second) : OptionalLong.empty();
    }

    private long columns(Factors factors, PatchPart whole, PatchPart right) {
        PatchPart part = factors.has(whole) ? whole : right;
        List<Long> shape = factors.has(part) ? shape(factors, part) : List.of();
        return shape.size() < 2 ? 0 : shape.get(1);
    }

    private List<Long> shape(Factors factors, PatchPart part) {
        return file.find(factors.keys().getOrDefault(part, ""))
                .map(TensorEntry::shape)
                .orElse(List.of());
    }

    @Override
    public void close() {
        file.close();
    }
}
