package studio.sinopia.engine.patch;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a tensor of a patch is to the module that it changes, by the ending of its name. */
enum PatchPart {
    DOWN(
            ".lora_down.weight",
            ".lora.down.weight",
            ".lora_A.weight",
            ".lora_A.default.weight",
            ".lora_A.default_0.weight",
            ".lora_linear_layer.down.weight",
            "_lora.down.weight"),
    UP(
            ".lora_up.weight",
            ".lora.up.weight",
            ".lora_B.weight",
            ".lora_B.default.weight",
            ".lora_B.default_0.weight",
            ".lora_linear_layer.up.weight",
            "_lora.up.weight"),
    CORE(".lora_mid.weight"),
    ALPHA(".alpha"),
    HADAMARD_1_A(".hada_w1_a"),
    HADAMARD_1_B(".hada_w1_b"),
    HADAMARD_2_A(".hada_w2_a"),
    HADAMARD_2_B(".hada_w2_b"),
    HADAMARD_1_CORE(".hada_t1"),
    HADAMARD_2_CORE(".hada_t2"),
    KRONECKER_1(".lokr_w1"),
    KRONECKER_1_A(".lokr_w1_a"),
    KRONECKER_1_B(".lokr_w1_b"),
    KRONECKER_2(".lokr_w2"),
    KRONECKER_2_A(".lokr_w2_a"),
    KRONECKER_2_B(".lokr_w2_b"),
    KRONECKER_2_CORE(".lokr_t2"),
    DIFFERENCE(".diff", ".w_norm"),
    BIAS_DIFFERENCE(".diff_b", ".b_norm"),
    /** A factor for each input or output; only beside {@link #ON_INPUT}. */
    FACTORS(".weight"),
    ON_INPUT(".on_input"),
    /** The lengths of the columns or rows of the changed weight. */
    MAGNITUDE(".dora_scale"),
    /** The same as PEFT writes it: always one for each output. */
    OUTPUT_MAGNITUDE(
            ".lora_magnitude_vector", ".lora_magnitude_vector.weight", ".lora_magnitude_vector.default.weight");

    /** An ending with what it means. */
    record Ending(String text, PatchPart part) {}

    private static final List<Ending> ENDINGS = Stream.of(values())
            .flatMap(part -> part.endings.stream().map(text -> new Ending(text, part)))
            .sorted(Comparator.comparing((Ending ending) -> ending.text().length())
                    .reversed())
            .toList();

    @SuppressWarnings("ImmutableEnumChecker") // it is an unmodifiable list
    private final List<String> endings;

    PatchPart(String... endings) {
        this.endings = List.of(endings);
    }

    /** The longest known ending of a name. */
    static Optional<Ending> ending(String name) {
        return ENDINGS.stream().filter(ending -> name.endsWith(ending.text())).findFirst();
    }
}
