package studio.sinopia.export.metadata;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.sample.SamplerCatalogue;
import studio.sinopia.engine.sample.ScheduleCatalogue;

/** Samplers and noise schedules of other tools by the names they have here. */
final class SamplerNames {

    private static final Map<String, String> SAMPLERS = Map.ofEntries(
            Map.entry("eulera", "Euler a"),
            Map.entry("eulerancestral", "Euler a"),
            Map.entry("dpm2", "DPM2"),
            Map.entry("dpm2ancestral", "DPM2 a"),
            Map.entry("kdpm2", "DPM2"),
            Map.entry("kdpm2a", "DPM2 a"),
            Map.entry("dpmpp2m", "DPM++ 2M"),
            Map.entry("dpmpp2msde", "DPM++ 2M SDE"),
            Map.entry("dpmpp3msde", "DPM++ 3M SDE"),
            Map.entry("dpmppsde", "DPM++ SDE"),
            Map.entry("dpmpp2sancestral", "DPM++ 2S a"),
            Map.entry("dpmpp2s", "DPM++ 2S"),
            Map.entry("dpmpp2sa", "DPM++ 2S a"),
            Map.entry("unipc", "UniPC"),
            Map.entry("unipcbh2", "UniPC"),
            Map.entry("ddimv3", "DDIM"),
            Map.entry("plms", "PLMS"),
            Map.entry("pndm", "PNDM"));

    private static final Map<String, String> SCHEDULES = Map.of(
            "karras", "Karras",
            "exponential", "Exponential",
            "polyexponential", "Exponential",
            "sgmuniform", "SGM Uniform",
            "ddimuniform", "Leading",
            "simple", "Simple",
            "beta", "Beta",
            "normal", "Normal",
            "uniform", "Normal",
            "ays", "Align Your Steps");

    private SamplerNames() {}

    /** What a tool's name for a sampler says: the sampler, and perhaps the schedule. */
    record Named(Optional<String> sampler, Optional<String> schedule) {}

    /** Reads {@code dpmpp_2m_sde_gpu}, {@code DPM++ 2M Karras}, {@code k_euler}, {@code dpmpp_2m_k} and the like. */
    static Named sampler(String name) {
        String letters = letters(name);
        Optional<String> schedule = Optional.empty();
        for (Map.Entry<String, String> ending : SCHEDULES.entrySet()) {
            if (letters.endsWith(ending.getKey())
                    && letters.length() > ending.getKey().length()) {
                letters =
                        letters.substring(0, letters.length() - ending.getKey().length());
                schedule = Optional.of(ending.getValue());
                break;
            }
        }
        String lower = name.strip().toLowerCase(Locale.ROOT);
        if (lower.endsWith("_k")) {
            letters = letters.substring(0, letters.length() - 1);
            schedule = Optional.of("Karras");
        }
        if (lower.startsWith("k_")) {
            letters = letters.substring(1);
        }
        if (lower.endsWith("_gpu")) {
            letters = letters.substring(0, letters.length() - "gpu".length());
        }
        return new Named(known(letters), schedule);
    }

    /** A schedule by its name here, if there is such a one. */
    static Optional<String> schedule(String name) {
        String letters = letters(name);
        if (letters.equals("automatic")) {
            return Optional.of("automatic");
        }
        try {
            return Optional.of(SCHEDULES.getOrDefault(
                    letters, ScheduleCatalogue.parse(name).title()));
        } catch (StudioException unknown) {
            return Optional.ofNullable(SCHEDULES.get(letters));
        }
    }

    private static Optional<String> known(String letters) {
        String alias = SAMPLERS.get(letters);
        if (alias != null) {
            return Optional.of(alias);
        }
        return SamplerCatalogue.names().stream()
                .filter(name -> letters(name).equals(letters))
                .findFirst();
    }

    /** {@code DPM++ 2M} and {@code dpmpp_2m} are one. */
    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replace("++", "pp").replaceAll("[^a-z0-9]", "");
    }
}
