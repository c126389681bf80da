package studio.sinopia.measure;

import java.nio.file.Path;
import java.util.List;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.conformance.Check;
import studio.sinopia.engine.conformance.Comparison;
import studio.sinopia.engine.conformance.Recorded;
import studio.sinopia.engine.tensor.Torch;

/** Runs the engine on a folder of recorded numbers and says how far off it is, tensor by tensor. */
public final class Conformance {

    private final List<Check> checks;

    /** @param checks what to compute again; each decides by itself whether a folder holds something for it */
    public Conformance(List<Check> checks) {
        this.checks = List.copyOf(checks);
    }

    /**
     * What came of a folder.
     *
     * @param comparisons one for each recorded tensor that was computed again
     * @param uncovered recorded tensors that no check knows
     */
    public record Report(List<Comparison> comparisons, List<String> uncovered) {

        public Report {
            comparisons = List.copyOf(comparisons);
            uncovered = List.copyOf(uncovered);
        }

        /** True if something was compared and all of it is within its tolerance. */
        public boolean passed() {
            return !comparisons.isEmpty() && comparisons.stream().allMatch(Comparison::passed);
        }
    }

    /** @throws StudioException if the folder or a model in it cannot be used */
    public Report run(Torch torch, Path folder) throws StudioException {
        try (Recorded recorded = Recorded.open(folder)) {
            for (Check check : checks) {
                check.run(torch, recorded);
            }
            return new Report(recorded.comparisons(), recorded.uncovered());
        }
    }
}
