package studio.sinopia.engine.sample;

import java.util.List;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Spelling;
import studio.sinopia.core.StudioException;

/** The samplers by the names that users of other programs know. */
public final class SamplerCatalogue {

    private static final List<Entry> ENTRIES = List.of(
            new Entry("Euler", StepConvention.FRACTIONAL, 1, 0),
            new Entry("Euler a", StepConvention.FRACTIONAL, 1, 1),
            new Entry("Heun", StepConvention.FRACTIONAL, 2, 0),
            new Entry("Restart", StepConvention.FRACTIONAL_WITH_RESTARTS, 2, 0),
            new Entry("LMS", StepConvention.FRACTIONAL, 1, 0),
            new Entry("DPM2", StepConvention.FRACTIONAL_BUT_KARRAS, 2, 0),
            new Entry("DPM2 a", StepConvention.FRACTIONAL_BUT_KARRAS, 2, 1),
            new Entry("DPM++ 2M", StepConvention.OPEN_END, 1, 0),
            new Entry("DPM++ 2M SDE", StepConvention.OPEN_END, 1, 1),
            new Entry("DPM++ 2M SDE Heun", StepConvention.OPEN_END, 1, 1),
            new Entry("DPM++ SDE", StepConvention.FRACTIONAL, 2, 1),
            new Entry("DPM++ 3M SDE", StepConvention.OPEN_END, 1, 1),
            new Entry("DPM++ 2S a", StepConvention.FRACTIONAL, 2, 1),
            new Entry("DPM++ 2S", StepConvention.OPEN_END, 1, 0),
            new Entry("DPM++ 3S", StepConvention.OPEN_END, 1, 0),
            new Entry("DPM++ 3M", StepConvention.OPEN_END, 1, 0),
            new Entry("UniPC", StepConvention.OPEN_END, 1, 0),
            new Entry("DEIS", StepConvention.OPEN_END_ABOVE_ZERO, 1, 0),
            new Entry("DEIS 3M", StepConvention.OPEN_END_ABOVE_ZERO, 1, 0),
            new Entry("DDIM", StepConvention.WHOLE, 1, 0),
            new Entry("DDPM", StepConvention.WHOLE_TO_CLEAN, 1, 1),
            new Entry("PLMS", StepConvention.WHOLE, 1, 0),
            new Entry("PNDM", StepConvention.WHOLE, 1, 0),
            new Entry("LCM", StepConvention.DISTILLED, 1, 1),
            new Entry("TCD", StepConvention.DISTILLED_ABOVE_ZERO, 1, 0.3));

    private SamplerCatalogue() {}

    /**
     * A sampler as a choice.
     *
     * @param name to show and to store
     * @param convention how it lays its steps
     * @param evaluations of the network in a step; the last one asks once, the first ones of PLMS and PNDM more often
     * @param eta share of fresh noise when nothing else is said, 0 … 1
     */
    public record Entry(String name, StepConvention convention, int evaluations, double eta) {

        /** The sampler with its usual share of fresh noise. */
        public Sampler sampler() {
            return sampler(eta);
        }

        /** @param share of fresh noise, 0 … 1; samplers that draw none, or always do, ignore it */
        public Sampler sampler(double share) {
            return switch (name) {
                case "Euler" -> new EulerSampler();
                case "Euler a" -> new EulerAncestralSampler(share);
                case "Heun" -> new HeunSampler();
                case "Restart" -> new RestartSampler();
                case "LMS" -> new LmsSampler();
                case "DPM2" -> new Dpm2Sampler(0);
                case "DPM2 a" -> new Dpm2Sampler(share);
                case "DPM++ 3M SDE" -> new Dpmpp3mSdeSampler(share);
                case "DPM++ 2S a" -> new Dpmpp2sAncestralSampler(share);
                case "DPM++ 2S" -> new DpmppSinglestepSampler(2);
                case "DPM++ 3S" -> new DpmppSinglestepSampler(3);
                case "DPM++ 3M" -> new Dpmpp3mSampler();
                case "DEIS" -> new DeisSampler(2);
                case "DEIS 3M" -> new DeisSampler(3);
                case "DDIM", "DDPM" -> new DdimSampler(share);
                case "DPM++ 2M" -> new Dpmpp2mSampler();
                case "DPM++ 2M SDE" -> new Dpmpp2mSdeSampler(share, Dpmpp2mSdeSampler.Correction.MIDPOINT);
                case "DPM++ 2M SDE Heun" -> new Dpmpp2mSdeSampler(share, Dpmpp2mSdeSampler.Correction.HEUN);
                case "DPM++ SDE" -> new DpmppSdeSampler(share);
                case "UniPC" -> new UniPcSampler();
                case "PLMS" -> new PlmsSampler();
                case "PNDM" -> new PndmSampler();
                case "LCM" -> new LcmSampler();
                case "TCD" -> new TcdSampler(share);
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
