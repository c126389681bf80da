package studio.sinopia.engine.sample;

import java.util.List;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Spelling;
import studio.sinopia.core.StudioException;

/** The samplers by the names that users of other programs know. */
public final class SamplerCatalogue {

    private static final List<Entry> ENTRIES = List.of(
            new Entry("Euler", StepConvention.FRACTIONAL, 1, false),
            new Entry("Euler a", StepConvention.FRACTIONAL, 1, true),
            new Entry("Heun", StepConvention.FRACTIONAL, 2, false),
            new Entry("DDIM", StepConvention.WHOLE, 1, false),
            new Entry("DPM++ 2M", StepConvention.OPEN_END, 1, false),
            new Entry("DPM++ 2M SDE", StepConvention.OPEN_END, 1, true),
            new Entry("DPM++ SDE", StepConvention.FRACTIONAL, 2, true),
            new Entry("UniPC", StepConvention.OPEN_END, 1, false),
            new Entry("LCM", StepConvention.DISTILLED, 1, true));

    private SamplerCatalogue() {}

    /**
     * A sampler as a choice.
     *
     * @param name to show and to store
     * @param convention how it lays its steps
     * @param evaluations of the network in a step, the last one perhaps fewer
     * @param stochastic whether it draws fresh noise when nothing else is said
     */
    public record Entry(String name, StepConvention convention, int evaluations, boolean stochastic) {

        /** The sampler with its usual share of fresh noise. */
        public Sampler sampler() {
            return sampler(stochastic ? 1 : 0);
        }

        /** @param eta share of fresh noise, 0 … 1; samplers that draw none, or always do, ignore it */
        public Sampler sampler(double eta) {
            return switch (name) {
                case "Euler" -> new EulerSampler();
                case "Euler a" -> new EulerAncestralSampler(eta);
                case "Heun" -> new HeunSampler();
                case "DDIM" -> new DdimSampler(eta);
                case "DPM++ 2M" -> new Dpmpp2mSampler();
                case "DPM++ 2M SDE" -> new Dpmpp2mSdeSampler(eta);
                case "DPM++ SDE" -> new DpmppSdeSampler(eta);
                case "UniPC" -> new UniPcSampler();
                case "LCM" -> new LcmSampler();
                default -> throw new IllegalStateException("No sampler behind the entry " + name);
            };
        }
    }

    public static List<Entry> entries() {
        return ENTRIES;
    }

    /** Names in the order in which to offer them. */
    public static List<String> names() {
        return ENTRIES.stream().map(Entry::name).toList();
    }

    /** Finds a sampler by name, ignoring case and spaces, or says which there are. */
    public static Entry parse(String name) throws StudioException {
        return ENTRIES.stream()
                .filter(entry -> Spelling.same(entry.name(), name))
                .findFirst()
                .orElseThrow(() -> new StudioException(
                        new Problem("There is no sampler '" + name + "'.", "sampler", Spelling.remedy(name, names()))));
    }
}
