package studio.sinopia.engine.run;

import ai.djl.Device;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import studio.sinopia.control.Control;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.adapter.ControlNetModel;
import studio.sinopia.engine.adapter.ControlNetXS;
import studio.sinopia.engine.adapter.T2IAdapter;
import studio.sinopia.engine.checkpoint.ControlLayout;
import studio.sinopia.engine.nn.KeptWeights;
import studio.sinopia.engine.tensor.Torch;
import studio.sinopia.engine.tensor.Winograd;
import studio.sinopia.engine.unet.UNet2DConditionModel;
import studio.sinopia.engine.unet.UNetConfig;
import studio.sinopia.engine.weights.ModelPart;

/** The networks through which controls act: those that a model brings along, and those that a recipe names. */
final class ControlNetworks {

    private static final String ADAPTER = "T2IAdapter";

    private ControlNetworks() {}

    static ModelPart part(Control.Structure control, ModelDescription model) throws StudioException {
        return control.network().isPresent()
                ? ControlLayout.open(Path.of(control.network().get()))
                : model.control(control.map().kind().key());
    }

    /** Reads the weights; what the network is, its configuration says. */
    static AutoCloseable load(Torch torch, ModelPart part, UNet2DConditionModel unet) throws StudioException {
        return switch (part.config().text("_class_name", "ControlNetModel")) {
            case "ControlNetXSAdapter" -> ControlNetXS.load(torch, unet, part);
            case ADAPTER -> T2IAdapter.load(torch, part);
            default -> ControlNetModel.load(torch, part);
        };
    }

    /** Refuses a ControlNet that was made for another network; a ControlNet-XS is checked when it is built. */
    static void checkFits(ModelPart part, ModelDescription model, Control.Structure control, int tile)
            throws StudioException {
        if (ModelDescription.isInterleaved(part)) {
            return;
        }
        String network = part.config().text("_class_name", "ControlNetModel");
        if (network.equals(ADAPTER)) {
            Optional<Problem> misfit = AdapterFit.misfit(part.config(), model, control, tile);
            if (misfit.isPresent()) {
                throw new StudioException(misfit.get());
            }
            return;
        }
        if (!network.equals("ControlNetModel")) {
            throw refused(part, "The network is a %s, which this program does not paint with yet.".formatted(network));
        }
        UNetConfig own = UNetConfig.readEncoder(part.config());
        if (own.textWidth() != model.unet().textWidth()
                || !own.skipChannels().equals(model.unet().skipChannels())) {
            throw refused(
                    part,
                    "The ControlNet was made for a U-Net with text vectors of %d and channels %s, the model's has %d and %s."
                            .formatted(
                                    own.textWidth(), channels(own), model.unet().textWidth(), channels(model.unet())));
        }
    }

    private static List<Integer> channels(UNetConfig config) {
        return config.levels().stream().map(UNetConfig.Level::channels).toList();
    }

    /** What its weights take in memory. */
    static long bytes(Control.Structure control, ModelDescription model) throws StudioException {
        return part(control, model).entries().stream()
                .mapToLong(entry -> KeptWeights.bytes(
                        entry, Winograd.Use.ON_LATENTS, Device.cpu(), model.convolutions(), model.arithmetic()))
                .sum();
    }

    private static StudioException refused(ModelPart part, String what) {
        return new StudioException(new Problem(
                what, part.path().toString(), "Choose a ControlNet that was made for this model's family."));
    }
}
