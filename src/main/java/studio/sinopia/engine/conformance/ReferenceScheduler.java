package studio.sinopia.engine.conformance;

import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The reference's schedulers by the names of this program's samplers. */
final class ReferenceScheduler {

    private static final String USUAL_SPACING = "linspace";

    private ReferenceScheduler() {}

    /**
     * Finds the sampler that does the same.
     *
     * @param config with {@code _class_name}; settings that the class ignores are overwritten
     * @return empty if this program has none, or not with these settings
     */
    static Optional<String> sampler(ObjectNode config) {
        if (config.path("thresholding").asBoolean(false)
                || config.path("use_flow_sigmas").asBoolean(false)) {
            return Optional.empty();
        }
        return switch (config.path("_class_name").asString("")) {
            case "DDIMScheduler" -> Optional.of("DDIM");
            case "DDPMScheduler" -> ancestral(config);
            case "PNDMScheduler" -> Optional.of(config.path("skip_prk_steps").asBoolean(false) ? "PLMS" : "PNDM");
            case "EulerDiscreteScheduler", "FlowMatchEulerDiscreteScheduler" -> Optional.of("Euler");
            case "EulerAncestralDiscreteScheduler" -> Optional.of("Euler a");
            case "HeunDiscreteScheduler" -> Optional.of("Heun");
            case "LMSDiscreteScheduler" -> Optional.of("LMS");
            case "KDPM2DiscreteScheduler" -> Optional.of("DPM2");
            case "KDPM2AncestralDiscreteScheduler" -> Optional.of("DPM2 a");
            case "DPMSolverMultistepScheduler" -> multistep(config);
            case "DPMSolverSinglestepScheduler" -> singlestep(config);
            case "UniPCMultistepScheduler" -> order(config) == 2 ? Optional.of("UniPC") : Optional.empty();
            case "DEISMultistepScheduler" -> byOrder(config, "DEIS", "DEIS 3M");
            case "LCMScheduler" -> Optional.of("LCM");
            case "TCDScheduler" -> Optional.of("TCD");
            default -> Optional.empty();
        };
    }

    private static Optional<String> ancestral(ObjectNode config) {
        boolean plain = config.path("variance_type").asString("fixed_small").equals("fixed_small");
        return plain ? Optional.of("DDPM") : Optional.empty();
    }

    private static Optional<String> multistep(ObjectNode config) {
        if (!endsClean(config) || config.path("use_lu_lambdas").asBoolean(false)) {
            return Optional.empty();
        }
        boolean midpoint = isMidpoint(config);
        return switch (config.path("algorithm_type").asString("dpmsolver++")) {
            case "dpmsolver++" -> midpoint ? byOrder(config, "DPM++ 2M", "DPM++ 3M") : Optional.empty();
            case "sde-dpmsolver++" ->
                order(config) == 2 ? Optional.of(midpoint ? "DPM++ 2M SDE" : "DPM++ 2M SDE Heun") : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<String> singlestep(ObjectNode config) {
        if (!isMidpoint(config)
                || !endsClean(config)
                || !config.path("algorithm_type").asString("dpmsolver++").equals("dpmsolver++")) {
            return Optional.empty();
        }
        config.put("timestep_spacing", USUAL_SPACING);
        return byOrder(config, "DPM++ 2S", "DPM++ 3S");
    }

    private static boolean isMidpoint(ObjectNode config) {
        return config.path("solver_type").asString("midpoint").equals("midpoint");
    }

    private static boolean endsClean(ObjectNode config) {
        return config.path("final_sigmas_type").asString("zero").equals("zero");
    }

    private static Optional<String> byOrder(ObjectNode config, String second, String third) {
        return switch (order(config)) {
            case 2 -> Optional.of(second);
            case 3 -> Optional.of(third);
            default -> Optional.empty();
        };
    }

    private static int order(ObjectNode config) {
        return config.path("solver_order").asInt(2);
    }
}
